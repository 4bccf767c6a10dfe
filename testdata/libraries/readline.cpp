#include "fake/task.h"
#include "libraries/readline.h"

using fake::Task;

Task<> asks() { readline("> "); co_return; }           // want: blocking-console
Task<> ready() { rl_callback_read_char(); co_return; } // ok: blocking-console   called when there is input
