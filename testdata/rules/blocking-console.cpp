// Reads from a terminal wait for a person; writes are off.
#include "fake/task.h"

#include <cstdio>
#include <iostream>
#include <string>

using fake::Task;

std::string ask() {
  std::string answer;
  std::cout << "Really? ";                 // ok: blocking-console
  std::getline(std::cin, answer);
  return answer;
}

std::istream& input() { return std::cin; }

Task<bool> confirm() {
  co_return ask() == "y";                  // want: blocking-console error via ask, std::getline
}

Task<int> throughAReference() {
  int number = 0;
  std::istream& in = std::cin;
  in >> number;                            // missed: blocking-console the reference hides which stream it is
  input() >> number;                       // missed: blocking-console
  co_return number;
}

Task<> says() {
  std::printf("hello\n");                  // ok: blocking-console
  std::cout << "hello" << std::endl;       // ok: blocking-console
  co_return;
}
