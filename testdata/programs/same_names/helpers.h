#pragma once

#include "fake/task.h"

fake::Task<> slow();
fake::Task<> quick();
