// flags: -DCPPHTTPLIB_OPENSSL_SUPPORT
#include "fake/task.h"

#include <httplib.h>

using fake::Task;

Task<> client(httplib::Client& client) {
  client.Get("/");                                 // want: blocking-http error
  client.Head("/");                                // want: blocking-http
  client.Post("/");                                // want: blocking-http
  client.Put("/");                                 // want: blocking-http
  client.Patch("/");                               // want: blocking-http
  client.Delete("/");                              // want: blocking-http
  client.Options("/");                             // want: blocking-http
  client.send(httplib::Request());                 // want: blocking-http
  client.set_keep_alive(true);                     // ok: blocking-http
  co_return;
}

Task<> implementation(httplib::SSLClient& client, httplib::ClientImpl& plain) {
  client.Get("/");                                 // want: blocking-http
  plain.Head("/");                                 // want: blocking-http
  client.Post("/");                                // want: blocking-http
  client.Put("/");                                 // want: blocking-http
  client.Patch("/");                               // want: blocking-http
  client.Delete("/");                              // want: blocking-http
  plain.Options("/");                              // want: blocking-http
  plain.send(httplib::Request());                  // want: blocking-http
  co_return;
}

Task<> server(httplib::Server& server) {
  server.Get("/", [](const httplib::Request&, httplib::Response&) {}); // ok: blocking-http   registers a handler
  server.listen("localhost", 80);                  // want: nested-event-loop error
  server.listen_after_bind();                      // want: nested-event-loop
  server.stop();                                   // ok: nested-event-loop
  co_return;
}
