// Declarations in the shape of SDL.
#pragma once

extern "C" {
struct SDL_Thread;
struct SDL_mutex;
union SDL_Event;
void SDL_Delay(unsigned int milliseconds);
void SDL_WaitThread(SDL_Thread* thread, int* status);
int SDL_LockMutex(SDL_mutex* mutex);
int SDL_WaitEvent(SDL_Event* event);
int SDL_PollEvent(SDL_Event* event);
}
