// Declarations in the shape of pugixml.
#pragma once

namespace pugi {
struct xml_parse_result {};
class xml_document {
public:
  xml_parse_result load_file(const char* path);
  xml_parse_result load_string(const char* text);
};
} // namespace pugi
