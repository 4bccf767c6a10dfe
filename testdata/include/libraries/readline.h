// Declarations in the shape of GNU Readline.
#pragma once

extern "C" {
char* readline(const char* prompt);
void rl_callback_read_char();
}
