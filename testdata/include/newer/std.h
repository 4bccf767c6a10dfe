// What later versions of libstdc++ than Debian's have, as far as a rule speaks of it.
#pragma once

#include <atomic>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <functional>
#include <utility>

namespace std {

inline void atomic_flag_wait(const atomic_flag*, bool) noexcept {}
inline void atomic_flag_wait_explicit(const atomic_flag*, bool, memory_order) noexcept {}

template <typename... Args> void print(const char*, Args&&...) {}
template <typename... Args> void println(const char*, Args&&...) {}
inline void vprint_unicode(FILE*, const char*) {}
inline void vprint_nonunicode(FILE*, const char*) {}

template <typename R, typename Function, typename... Args> R invoke_r(Function&& function, Args&&... args) {
  return static_cast<R>(std::invoke(std::forward<Function>(function), std::forward<Args>(args)...));
}

template <typename T, typename Error> class expected {
public:
  template <typename Function> expected transform(Function&& function) { return *this; }
  template <typename Function> expected and_then(Function&& function) { return *this; }
  template <typename Function> expected or_else(Function&& function) { return *this; }
  template <typename Function> expected transform_error(Function&& function) { return *this; }
};

template <typename T> class generator {
public:
  struct promise_type {
    generator get_return_object() { return {}; }
    suspend_always initial_suspend() noexcept { return {}; }
    suspend_always final_suspend() noexcept { return {}; }
    suspend_always yield_value(T) { return {}; }
    void await_transform() = delete;
    void unhandled_exception() {}
    void return_void() {}
  };
};


} // namespace std
