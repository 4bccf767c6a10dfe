#include "fake/task.h"
#include "libraries/ncurses.h"

using fake::Task;

Task<int> key(WINDOW* window) { co_return wgetch(window); }     // want: blocking-console warning
Task<int> draws(WINDOW* window) { co_return wrefresh(window); } // ok: blocking-console   only writes
