// What makes a type awaitable, a task, a generator: asked of the class and its promise.
#pragma once

#include "model/facts.h"

namespace clang {
class ASTContext;
class CXXRecordDecl;
class FunctionDecl;
} // namespace clang

namespace nostall {

/// Sets the fields of `facts` that concern coroutines. `record` is a complete class.
void describeCoroutineType(TypeFacts& facts, const clang::CXXRecordDecl& record, clang::ASTContext& ast);

/// The promise of coroutines that return `record`, or the pattern it comes from; null when it has none.
const clang::CXXRecordDecl* promiseOf(const clang::CXXRecordDecl& record, clang::ASTContext& ast);

/// The method that says what awaiting the class gives: its own `await_resume`, or that of what its member
/// `operator co_await` returns. Null when there is none, or it is not known what it returns.
const clang::FunctionDecl* resumeMethod(const clang::CXXRecordDecl& record, clang::ASTContext& ast);

/// The method `lock` of the class or a base that takes nothing; null when there is none.
const clang::FunctionDecl* lockMethod(const clang::CXXRecordDecl& record);

} // namespace nostall
