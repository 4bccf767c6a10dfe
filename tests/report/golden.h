// Golden files: testdata/reports/NAME holds the bytes that a reporter must write. After a wanted change,
// UPDATE_GOLDEN=1 build/bin/report_test writes them anew; read the diff before you commit it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace nostall {

inline void expectGolden(const std::string& name, const std::string& bytes) {
  const std::string path = std::string(NOSTALL_SOURCE_DIR) + "/testdata/reports/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    ASSERT_TRUE(out.flush()) << path << " cannot be written";
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << " cannot be read";
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(bytes, expected) << "differs from " << path << "; if that is wanted: UPDATE_GOLDEN=1";
}

} // namespace nostall
