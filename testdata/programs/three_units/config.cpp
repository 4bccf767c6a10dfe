#include "config.h"

void loadConfig() { parseConfig(); } // ok: blocking-sleep
