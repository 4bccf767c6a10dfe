// Declarations in the shape of libdispatch.
#pragma once

extern "C" {
typedef struct dispatch_queue_s* dispatch_queue_t;
typedef struct dispatch_semaphore_s* dispatch_semaphore_t;
typedef void (*dispatch_function_t)(void*);
#define DISPATCH_TIME_NOW (0ull)
#define DISPATCH_TIME_FOREVER (~0ull)
void dispatch_async_f(dispatch_queue_t queue, void* context, dispatch_function_t work);
long dispatch_semaphore_wait(dispatch_semaphore_t semaphore, unsigned long long timeout);
}
