// Names of functions, classes and globals as rule files write them: checked, and made absolute.
#pragma once

#include "catalog/yaml_reader.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nostall {

/// What a name in a rule file stands for; decides what may be written.
enum class NameKind : uint8_t {
  Function, ///< operators too
  Method,   ///< "Class::member", `Class::operator bool`
  Type,     ///< a class, an enum, or a builtin type
  Object,   ///< a global variable
};

/// "asio::ip::tcp" + "connect" of "asio::ip::tcp::connect". Sees that the `::` in
/// "Class::operator std::string" belongs to the member. The first half is empty when there is no scope.
std::pair<std::string_view, std::string_view> splitName(std::string_view name);

/// void, int, unsigned long: types without a scope in every namespace.
bool isBuiltinType(std::string_view name);

/// The namespaces that names of a file are relative to, with what must be said of wrong names.
class NameResolver {
public:
  /// `namespaces` are absolute; "" is the global one. Without any, names are relative to that.
  explicit NameResolver(std::vector<std::string> namespaces);

  /// The names that `written` may mean, absolute and without a leading "::": one for each namespace.
  /// Nothing, and a problem, when it is not written as names are. `what` is "'method'".
  std::vector<std::string> resolve(const LocatedText& written, NameKind kind, const std::string& what,
                                   FileProblems& problems) const;

  /// For macros, enumerators and globals among conditions' values: as it stands too, since macros have
  /// no namespace.
  std::vector<std::string> resolveValue(const std::string& written) const;

  const std::vector<std::string>& namespaces() const { return namespaces_; }

private:
  std::string scopeMistake(std::string_view name) const;

  std::vector<std::string> namespaces_;
};

/// A namespace as written in `namespaces:`: without the leading "::"; a problem when it is none.
std::optional<std::string> readNamespace(const LocatedText& written, FileProblems& problems);

} // namespace nostall
