// enable: missing-timeout
#include "newer/asio_files.h"

#include <chrono>
#include <thread>

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

namespace standalone {

namespace net = asio;

net::awaitable<void> files(net::basic_stream_file<>& stream, net::basic_random_access_file<>& random, net::mutable_buffer buffer) {
  stream.read_some(buffer);                                             // want: blocking-file warning
  stream.write_some(buffer);                                            // want: blocking-file
  stream.seek(0, 0);                                                    // ok: blocking-file   normally short
  stream.open("a", 0);                                                  // ok: blocking-file
  stream.resize(0);                                                     // want: blocking-file
  stream.sync_all();                                                    // want: blocking-file
  stream.sync_data();                                                   // want: blocking-file
  random.read_some_at(0, buffer);                                       // want: blocking-file
  random.write_some_at(0, buffer);                                      // want: blocking-file
  co_return;
}

net::awaitable<void> pipes(net::basic_readable_pipe<>& in, net::basic_writable_pipe<>& out, net::mutable_buffer buffer) {
  in.read_some(buffer);                                                 // want: blocking-socket
  out.write_some(buffer);                                               // want: blocking-socket
  co_return;
}

net::awaitable<void> deadlines(net::basic_stream_file<>& stream, net::mutable_buffer buffer) {
  co_await net::async_read(stream, buffer, net::cancel_after(1, net::use_awaitable)); // ok: missing-timeout
}

net::awaitable<void> deadlinesAt(net::basic_stream_file<>& stream, net::mutable_buffer buffer) {
  co_await net::async_read(stream, buffer, net::cancel_at(1, net::use_awaitable));    // ok: missing-timeout
}

net::awaitable<void> timers(net::basic_deadline_timer<int>& timer) {
  timer.wait();                                                         // want: blocking-sleep
  co_return;
}

void handlers(net::basic_stream_file<>& stream, net::basic_random_access_file<>& random, net::basic_readable_pipe<>& in,
              net::basic_writable_pipe<>& out, net::basic_deadline_timer<int>& timer, net::mutable_buffer buffer, net::any_io_executor disk) {
  stream.async_read_some(buffer, [] { nap(); });                        // want: blocking-sleep
  stream.async_write_some(buffer, [] { nap(); });                       // want: blocking-sleep
  random.async_read_some_at(0, buffer, [] { nap(); });                  // want: blocking-sleep
  random.async_write_some_at(0, buffer, [] { nap(); });                 // want: blocking-sleep
  in.async_read_some(buffer, [] { nap(); });                            // want: blocking-sleep
  out.async_write_some(buffer, [] { nap(); });                          // want: blocking-sleep
  timer.async_wait([] { nap(); });                                      // want: blocking-sleep
  net::async_read_at(disk, 0, buffer, [] { nap(); });                   // want: blocking-sleep
  net::async_write_at(disk, 0, buffer, [] { nap(); });                  // want: blocking-sleep
}

void channels(net::experimental::basic_channel<int>& one, net::experimental::basic_concurrent_channel<int>& many) {
  one.async_send({}, [] { nap(); });                                    // want: blocking-sleep
  one.async_receive([] { nap(); });                                     // want: blocking-sleep
  many.async_send({}, [] { nap(); });                                   // want: blocking-sleep
  many.async_receive([] { nap(); });                                    // want: blocking-sleep
}

void posts(net::io_context& loop, net::io_context::strand& old, net::strand<int>& strand) {
  loop.post([] { nap(); });                                             // want: blocking-sleep
  loop.dispatch([] { nap(); });                                         // want: blocking-sleep
  old.post([] { nap(); });                                              // want: blocking-sleep
  old.dispatch([] { nap(); });                                          // want: blocking-sleep
  strand.post([] { nap(); });                                           // want: blocking-sleep
  strand.dispatch([] { nap(); });                                       // want: blocking-sleep
  strand.defer([] { nap(); });                                          // want: blocking-sleep
  net::spawn(loop, [] { nap(); });                                      // want: blocking-sleep
}

net::awaitable<void> switches(net::thread_pool& pool) {
  nap();                                                                // want: blocking-sleep
  co_await net::post(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
  co_await net::post(net::use_awaitable);
  nap();                                                                // want: blocking-sleep
  co_await net::dispatch(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
  co_await net::defer(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
}

net::experimental::promise<void()> promised();
net::experimental::coro<int> coroutine();

void promises() { auto promise = promised(); }

net::awaitable<void> initiates(net::io_context& loop) {
  auto token = [](int) {};
  net::async_initiate<decltype(token), void(int)>([](auto&&...) { nap(); }, token, loop); // want: blocking-sleep
  net::async_compose<decltype(token), void(int)>([](auto&&...) { nap(); }, token, loop);  // want: blocking-sleep
  co_return;
}

net::deferred_async_operation<void(), int> later();
net::experimental::deferred_async_operation<void(), int> laterStill();

net::awaitable<void> outcomes() {
  later();                                                              // want: unawaited-task
  laterStill();                                                         // want: unawaited-task
  co_await net::post(net::as_tuple_t<int>());
  co_await net::post(net::experimental::as_tuple_t<int>());
  co_await net::post(net::experimental::as_single_t<int>());
  co_await net::post(net::redirect_error_t<int>());
}

net::awaitable<void> reports() {
  net::error_code error;
  co_await net::post(net::as_tuple);
  co_await net::post(net::redirect_error(error));
}
net::awaitable<void> throws() { co_await net::post(net::use_awaitable); }

void spawns(net::io_context& loop) {
  net::co_spawn(loop, reports(), net::detached);                        // ok: detached-task   errors are values
  net::co_spawn(loop, throws(), net::detached);                         // want: detached-task warning
}

void detaches() { net::experimental::co_spawn(coroutine(), net::detached); }  // want: detached-task note

} // namespace standalone

namespace boosted {

namespace net = boost::asio;

net::awaitable<void> files(net::basic_stream_file<>& stream, net::basic_random_access_file<>& random, net::mutable_buffer buffer) {
  stream.read_some(buffer);                                             // want: blocking-file warning
  stream.write_some(buffer);                                            // want: blocking-file
  stream.seek(0, 0);                                                    // ok: blocking-file   normally short
  stream.open("a", 0);                                                  // ok: blocking-file
  stream.resize(0);                                                     // want: blocking-file
  stream.sync_all();                                                    // want: blocking-file
  stream.sync_data();                                                   // want: blocking-file
  random.read_some_at(0, buffer);                                       // want: blocking-file
  random.write_some_at(0, buffer);                                      // want: blocking-file
  co_return;
}

net::awaitable<void> pipes(net::basic_readable_pipe<>& in, net::basic_writable_pipe<>& out, net::mutable_buffer buffer) {
  in.read_some(buffer);                                                 // want: blocking-socket
  out.write_some(buffer);                                               // want: blocking-socket
  co_return;
}

net::awaitable<void> deadlines(net::basic_stream_file<>& stream, net::mutable_buffer buffer) {
  co_await net::async_read(stream, buffer, net::cancel_after(1, net::use_awaitable)); // ok: missing-timeout
}

net::awaitable<void> deadlinesAt(net::basic_stream_file<>& stream, net::mutable_buffer buffer) {
  co_await net::async_read(stream, buffer, net::cancel_at(1, net::use_awaitable));    // ok: missing-timeout
}

net::awaitable<void> timers(net::basic_deadline_timer<int>& timer) {
  timer.wait();                                                         // want: blocking-sleep
  co_return;
}

void handlers(net::basic_stream_file<>& stream, net::basic_random_access_file<>& random, net::basic_readable_pipe<>& in,
              net::basic_writable_pipe<>& out, net::basic_deadline_timer<int>& timer, net::mutable_buffer buffer, net::any_io_executor disk) {
  stream.async_read_some(buffer, [] { nap(); });                        // want: blocking-sleep
  stream.async_write_some(buffer, [] { nap(); });                       // want: blocking-sleep
  random.async_read_some_at(0, buffer, [] { nap(); });                  // want: blocking-sleep
  random.async_write_some_at(0, buffer, [] { nap(); });                 // want: blocking-sleep
  in.async_read_some(buffer, [] { nap(); });                            // want: blocking-sleep
  out.async_write_some(buffer, [] { nap(); });                          // want: blocking-sleep
  timer.async_wait([] { nap(); });                                      // want: blocking-sleep
  net::async_read_at(disk, 0, buffer, [] { nap(); });                   // want: blocking-sleep
  net::async_write_at(disk, 0, buffer, [] { nap(); });                  // want: blocking-sleep
}

void channels(net::experimental::basic_channel<int>& one, net::experimental::basic_concurrent_channel<int>& many) {
  one.async_send({}, [] { nap(); });                                    // want: blocking-sleep
  one.async_receive([] { nap(); });                                     // want: blocking-sleep
  many.async_send({}, [] { nap(); });                                   // want: blocking-sleep
  many.async_receive([] { nap(); });                                    // want: blocking-sleep
}

void posts(net::io_context& loop, net::io_context::strand& old, net::strand<int>& strand) {
  loop.post([] { nap(); });                                             // want: blocking-sleep
  loop.dispatch([] { nap(); });                                         // want: blocking-sleep
  old.post([] { nap(); });                                              // want: blocking-sleep
  old.dispatch([] { nap(); });                                          // want: blocking-sleep
  strand.post([] { nap(); });                                           // want: blocking-sleep
  strand.dispatch([] { nap(); });                                       // want: blocking-sleep
  strand.defer([] { nap(); });                                          // want: blocking-sleep
  net::spawn(loop, [] { nap(); });                                      // want: blocking-sleep
}

net::awaitable<void> switches(net::thread_pool& pool) {
  nap();                                                                // want: blocking-sleep
  co_await net::post(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
  co_await net::post(net::use_awaitable);
  nap();                                                                // want: blocking-sleep
  co_await net::dispatch(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
  co_await net::defer(net::bind_executor(pool, net::use_awaitable));
  nap();                                                                // ok: blocking-sleep   on the pool
}

net::experimental::promise<void()> promised();
net::experimental::coro<int> coroutine();

void promises() { auto promise = promised(); }

net::awaitable<void> initiates(net::io_context& loop) {
  auto token = [](int) {};
  net::async_initiate<decltype(token), void(int)>([](auto&&...) { nap(); }, token, loop); // want: blocking-sleep
  net::async_compose<decltype(token), void(int)>([](auto&&...) { nap(); }, token, loop);  // want: blocking-sleep
  co_return;
}

net::deferred_async_operation<void(), int> later();
net::experimental::deferred_async_operation<void(), int> laterStill();

net::awaitable<void> outcomes() {
  later();                                                              // want: unawaited-task
  laterStill();                                                         // want: unawaited-task
  co_await net::post(net::as_tuple_t<int>());
  co_await net::post(net::experimental::as_tuple_t<int>());
  co_await net::post(net::experimental::as_single_t<int>());
  co_await net::post(net::redirect_error_t<int>());
}

net::awaitable<void> reports() {
  net::error_code error;
  co_await net::post(net::as_tuple);
  co_await net::post(net::redirect_error(error));
}
net::awaitable<void> throws() { co_await net::post(net::use_awaitable); }

void spawns(net::io_context& loop) {
  net::co_spawn(loop, reports(), net::detached);                        // ok: detached-task   errors are values
  net::co_spawn(loop, throws(), net::detached);                         // want: detached-task warning
}

void detaches() { net::experimental::co_spawn(coroutine(), net::detached); }  // want: detached-task note

} // namespace boosted
