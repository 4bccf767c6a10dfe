#include "fake/task.h"
#include "libraries/sdl.h"

using fake::Task;

Task<> delays() { SDL_Delay(10); co_return; }                                    // want: blocking-sleep
Task<> joins(SDL_Thread* thread) { SDL_WaitThread(thread, nullptr); co_return; } // want: blocking-wait
Task<> locks(SDL_mutex* mutex) { SDL_LockMutex(mutex); co_return; }              // want: blocking-lock
Task<int> waits(SDL_Event* event) { co_return SDL_WaitEvent(event); }            // want: blocking-wait
Task<int> polls(SDL_Event* event) { co_return SDL_PollEvent(event); }            // ok: blocking-wait   polls
