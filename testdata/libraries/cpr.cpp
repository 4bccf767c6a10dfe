#include "fake/task.h"
#include "libraries/cpr.h"

using fake::Task;

Task<> gets() { cpr::Get(cpr::Url{"http://a"}); co_return; }                       // want: blocking-http
Task<> posts(cpr::Session& session) {
  session.SetUrl(cpr::Url{"http://a"});                                            // ok: blocking-http   only prepares
  session.Post();                                                                  // want: blocking-http
  co_return;
}
Task<> later() {
  auto response = cpr::GetAsync(cpr::Url{"http://a"});                             // ok: blocking-http   on a pool
  response.get();                                                                  // want: blocking-wait
  co_return;
}
Task<> callback() {
  cpr::GetCallback([](cpr::Response) { cpr::Get(cpr::Url{"b"}); }, cpr::Url{"a"}); // ok: blocking-http   on a pool
  co_return;
}
