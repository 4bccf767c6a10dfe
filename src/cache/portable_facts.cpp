#include "cache/portable_facts.h"

#include "cache/byte_stream.h"
#include "cache/facts_codec.h"
#include "cache/portable_text.h"
#include "support/checksum.h"

#include <algorithm>

namespace nostall {
namespace {

/// For each string that named the folder: its id, how often, and where.
std::string takeOutOfAll(std::vector<std::string>& strings, std::string_view folder) {
  ByteWriter places;
  for (size_t id = 0; id < strings.size(); ++id) {
    const std::vector<size_t> in_string = takeOut(strings[id], folder);
    if (in_string.empty()) { continue; }
    places.number(id);
    places.number(in_string.size());
    for (const size_t place : in_string) {
      places.number(place);
    }
  }
  return places.take();
}

bool putBackIntoOne(ByteReader& in, std::vector<std::string>& strings, std::string_view folder) {
  const uint64_t id = in.number();
  if (id >= strings.size()) { return false; }
  std::vector<size_t> places(in.count());
  for (size_t& place : places) {
    place = in.number();
  }
  const bool in_order = std::is_sorted(places.begin(), places.end());
  if (in.failed() || places.empty() || !in_order || places.back() > strings[id].size()) { return false; }
  putBack(strings[id], places, folder);
  return true;
}

} // namespace

std::string encodePortable(UnitFacts facts, std::string_view project_root) {
  const std::string places = takeOutOfAll(facts.symbols.strings, project_root);
  ByteWriter out;
  out.fixed(checksum(places));
  out.text(places);
  out.raw(encodeFacts(facts));
  return out.take();
}

std::optional<UnitFacts> decodePortable(std::string_view bytes, std::string_view project_root) {
  ByteReader in(bytes);
  const uint64_t expected = in.fixed();
  ByteReader places(in.text());
  if (in.failed() || checksum(places.rest()) != expected) { return std::nullopt; }
  auto facts = decodeFacts(in.rest());
  if (!facts) { return std::nullopt; }
  while (!places.atEnd()) {
    if (!putBackIntoOne(places, facts->symbols.strings, project_root)) { return std::nullopt; }
  }
  return facts;
}

} // namespace nostall
