// A vector of one pointer: a program has millions of lists, and most are empty.
#pragma once

#include "model/pool.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace nostall {

/// As std::vector, as far as facts need it. An empty one owns nothing.
template <typename T>
class PackedVector {
public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  PackedVector() = default;
  PackedVector(std::initializer_list<T> items) : PackedVector(items.begin(), items.end()) {}
  template <std::input_iterator Iterator>
  PackedVector(Iterator first, Iterator last) {
    insert(end(), first, last);
  }
  PackedVector(const PackedVector& other) : PackedVector(other.begin(), other.end()) {}
  PackedVector(PackedVector&& other) noexcept : items_(std::exchange(other.items_, nullptr)) {}
  PackedVector& operator=(const PackedVector& other) {
    if (this != &other) { *this = PackedVector(other); }
    return *this;
  }
  PackedVector& operator=(PackedVector&& other) noexcept {
    std::swap(items_, other.items_);
    return *this;
  }
  ~PackedVector() { free(items_); }

  size_t size() const { return items_ == nullptr ? 0 : header(items_).size; }
  bool empty() const { return size() == 0; }
  T* data() { return items_; }
  const T* data() const { return items_; }
  T* begin() { return items_; }
  T* end() { return items_ + size(); }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + size(); }
  T& operator[](size_t index) { return items_[index]; }
  const T& operator[](size_t index) const { return items_[index]; }
  T& front() { return *begin(); }
  const T& front() const { return *begin(); }
  T& back() { return *(end() - 1); }
  const T& back() const { return *(end() - 1); }

  void reserve(size_t wanted) {
    if (wanted > capacity()) { grow(wanted); }
  }
  template <typename... Arguments>
  T& emplace_back(Arguments&&... arguments) {
    if (size() == capacity()) {
      // The arguments may refer to an item, which growing moves.
      T item(std::forward<Arguments>(arguments)...);
      grow(std::max<size_t>(1, size() * 2));
      return *std::construct_at(items_ + header(items_).size++, std::move(item));
    }
    T* made = std::construct_at(items_ + size(), std::forward<Arguments>(arguments)...);
    ++header(items_).size;
    return *made;
  }
  void push_back(const T& item) { emplace_back(item); }
  void push_back(T&& item) { emplace_back(std::move(item)); }
  /// Only at the end. The items may not be this vector's own.
  template <std::input_iterator Iterator>
  void insert(const T* /*end*/, Iterator first, Iterator last) {
    if constexpr (std::forward_iterator<Iterator>) {
      reserve(size() + static_cast<size_t>(std::distance(first, last)));
    }
    for (; first != last; ++first) {
      emplace_back(*first);
    }
  }
  /// Only up to the end, as after std::remove and std::unique.
  void erase(const T* first, const T* /*end*/) {
    if (first == end()) { return; }
    const auto kept = static_cast<uint32_t>(first - begin());
    std::destroy(items_ + kept, end());
    header(items_).size = kept;
  }
  void clear() { *this = PackedVector(); }

  bool operator==(const PackedVector& other) const {
    return std::equal(begin(), end(), other.begin(), other.end());
  }
  bool operator<(const PackedVector& other) const {
    return std::lexicographical_compare(begin(), end(), other.begin(), other.end());
  }

private:
  struct Header {
    uint32_t size = 0;
    uint32_t capacity = 0;
  };
  static_assert(alignof(T) <= Pool::alignment);
  static constexpr size_t before_items = std::max(sizeof(Header), alignof(T));

  static Header& header(T* items) {
    return *std::launder(reinterpret_cast<Header*>(reinterpret_cast<char*>(items) - before_items));
  }
  size_t capacity() const { return items_ == nullptr ? 0 : header(items_).capacity; }

  static void free(T* items) {
    if (items == nullptr) { return; }
    const size_t bytes = before_items + header(items).capacity * sizeof(T);
    std::destroy_n(items, header(items).size);
    Pool::release(reinterpret_cast<char*>(items) - before_items, bytes);
  }

  void grow(size_t capacity) {
    char* raw = static_cast<char*>(Pool::allocate(before_items + capacity * sizeof(T)));
    const auto count = static_cast<uint32_t>(size());
    std::construct_at(reinterpret_cast<Header*>(raw), Header{count, static_cast<uint32_t>(capacity)});
    T* items = reinterpret_cast<T*>(raw + before_items);
    std::uninitialized_move(begin(), end(), items);
    free(std::exchange(items_, items));
  }

  T* items_ = nullptr;
};

} // namespace nostall
