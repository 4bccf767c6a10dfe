#include "fake/task.h"

#include <curl/curl.h>
#include <string>

using fake::Task;

class Client {
public:
  std::string get(const std::string& url) {
    curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
    curl_easy_perform(handle_);
    return body_;
  }

private:
  CURL* handle_ = curl_easy_init();
  std::string body_;
};

Task<std::string> weather(Client& client) {
  co_return client.get("https://example.org/weather"); // want: blocking-http error via Client::get, curl_easy_perform
}

Task<> turn(CURLM* transfers) {
  int running = 0;
  curl_multi_perform(transfers, &running);             // ok: blocking-http   does what can be done at once
  co_return;
}
