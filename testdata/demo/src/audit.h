#pragma once

#include <string_view>

// Tells the audit service about a client. Blocks until it has answered.
void audit(std::string_view event);
