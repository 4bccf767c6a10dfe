#include "model/boxed.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace nostall {
namespace {

struct Label {
  std::string text;
  bool operator==(const Label&) const = default;
};

TEST(Boxed, ReadsAsAnEmptyValueWhenItHoldsNone) {
  const Boxed<Label> none;
  EXPECT_FALSE(none);
  EXPECT_EQ(none->text, "");
  EXPECT_FALSE(Boxed<Label>(Label{})); // an empty value is none
}

TEST(Boxed, CopiesItsValue) {
  const Boxed<Label> original(Label{"a text that is too long to be kept in the string itself"});
  Boxed<Label> copy = original;
  copy.edit().text = "other";
  EXPECT_EQ(copy->text, "other");
  EXPECT_TRUE(original->text.starts_with("a text"));
  copy = original;
  EXPECT_EQ(*copy, *original);
}

TEST(Boxed, MovesItsValue) {
  Boxed<Label> first(Label{"value"});
  const Boxed<Label> second = std::move(first);
  EXPECT_EQ(second->text, "value");
}

TEST(Boxed, MakesAValueToWriteTo) {
  Boxed<Label> label;
  label.edit().text = "made";
  EXPECT_TRUE(label);
  EXPECT_EQ(label->text, "made");
}

} // namespace
} // namespace nostall
