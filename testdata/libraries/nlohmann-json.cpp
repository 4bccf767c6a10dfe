// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/nlohmann-json.h"

using fake::Task;

Task<> parses(const std::string& text) { nlohmann::json::parse(text); co_return; } // want: cpu-heavy
