#include "config.h"

#include <chrono>
#include <thread>

namespace {
void wait() { std::this_thread::sleep_for(std::chrono::seconds(1)); }
} // namespace

void parseConfig() { wait(); } // ok: blocking-sleep
