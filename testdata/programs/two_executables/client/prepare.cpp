#include "../listener.h"

void prepare() {}
