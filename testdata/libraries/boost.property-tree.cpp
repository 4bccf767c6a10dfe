#include "fake/task.h"
#include "libraries/boost.property-tree.h"

#include <sstream>

using fake::Task;
namespace pt = boost::property_tree;

Task<> reads(pt::ptree& tree) { pt::read_json("settings.json", tree); co_return; }                 // want: blocking-file
Task<> parses(std::istringstream& text, pt::ptree& tree) { pt::read_json(text, tree); co_return; } // ok: blocking-file   from memory
