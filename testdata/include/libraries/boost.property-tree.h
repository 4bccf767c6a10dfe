// Declarations in the shape of Boost.PropertyTree.
#pragma once

#include <istream>
#include <string>

namespace boost::property_tree {
class ptree {};
namespace json_parser {
template <typename Ptree>
void read_json(std::istream& stream, Ptree& tree);
template <typename Ptree>
void read_json(const std::string& name, Ptree& tree);
} // namespace json_parser
using json_parser::read_json;
} // namespace boost::property_tree
