#pragma once

#include "fake/task.h"

void prepare();
fake::Task<> listener();
