// Definitions that the compiler would make only because of bodies that are not read here.
#pragma once

#include <vector>

namespace clang {
class CXXRecordDecl;
class Sema;
} // namespace clang

namespace nostall {

/// std::make_unique<Job<int>>() instantiates Job<int>'s constructor from its own body, which external
/// code is and so was skipped. Instantiates and defines the constructors, destructors and virtual
/// functions of the project's classes that have a body to be had.
void defineMissing(clang::Sema& sema, const std::vector<const clang::CXXRecordDecl*>& records);

/// Its own body is all that would make std::make_unique<Job<int>>() complete Job<int>: a class template's
/// specialisation that the unit only names. Does so, and defines what defineMissing() would. The definition;
/// null when there is none to be had, or there was one before.
const clang::CXXRecordDecl* completeNamed(clang::Sema& sema, const clang::CXXRecordDecl& record);

} // namespace nostall
