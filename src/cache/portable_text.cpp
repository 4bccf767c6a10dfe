#include "cache/portable_text.h"

#include <algorithm>

namespace nostall {
namespace {

bool isLetterOrDigit(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

/// What names of files are made of, mostly: a quote or a colon ends one.
bool isPartOfName(char c) {
  return isLetterOrDigit(c) || static_cast<unsigned char>(c) >= 0x80U ||
         std::string_view("._-+@~%").find(c) != std::string_view::npos;
}

/// No path is under way at its end: "-I" and "see '", but not "/mnt".
bool mayBeforePath(std::string_view text) {
  while (!text.empty() && isPartOfName(text.back())) {
    text.remove_suffix(1);
  }
  return text.empty() || text.back() != '/';
}

} // namespace

std::vector<size_t> takeOut(std::string& text, std::string_view folder) {
  std::vector<size_t> places;
  if (folder.size() < 2) { return places; }
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
    const size_t end = at + folder.size();
    const bool ends = end == text.size() || !isPartOfName(text[end]);
    if (!ends || !mayBeforePath(std::string_view(text).substr(0, at))) {
      at = end;
      continue;
    }
    text.erase(at, folder.size());
    places.push_back(at);
  }
  return places;
}

void putBack(std::string& text, const std::vector<size_t>& places, std::string_view folder) {
  for (size_t i = places.size(); i-- > 0;) {
    text.insert(places[i], folder);
  }
}

void writePortable(ByteWriter& out, std::string text, std::string_view folder) {
  const std::vector<size_t> places = takeOut(text, folder);
  out.number(places.size());
  for (const size_t place : places) {
    out.number(place);
  }
  out.text(text);
}

std::string readPortable(ByteReader& in, std::string_view folder) {
  std::vector<size_t> places(in.count());
  for (size_t& place : places) {
    place = in.number();
  }
  std::string text(in.text());
  const bool in_order = std::is_sorted(places.begin(), places.end());
  if (!in_order || (!places.empty() && places.back() > text.size())) { in.fail(); }
  if (!in.failed()) { putBack(text, places, folder); }
  return text;
}

} // namespace nostall
