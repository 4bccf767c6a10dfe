// A value that is seldom there: one pointer, where an absent value reads as an empty one.
#pragma once

#include <memory>
#include <utility>

namespace nostall {

template <typename T>
class Boxed {
public:
  Boxed() = default;
  Boxed(T value) {
    if (!(value == T{})) { value_ = std::make_unique<T>(std::move(value)); }
  }
  Boxed(const Boxed& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
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
    if (!value_) { value_ = std::make_unique<T>(); }
    return *value_;
  }
  explicit operator bool() const { return value_ != nullptr; }
  bool operator==(const Boxed& other) const { return **this == *other; }

private:
  static const T& nothing() {
    static const T empty{};
    return empty;
  }

  std::unique_ptr<T> value_;
};

} // namespace nostall
