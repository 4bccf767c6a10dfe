// Declarations in the shape of ncurses.
#pragma once

extern "C" {
struct WINDOW;
int wgetch(WINDOW* window);
int nodelay(WINDOW* window, bool on);
int wrefresh(WINDOW* window);
}
