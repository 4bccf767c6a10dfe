// What later versions of hiredis than Debian's have.
#pragma once

struct redisContext;
struct redisOptions;
struct redisAsyncContext;
extern "C" redisContext* redisConnectWithOptions(const redisOptions* options);
extern "C" redisAsyncContext* redisAsyncConnectWithOptions(const redisOptions* options);
