#include <utility> // Boost 1.74 forgets it

#include <boost/asio.hpp>

#include <chrono>
#include <string>
#include <thread>

namespace net = boost::asio;
using net::awaitable;
using net::use_awaitable;
using namespace std::chrono_literals;

void nap() { std::this_thread::sleep_for(1ms); } // want: blocking-sleep via std::this_thread::sleep_for

// ---- synchronous calls

awaitable<void> timers(net::steady_timer& timer, net::io_context& loop) {
  timer.wait();                                        // want: blocking-sleep error
  timer.expires_after(1s);                             // ok: blocking-sleep
  timer.expires_at(std::chrono::steady_clock::now());  // ok: blocking-sleep
  co_await timer.async_wait(use_awaitable);            // ok: blocking-sleep   suspends
  net::system_timer other(loop, 1s);
  other.wait();                                        // want: blocking-sleep
  net::deadline_timer old(loop);
  old.wait();                               // want: blocking-sleep
}

awaitable<void> streams(net::ip::tcp::socket& socket, net::ip::tcp::acceptor& acceptor, net::mutable_buffer buffer, std::string& text) {
  net::ip::tcp::endpoint peer;
  socket.connect(peer);                                // want: blocking-socket error
  socket.wait(net::socket_base::wait_read);            // want: blocking-socket
  socket.read_some(buffer);                            // want: blocking-socket
  socket.write_some(buffer);                           // want: blocking-socket
  socket.receive(buffer);                              // want: blocking-socket
  socket.send(buffer);                                 // want: blocking-socket
  acceptor.accept();                                   // want: blocking-socket
  acceptor.accept(socket);                             // want: blocking-socket
  acceptor.wait(net::socket_base::wait_read);          // want: blocking-socket
  net::read(socket, buffer);                           // want: blocking-socket
  net::write(socket, buffer);                          // want: blocking-socket
  net::read_until(socket, net::dynamic_buffer(text), "\n"); // want: blocking-socket
  net::connect(socket, std::array{peer});              // want: blocking-socket
  co_await socket.async_read_some(buffer, use_awaitable);   // ok: blocking-socket
  co_await socket.async_connect(peer, use_awaitable);       // ok: blocking-socket
  co_await net::async_read(socket, buffer, use_awaitable);  // ok: blocking-socket
  co_await net::async_write(socket, buffer, use_awaitable); // ok: blocking-socket
  co_await acceptor.async_accept(use_awaitable);            // ok: blocking-socket
  socket.close();                                           // ok: blocking-socket
}

awaitable<void> nonBlocking(net::ip::tcp::socket& socket, net::mutable_buffer buffer, boost::system::error_code error) {
  socket.non_blocking(true);
  socket.read_some(buffer, error);                     // ok: blocking-socket   returns would_block
  socket.send(buffer, 0, error);                       // ok: blocking-socket
  net::read(socket, buffer, error);                    // ok: blocking-socket
  // Waits in every mode.
  socket.connect(net::ip::tcp::endpoint());            // want: blocking-socket
  socket.non_blocking(false);
  socket.read_some(buffer, error);                     // want: blocking-socket
  co_return;
}

awaitable<void> nonBlockingOthers(net::ip::tcp::acceptor& acceptor, net::posix::stream_descriptor& descriptor, net::mutable_buffer buffer,
                                  boost::system::error_code error) {
  acceptor.non_blocking(true);
  acceptor.accept(error);                              // ok: blocking-socket
  acceptor.non_blocking(false, error);
  acceptor.accept(error);                              // want: blocking-socket
  descriptor.non_blocking(true);
  descriptor.read_some(buffer, error);                 // ok: blocking-socket
  descriptor.non_blocking(false);
  descriptor.read_some(buffer, error);                 // want: blocking-socket
  co_return;
}

awaitable<void> nativeNonBlocking(net::ip::tcp::socket& socket, net::mutable_buffer buffer, boost::system::error_code error) {
  // Then asio itself waits until the socket is ready.
  if (!socket.non_blocking()) { socket.native_non_blocking(true); }
  socket.read_some(buffer, error);                     // want: blocking-socket
  co_return;
}

class Connection {
public:
  explicit Connection(net::ip::tcp::socket socket) : socket_(std::move(socket)) { socket_.non_blocking(true); }
  awaitable<void> run(net::mutable_buffer buffer, boost::system::error_code error) {
    socket_.read_some(buffer, error);                  // ok: blocking-socket   as the constructor left it
    co_return;
  }

private:
  net::ip::tcp::socket socket_;
};

awaitable<void> datagrams(net::ip::udp::socket& socket, net::mutable_buffer buffer) {
  net::ip::udp::endpoint peer;
  socket.receive(buffer);                              // want: blocking-socket
  socket.receive_from(buffer, peer);                   // want: blocking-socket
  socket.send(buffer);                                 // want: blocking-socket
  socket.send_to(buffer, peer);                        // want: blocking-socket
  co_await socket.async_send_to(buffer, peer, use_awaitable); // ok: blocking-socket
}

awaitable<void> raw(net::ip::icmp::socket& socket, net::mutable_buffer buffer) {
  net::ip::icmp::endpoint peer;
  socket.receive(buffer);                              // want: blocking-socket
  socket.receive_from(buffer, peer);                   // want: blocking-socket
  socket.send(buffer);                                 // want: blocking-socket
  socket.send_to(buffer, peer);                        // want: blocking-socket
  co_return;
}

awaitable<void> packets(net::generic::seq_packet_protocol::socket& socket, net::mutable_buffer buffer, net::socket_base::message_flags flags) {
  socket.receive(buffer, flags);                       // want: blocking-socket
  socket.send(buffer, 0);                              // want: blocking-socket
  co_return;
}

awaitable<void> devices(net::serial_port& port, net::posix::stream_descriptor& descriptor, net::mutable_buffer buffer) {
  port.read_some(buffer);                              // want: blocking-socket
  port.write_some(buffer);                             // want: blocking-socket
  descriptor.wait(net::posix::stream_descriptor::wait_read); // want: blocking-socket
  descriptor.read_some(buffer);                        // want: blocking-socket
  descriptor.write_some(buffer);                       // want: blocking-socket
  co_return;
}


awaitable<void> buffered(net::buffered_read_stream<net::ip::tcp::socket>& in, net::buffered_write_stream<net::ip::tcp::socket>& out,
                         net::buffered_stream<net::ip::tcp::socket>& both, net::mutable_buffer buffer) {
  in.read_some(buffer);                                // want: blocking-socket
  in.write_some(buffer);                               // want: blocking-socket
  in.fill();                                           // want: blocking-socket
  out.read_some(buffer);                               // want: blocking-socket
  out.write_some(buffer);                              // want: blocking-socket
  out.flush();                                         // want: blocking-socket
  both.read_some(buffer);                              // want: blocking-socket
  both.write_some(buffer);                             // want: blocking-socket
  both.fill();                                         // want: blocking-socket
  both.flush();                                        // want: blocking-socket
  co_return;
}

awaitable<void> iostreams() {
  net::ip::tcp::iostream none;                         // ok: blocking-socket   connects to nobody
  net::ip::tcp::iostream stream("localhost", "80");    // want: blocking-socket
  none.connect("localhost", "80");                     // want: blocking-socket
  none.rdbuf()->connect(net::ip::tcp::endpoint());     // want: blocking-socket
  co_return;
}

awaitable<void> names(net::ip::tcp::resolver& resolver) {
  resolver.resolve("localhost", "80");                                                     // want: blocking-dns error
  resolver.resolve("127.0.0.1", "80", net::ip::resolver_base::numeric_host);               // ok: blocking-dns
  co_await resolver.async_resolve("localhost", "80", use_awaitable);                       // ok: blocking-dns
}

struct Disk {
  std::size_t read_some_at(std::uint64_t, net::mutable_buffer buffer) { return buffer.size(); }
  std::size_t read_some_at(std::uint64_t, net::mutable_buffer buffer, boost::system::error_code&) { return buffer.size(); }
  std::size_t write_some_at(std::uint64_t, net::const_buffer buffer, boost::system::error_code&) { return buffer.size(); }
};

awaitable<void> files(Disk& disk, net::mutable_buffer buffer) {
  net::read_at(disk, 0, buffer);                       // want: blocking-file
  net::write_at(disk, 0, net::const_buffer(buffer));   // want: blocking-file
  co_return;
}

// ---- loops and pools

awaitable<void> loops(net::io_context& loop, net::thread_pool& pool, net::system_context& system, std::chrono::steady_clock::time_point when) {
  loop.run();                                          // want: nested-event-loop error
  loop.run_one();                                      // want: nested-event-loop
  loop.run_for(1s);                                    // want: nested-event-loop
  loop.run_until(when);                                // want: nested-event-loop
  loop.run_one_for(1s);                                // want: nested-event-loop
  loop.run_one_until(when);                            // want: nested-event-loop
  loop.poll();                                         // ok: nested-event-loop   runs what is ready
  loop.poll_one();                                     // ok: nested-event-loop
  loop.stop();                                         // ok: nested-event-loop
  pool.attach();                                       // want: nested-event-loop
  pool.join();                                         // want: blocking-wait error
  pool.wait();                                         // want: blocking-wait
  system.join();                                       // want: blocking-wait
  pool.stop();                                         // ok: blocking-wait
  co_return;
}

int main() {
  net::io_context loop;
  loop.run();                                          // ok: nested-event-loop   this is the loop
}

// ---- where callables run

void posts(net::io_context& loop, net::thread_pool& pool, net::system_context& system, net::strand<net::io_context::executor_type>& strand) {
  net::post(loop, [] { nap(); });                      // want: blocking-sleep
  net::defer(loop, [] { nap(); });                     // want: blocking-sleep
  net::dispatch(loop, [] { nap(); });                  // want: blocking-sleep
  net::post(strand, nap);                              // ok: blocking-sleep   said where it is written: it is the callback itself
  net::post(pool, [] { nap(); });                      // ok: blocking-sleep   a thread of the pool
  net::defer(pool.get_executor(), [] { nap(); });      // ok: blocking-sleep
  net::dispatch(system, [] { nap(); });                // ok: blocking-sleep
  net::post(net::system_executor(), [] { nap(); });    // ok: blocking-sleep
  auto bound = net::bind_executor(loop, [] { nap(); }); // want: blocking-sleep
  auto away = net::bind_executor(pool, [] { nap(); }); // ok: blocking-sleep
  auto strand_of_pool = net::make_strand(pool);
  net::post(strand_of_pool, [] { nap(); });            // ok: blocking-sleep   a strand of the pool
  net::defer(strand_of_pool, [] { nap(); });           // ok: blocking-sleep
  net::dispatch(strand_of_pool, [] { nap(); });        // ok: blocking-sleep
  auto far = net::bind_executor(strand_of_pool, [] { nap(); }); // ok: blocking-sleep
}

awaitable<void> sleeper() {
  nap();                                               // want: blocking-sleep via nap, std::this_thread::sleep_for
  co_return;
}

awaitable<void> calm() {
  nap();                                               // ok: blocking-sleep   on the pool
  co_return;
}

/// A token of one's own around another.
template <typename Token> struct Logged {
  Token token;
};
namespace boost::asio {
template <BOOST_ASIO_COMPLETION_SIGNATURE Signature> class async_result<Logged<detached_t>, Signature> {
public:
  template <typename Initiation, typename... Arguments>
  static void initiate(Initiation&& initiation, Logged<detached_t>, Arguments&&... arguments) {
    initiation([](auto&&...) {}, std::forward<Arguments>(arguments)...);
  }
};
} // namespace boost::asio

void spawns(net::io_context& loop, net::thread_pool& pool) {
  net::co_spawn(loop, sleeper(), [](std::exception_ptr) {});    // ok: detached-task   only sleeps
  net::co_spawn(loop, sleeper(), Logged<net::detached_t>{});    // ok: detached-task
  net::co_spawn(loop, sleeper(), net::detached);
  net::co_spawn(pool, calm(), net::detached);
  net::co_spawn(pool, []() -> awaitable<void> { nap(); co_return; }, net::detached); // ok: blocking-sleep
  net::co_spawn(net::make_strand(pool), []() -> awaitable<void> { nap(); co_return; }, net::detached); // ok: blocking-sleep
  net::co_spawn(loop, []() -> awaitable<void> { nap(); co_return; }, net::detached); // want: blocking-sleep
}

awaitable<void> stays(net::thread_pool& pool) {
  co_await net::post(pool, use_awaitable);
  nap();                                               // want: blocking-sleep
}

// ---- handlers run on the loop

void handlers(net::steady_timer& timer, net::signal_set& signals, net::ip::tcp::socket& socket, net::ip::tcp::acceptor& acceptor,
              net::ip::tcp::resolver& resolver, net::mutable_buffer buffer, std::string& text, net::ip::tcp::endpoint peer) {
  timer.async_wait([](auto) { nap(); });                              // want: blocking-sleep
  signals.async_wait([](auto...) { nap(); });                         // want: blocking-sleep
  socket.async_connect(peer, [](auto) { nap(); });                    // want: blocking-sleep
  socket.async_wait(net::socket_base::wait_read, [](auto) { nap(); }); // want: blocking-sleep
  socket.async_read_some(buffer, [](auto...) { nap(); });             // want: blocking-sleep
  socket.async_write_some(buffer, [](auto...) { nap(); });            // want: blocking-sleep
  socket.async_receive(buffer, [](auto...) { nap(); });               // want: blocking-sleep
  socket.async_send(buffer, [](auto...) { nap(); });                  // want: blocking-sleep
  acceptor.async_accept([](auto, auto) { nap(); });                   // want: blocking-sleep
  acceptor.async_wait(net::socket_base::wait_read, [](auto) { nap(); }); // want: blocking-sleep
  resolver.async_resolve("localhost", "80", [](auto...) { nap(); });  // want: blocking-sleep
  net::async_read(socket, buffer, [](auto...) { nap(); });            // want: blocking-sleep
  net::async_write(socket, buffer, [](auto...) { nap(); });           // want: blocking-sleep
  net::async_read_until(socket, net::dynamic_buffer(text), "\n", [](auto...) { nap(); }); // want: blocking-sleep
  net::async_connect(socket, std::array{peer}, [](auto...) { nap(); }); // want: blocking-sleep
}

void moreHandlers(net::ip::udp::socket& udp, net::ip::icmp::socket& raw, net::generic::seq_packet_protocol::socket& packets,
                  net::socket_base::message_flags& flags, net::mutable_buffer buffer) {
  net::ip::udp::endpoint peer;
  udp.async_receive(buffer, [](auto...) { nap(); });                  // want: blocking-sleep
  udp.async_receive_from(buffer, peer, [](auto...) { nap(); });       // want: blocking-sleep
  udp.async_send(buffer, [](auto...) { nap(); });                     // want: blocking-sleep
  udp.async_send_to(buffer, peer, [](auto...) { nap(); });            // want: blocking-sleep
  net::ip::icmp::endpoint other;
  raw.async_receive(buffer, [](auto...) { nap(); });                  // want: blocking-sleep
  raw.async_receive_from(buffer, other, [](auto...) { nap(); });      // want: blocking-sleep
  raw.async_send(buffer, [](auto...) { nap(); });                     // want: blocking-sleep
  raw.async_send_to(buffer, other, [](auto...) { nap(); });           // want: blocking-sleep
  packets.async_receive(buffer, flags, [](auto...) { nap(); });       // want: blocking-sleep
  packets.async_send(buffer, 0, [](auto...) { nap(); });              // want: blocking-sleep
}

void deviceHandlers(net::serial_port& port, net::posix::stream_descriptor& descriptor, net::mutable_buffer buffer) {
  port.async_read_some(buffer, [](auto...) { nap(); });               // want: blocking-sleep
  port.async_write_some(buffer, [](auto...) { nap(); });              // want: blocking-sleep
  descriptor.async_wait(net::posix::stream_descriptor::wait_read, [](auto) { nap(); }); // want: blocking-sleep
  descriptor.async_read_some(buffer, [](auto...) { nap(); });         // want: blocking-sleep
  descriptor.async_write_some(buffer, [](auto...) { nap(); });        // want: blocking-sleep
}
