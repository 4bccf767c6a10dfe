#include "libraries/drogon.h"

#include <unistd.h>

using drogon::Task;

Task<> naps() { usleep(10); co_return; }                  // want: blocking-sleep
Task<> nested() { drogon::sync_wait(naps()); co_return; } // want: nested-event-loop
Task<> requests(drogon::HttpClient& client) {
  client.sendRequest(1);                                  // want: blocking-http
  client.sendRequest(1, [](drogon::HttpResponsePtr) {});  // ok: blocking-http   with a callback
  co_await client.sendRequestCoro(1);                     // ok: blocking-http   suspends
}
Task<> queries(drogon::orm::DbClient& database) {
  database.execSqlSync("select 1");                       // want: blocking-database
  co_await database.execSqlCoro("select 1");              // ok: blocking-database   suspends
}
Task<> finds(drogon::orm::Mapper<int>& mapper) {
  mapper.findAll();                                       // want: blocking-database
  mapper.findAll([](std::vector<int>) {}, [] {});         // ok: blocking-database   with callbacks
  co_return;
}
drogon::AsyncTask fires() { usleep(10); co_return; }      // want: blocking-sleep

struct Controller : drogon::HttpSimpleControllerBase {
  void asyncHandleHttpRequest(int) override { usleep(10); } // want: blocking-sleep
};

void handles(drogon::orm::DbClient& database) {
  drogon::app().registerHandler("/", [](int) { usleep(10); });        // want: blocking-sleep
  drogon::app().registerHandler("/b", [](int) {});                    // ok: blocking-sleep
  drogon::app().registerHandler("/c", [](int) -> Task<> {
    usleep(10);                                                       // want: blocking-sleep
    co_return;
  });
  drogon::app().registerPreRoutingAdvice([](int) { usleep(10); });    // want: blocking-sleep
  database.execSqlAsync("select 1", [](int) { usleep(10); });         // want: blocking-sleep
}
