#include "fake/task.h"

#include <netdb.h>

using fake::Task;

addrinfo* resolve(const char* host) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST;
  addrinfo* found = nullptr;
  getaddrinfo(host, "80", &hints, &found);
  return found;
}

addrinfo* resolveAnything(const char* host) {
  addrinfo* found = nullptr;
  getaddrinfo(host, "80", nullptr, &found);
  return found;
}

Task<> connects() {
  resolveAnything("localhost"); // want: blocking-dns error via resolveAnything, getaddrinfo
  resolve("127.0.0.1");         // false: blocking-dns the hints are not looked into
  co_return;
}
