#include "cache/look_up_list.h"

#include "cache/byte_stream.h"
#include "support/checksum.h"
#include "support/paths.h"

#include <algorithm>
#include <map>
#include <vector>

namespace nostall {
namespace {

/// Clocks of file systems are coarse (two seconds on FAT), and those of servers are not ours.
constexpr int64_t clock_slack = 2'000'000'000;

bool isKnown(uint64_t answer) {
  switch (static_cast<Answer>(answer)) {
  case Answer::Missing:
  case Answer::Present:
  case Answer::Content: return answer <= UINT8_MAX;
  }
  return false;
}

/// A file of a folder as it is kept.
struct Kept {
  std::string_view name;
  Answer answer = Answer::Missing;
  uint64_t content = 0; ///< these two of content only
  uint64_t stamp = 0;
};

void write(ByteWriter& out, const Kept& kept) {
  out.number(static_cast<uint64_t>(kept.answer));
  out.text(kept.name);
  if (kept.answer != Answer::Content) { return; }
  out.fixed(kept.content);
  out.fixed(kept.stamp);
}

Kept read(ByteReader& in) {
  Kept kept;
  const uint64_t answer = in.number();
  if (!isKnown(answer)) { in.fail(); }
  kept.answer = static_cast<Answer>(answer);
  kept.name = in.text();
  if (kept.answer != Answer::Content) { return kept; }
  kept.content = in.fixed();
  kept.stamp = in.fixed();
  return kept;
}

void writeFolder(ByteWriter& out, const std::string& folder, std::string_view project_root) {
  const bool own = project_root.size() > 1 && isInside(folder, project_root);
  out.number(own ? 1 : 0);
  out.text(own ? std::string_view(folder).substr(project_root.size()) : folder);
}

/// With a slash at its end.
std::string readFolder(ByteReader& in, std::string_view project_root) {
  std::string folder(in.number() == 1 ? project_root : "");
  folder += in.text();
  if (folder.empty() || folder.back() != '/') { folder += '/'; }
  return folder;
}

/// Calls `take(path, kept)` for each file of a folder's bytes, until it returns false. False for damaged
/// bytes too.
template <typename Take>
bool forEachFile(std::string_view bytes, std::string_view project_root, Take take) {
  ByteReader in(bytes);
  const std::string folder = readFolder(in, project_root);
  std::string path;
  while (!in.atEnd()) {
    const Kept kept = read(in);
    if (in.failed()) { return false; }
    path = folder;
    path += kept.name;
    if (!take(path, kept)) { return false; }
  }
  return !in.failed();
}

} // namespace

std::string encodeLookUps(const LookUps& look_ups, std::string_view project_root, FileStates& states) {
  std::map<std::string, std::vector<const LookUp*>> folders;
  for (const LookUp& look_up : look_ups) {
    folders[parentPath(look_up.path)].push_back(&look_up);
  }
  ByteWriter out;
  for (const auto& [folder, files] : folders) {
    ByteWriter chunk;
    writeFolder(chunk, folder, project_root);
    for (const LookUp* file : files) {
      const uint64_t stamp = file->answer == Answer::Content ? states.of(file->path).stamp : 0;
      write(chunk, {baseName(file->path), file->answer, file->content, stamp});
    }
    out.text(chunk.take());
  }
  return out.take();
}

std::optional<LookUps> decodeLookUps(std::string_view bytes, std::string_view project_root) {
  LookUps look_ups;
  ByteReader in(bytes);
  while (!in.atEnd()) {
    const bool whole = forEachFile(in.text(), project_root, [&](const std::string& path, const Kept& kept) {
      look_ups.push_back({path, kept.answer, kept.content});
      return true;
    });
    if (!whole || in.failed()) { return std::nullopt; }
  }
  std::sort(look_ups.begin(), look_ups.end(),
            [](const LookUp& left, const LookUp& right) { return left.path < right.path; });
  return look_ups;
}

size_t LookUpChecker::Sum::operator()(std::string_view bytes) const {
  return checksum(bytes);
}

Freshness LookUpChecker::check(std::string_view bytes, int64_t taken_at) {
  bool touched = false;
  ByteReader in(bytes);
  while (!in.atEnd()) {
    const std::string_view of_folder = in.text();
    auto entry = folders_.find(of_folder);
    if (entry == folders_.end()) { entry = folders_.emplace(of_folder, examined(of_folder)).first; }
    Folder& folder = entry->second;
    if (in.failed() || folder.changed) { return Freshness::Changed; }
    if (!folder.touched && folder.newest < taken_at - clock_slack) { continue; }
    touched = true;
    if (!folder.same_content) { folder.same_content = hasSameContent(of_folder); }
    if (!*folder.same_content) { return Freshness::Changed; }
  }
  return touched ? Freshness::Touched : Freshness::Same;
}

bool LookUpChecker::canVouchFor(const LookUps& look_ups, int64_t taken_at) const {
  return std::all_of(look_ups.begin(), look_ups.end(), [&](const LookUp& look_up) {
    return look_up.answer != Answer::Content || states_.of(look_up.path).changed < taken_at - clock_slack;
  });
}

LookUpChecker::Folder LookUpChecker::examined(std::string_view bytes) {
  Folder folder;
  folder.changed = !forEachFile(bytes, project_root_, [&](const std::string& path, const Kept& kept) {
    const FileState& state = states_.of(path);
    if (state.exists != (kept.answer != Answer::Missing)) { return false; }
    // Whether a file is there can be seen; what is in it, only read.
    if (kept.answer != Answer::Content) { return true; }
    folder.touched = folder.touched || state.stamp != kept.stamp;
    folder.newest = std::max(folder.newest, state.changed);
    return true;
  });
  return folder;
}

bool LookUpChecker::hasSameContent(std::string_view bytes) {
  return forEachFile(bytes, project_root_, [&](const std::string& path, const Kept& kept) {
    if (kept.answer != Answer::Content) { return true; }
    const auto content = states_.contentOf(path);
    return content && *content == kept.content;
  });
}

} // namespace nostall
