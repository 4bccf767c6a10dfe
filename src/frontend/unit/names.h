// Names of declarations: for rules, for people, for identity and for fingerprints.
#pragma once

#include <string>

namespace clang {
class FunctionDecl;
class NamedDecl;
} // namespace clang

namespace nostall {

class FileTable;

/// "std::this_thread::sleep_for", "Owner::member", "Owner::~Owner": no template arguments, no inline or
/// anonymous namespaces, no leading "::". A constructor is "Owner::Owner".
std::string qualifiedName(const clang::NamedDecl& declaration);

/// For people: as qualifiedName, with "(anonymous)" left out and lambdas as "lambda in session".
std::string displayName(const clang::FunctionDecl& function);

/// Equal in every unit for the same function or type, and different otherwise: USR, with the path for
/// what other units cannot see. Compressed, since the names of some templates are kilobytes.
std::string identityOf(const clang::NamedDecl& declaration, const FileTable& files);

} // namespace nostall
