#include "fake/task.h"
#include "libraries/sfml.h"

using fake::Task;

Task<> sleeps() { sf::sleep(sf::seconds(1)); co_return; }                   // want: blocking-sleep
Task<> receives(sf::TcpSocket& socket, char* data) {
  unsigned long received = 0;
  socket.receive(data, 10, received);                                       // want: blocking-socket warning
  socket.disconnect();                                                      // ok: blocking-socket   closes at once
  co_return;
}
Task<> tries(sf::TcpSocket& socket, char* data) {
  unsigned long received = 0;
  socket.setBlocking(false);
  socket.receive(data, 10, received);                                       // ok: blocking-socket   NotReady at once
  co_return;
}
Task<sf::IpAddress> asks() { co_return sf::IpAddress::getPublicAddress(); } // want: blocking-dns
