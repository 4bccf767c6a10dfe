#include "fake/task.h"

#include <curl/curl.h>

using fake::Task;

Task<> easy(CURL* handle, char* data, size_t* count) {
  curl_easy_setopt(handle, CURLOPT_URL, "https://example.org"); // ok: blocking-http
  curl_easy_perform(handle);                                    // want: blocking-http error
  curl_easy_recv(handle, data, 1, count);                       // ok: blocking-http   normally short
  curl_easy_send(handle, data, 1, count);                       // ok: blocking-http
  curl_easy_upkeep(handle);                                     // ok: blocking-http
  curl_easy_cleanup(handle);                                    // ok: blocking-http
  co_return;
}

Task<> multi(CURLM* handle, int* number) {
  curl_multi_perform(handle, number);                           // ok: blocking-http   does what can be done at once
  curl_multi_socket_action(handle, 3, 0, number);               // ok: blocking-http
  curl_multi_wait(handle, nullptr, 0, 1000, number);            // want: blocking-http
  curl_multi_wait(handle, nullptr, 0, 0, number);               // ok: blocking-http   a zero timeout only looks
  curl_multi_poll(handle, nullptr, 0, 1000, number);            // want: blocking-http
  curl_multi_poll(handle, nullptr, 0, 0, number);               // ok: blocking-http
  co_return;
}
