#include "cache/facts_cache.h"

#include "cache/byte_stream.h"
#include "cache/portable_facts.h"

#include <unistd.h>

namespace nostall {
namespace {

/// Counts up whenever the bytes change their meaning.
constexpr std::string_view header = "nostall-cache 1\n";

} // namespace

/// A file of the cache: what is said of the parse, with a checksum, then the facts, with theirs.
struct FactsCache::Entry {
  Digest key;
  int64_t taken_at = 0;
  uint64_t milliseconds = 0;
  std::string_view look_ups;
  std::string_view facts;

  std::string bytes() const {
    ByteWriter about;
    about.fixed(key.high);
    about.fixed(key.low);
    about.fixed(static_cast<uint64_t>(taken_at));
    about.number(milliseconds);
    about.text(look_ups);
    const std::string told = about.take();
    ByteWriter out;
    out.raw(header);
    out.fixed(checksum(told));
    out.text(told);
    out.raw(facts);
    return out.take();
  }

  /// Nothing when the bytes are damaged or those of another unit.
  static std::optional<Entry> read(std::string_view bytes, const Digest& key) {
    ByteReader in(bytes);
    if (in.raw(header.size()) != header) { return std::nullopt; }
    const uint64_t expected = in.fixed();
    ByteReader about(in.text());
    if (in.failed() || checksum(about.rest()) != expected) { return std::nullopt; }
    Entry entry;
    entry.key.high = about.fixed();
    entry.key.low = about.fixed();
    entry.taken_at = static_cast<int64_t>(about.fixed());
    entry.milliseconds = about.number();
    entry.look_ups = about.text();
    entry.facts = in.rest();
    if (about.failed() || !about.atEnd() || entry.key != key) { return std::nullopt; }
    return entry;
  }
};

FactsCache::FactsCache(std::string folder, std::string project_root)
    : folder_(std::move(folder)), project_root_(std::move(project_root)), started_(timeNow()),
      checker_(states_, project_root_) {}

FactsCache::Found FactsCache::find(const Digest& key) {
  const auto bytes = folder_.read(toString(key));
  const auto entry = bytes ? Entry::read(*bytes, key) : std::nullopt;
  if (!entry) { return {}; }
  Found found;
  found.duration = std::chrono::milliseconds(entry->milliseconds);
  const Freshness freshness = checker_.check(entry->look_ups, entry->taken_at);
  if (freshness == Freshness::Changed) { return found; }
  found.facts = decodePortable(entry->facts, project_root_);
  if (found.facts && freshness == Freshness::Touched) { renew(key, *entry); }
  return found;
}

/// So that the next run need not read the files to see that they are the same.
void FactsCache::renew(const Digest& key, const Entry& entry) {
  const auto look_ups = decodeLookUps(entry.look_ups, project_root_);
  if (!look_ups || !checker_.canVouchFor(*look_ups, started_)) { return; }
  const std::string renewed_look_ups = encodeLookUps(*look_ups, project_root_, states_);
  Entry renewed = entry;
  renewed.look_ups = renewed_look_ups;
  renewed.taken_at = started_;
  (void)folder_.write(toString(key), renewed.bytes());
}

bool FactsCache::keep(const Digest& key, const ParsedUnit& unit) {
  if (folder_.path().empty() || unit.facts.state == UnitState::Failed) { return true; }
  const std::string look_ups = encodeLookUps(unit.look_ups, project_root_, states_);
  const std::string facts = encodePortable(unit.facts, project_root_);
  Entry entry;
  entry.key = key;
  entry.taken_at = unit.taken_at;
  entry.milliseconds = static_cast<uint64_t>(unit.duration.count());
  entry.look_ups = look_ups;
  entry.facts = facts;
  return folder_.write(toString(key), entry.bytes());
}

bool FactsCache::has(const Digest& key) const {
  return access(folder_.pathOf(toString(key)).c_str(), F_OK) == 0;
}

} // namespace nostall
