// Declarations in the shape of libgpiod.
#pragma once

extern "C" int gpiod_line_event_wait(void* line, const void* timeout);
namespace gpiod {
class line {
public:
  bool event_wait(long timeout) const;
  int get_value() const;
};
} // namespace gpiod
