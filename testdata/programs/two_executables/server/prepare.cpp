#include "../listener.h"

#include <unistd.h>

void prepare() { ::sleep(1); }
