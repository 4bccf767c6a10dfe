// A value that is seldom there: one pointer, where an absent value reads as an empty one.
#pragma once

#include "model/pool.h"

#include <memory>
#include <utility>

namespace nostall {

template <typename T>
class Boxed {
public:
  Boxed() = default;
  Boxed(T value) {
    if (!(value == T{})) { value_ = make(std::move(value)); }
  }
  Boxed(const Boxed& other) : value_(other.value_ ? make(*other.value_) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    if (this != &other) { *this = Boxed(other); }
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  const T& operator*() const { return value_ ? *value_ : nothing(); }
  const T* operator->() const { return &**this; }
  /// For writing: makes the value when it is absent.
  T& edit() {
    if (!value_) { value_ = make(); }
    return *value_;
  }
  explicit operator bool() const { return value_ != nullptr; }
  bool operator==(const Boxed& other) const { return **this == *other; }

private:
  static const T& nothing() {
    static const T empty{};
    return empty;
  }

  struct Release {
    void operator()(T* value) const {
      std::destroy_at(value);
      Pool::release(value, sizeof(T));
    }
  };
  using Owner = std::unique_ptr<T, Release>;

  static_assert(alignof(T) <= Pool::alignment);

  template <typename... Arguments>
  static Owner make(Arguments&&... arguments) {
    void* memory = Pool::allocate(sizeof(T));
    return Owner(std::construct_at(static_cast<T*>(memory), std::forward<Arguments>(arguments)...));
  }

  Owner value_;
};

} // namespace nostall
