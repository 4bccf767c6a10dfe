// Declarations in the shape of libgpiod, of its first and its second version.
#pragma once

#include <chrono>
#include <string>

extern "C" {
struct gpiod_line;
struct gpiod_line_event;
struct gpiod_line_request;
struct gpiod_edge_event_buffer;
int gpiod_line_event_wait(void* line, const void* timeout);
int gpiod_line_event_read(gpiod_line* line, gpiod_line_event* event);
gpiod_line* gpiod_line_find(const char* name);
int gpiod_line_request_wait_edge_events(gpiod_line_request* request, long timeout);
int gpiod_line_request_read_edge_events(gpiod_line_request* request, gpiod_edge_event_buffer* buffer, unsigned long most);
int gpiod_line_request_get_fd(gpiod_line_request* request);
}
namespace gpiod {
struct line_event {};
class line {
public:
  bool event_wait(const std::chrono::nanoseconds& timeout) const;
  line_event event_read() const;
  int event_get_fd() const;
  int get_value() const;
};
line find_line(const std::string& name);
class line_request {
public:
  bool wait_edge_events(const std::chrono::nanoseconds& timeout) const;
  int get_value(unsigned offset);
};
} // namespace gpiod
