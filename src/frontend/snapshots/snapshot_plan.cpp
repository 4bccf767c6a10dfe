#include "frontend/snapshots/snapshot_plan.h"

#include "frontend/snapshots/header_graph.h"
#include "support/paths.h"

#include <llvm/Support/FileSystem.h>

#include <algorithm>
#include <map>
#include <set>

namespace nostall {

namespace {

/// Parsing so many bytes costs about as much as one process more.
constexpr size_t worthwhile_bytes = 100'000;

/// A command taken apart.
struct UnitFlags {
  std::map<std::string, std::string> macros; ///< name -> the whole flag, the last one of each name
  std::vector<std::string> rest;             ///< arguments without macros and the file's name
  std::string directory;                     ///< empty when nothing depends on it
};

bool isRelative(llvm::StringRef argument) {
  for (const llvm::StringRef flag : {"-I", "-isystem", "-iquote", "-idirafter"}) {
    if (argument.consume_front(flag)) { return !argument.empty() && !argument.starts_with("/"); }
  }
  return !argument.starts_with("-") && !argument.starts_with("/");
}

/// Clang looks in the working folder for what -include names only when the main file is on disk, and the text
/// of a snapshot is not.
std::string placed(const CompileCommand& command, size_t argument) {
  const std::vector<std::string>& all = command.arguments;
  const size_t flag = argument - (argument > 1 && all[argument - 1] == "-Xclang" ? 2 : 1);
  const bool names_header = argument > 0 && (all[flag] == "-include" || all[flag] == "-imacros");
  if (!names_header) { return all[argument]; }
  const std::string path = absolutePath(all[argument], command.directory);
  return llvm::sys::fs::is_regular_file(path) ? path : all[argument];
}

UnitFlags takeApart(const CompileCommand& command) {
  UnitFlags flags;
  const auto macro = [&](llvm::StringRef flag, llvm::StringRef text) {
    const llvm::StringRef name = text.take_until([](char c) { return c == '=' || c == '('; });
    flags.macros[name.str()] = (flag + text).str();
  };
  for (size_t i = 0; i + 1 < command.arguments.size(); ++i) {
    const llvm::StringRef argument = command.arguments[i];
    const bool is_macro = argument.starts_with("-D") || argument.starts_with("-U");
    if (is_macro && argument.size() > 2) {
      macro(argument.take_front(2), argument.drop_front(2));
    } else if (is_macro) {
      macro(argument, command.arguments[++i]);
    } else {
      flags.rest.push_back(placed(command, i));
      const bool language = i > 0 && command.arguments[i - 1] == "-x";
      // What is relative means something else in another folder.
      if (i > 0 && !language && isRelative(flags.rest.back())) { flags.directory = command.directory; }
    }
  }
  return flags;
}

std::string asDirective(const std::string& flag) {
  const llvm::StringRef text = llvm::StringRef(flag).drop_front(2);
  if (flag.starts_with("-U")) { return ("#undef " + text + "\n").str(); }
  const auto [name, value] = text.split('=');
  const bool valued = text.contains('=');
  return ("#define " + name + " " + (valued ? value : llvm::StringRef("1")) + "\n").str();
}

class Planner {
public:
  using Headers = std::vector<const ScannedHeader*>;
  using Units = std::vector<size_t>;

  Planner(const std::vector<CompileCommand>& commands, const FrontendOptions& options)
      : commands_(commands), options_(options) {
    plan_.node_of.assign(commands.size(), no_node);
    plan_.macros_of.resize(commands.size());
  }

  SnapshotPlan plan() {
    std::map<std::pair<std::vector<std::string>, std::string>, Units> groups;
    for (size_t unit = 0; unit < commands_.size(); ++unit) {
      flags_.push_back(takeApart(commands_[unit]));
      groups[{flags_.back().rest, flags_.back().directory}].push_back(unit);
    }
    for (const auto& [flags, units] : groups) {
      if (units.size() > 1) { planGroup(units); }
    }
    return std::move(plan_);
  }

private:
  /// Macros that not all units define alike.
  std::set<std::string> differingMacros(const Units& units) const;
  std::set<std::string> relevantMacros(const Units& units, const std::set<std::string>& differing) const;
  void planGroup(const Units& units);
  void planShared(const Units& units);
  void rankHeaders(const Units& units);
  void grow(const Units& units, size_t depth, size_t parent, const Headers& pending);
  void growBranch(const Units& units, size_t depth, size_t parent, Headers headers);
  size_t newBytes(const Headers& headers, size_t parent) const;

  const std::vector<CompileCommand>& commands_;
  const FrontendOptions& options_;
  std::vector<UnitFlags> flags_;
  std::map<size_t, Headers> headers_of_; ///< by unit of the group
  CompileCommand shared_;
  SnapshotPlan plan_;
  std::vector<Headers> headers_of_node_;
};

std::set<std::string> Planner::differingMacros(const Units& units) const {
  std::map<std::string, std::pair<std::string, size_t>> first; // value and how often it is that
  for (const size_t unit : units) {
    for (const auto& [name, flag] : flags_[unit].macros) {
      auto& known = first.try_emplace(name, flag, 0).first->second;
      if (known.first == flag) { ++known.second; }
    }
  }
  std::set<std::string> differing;
  for (const auto& [name, known] : first) {
    if (known.second != units.size()) { differing.insert(name); }
  }
  return differing;
}

void closure(const ScannedHeader& header, llvm::DenseSet<const ScannedHeader*>& all) {
  if (!all.insert(&header).second) { return; }
  for (const ScannedHeader* inner : header.includes) {
    closure(*inner, all);
  }
}

std::set<std::string> Planner::relevantMacros(const Units& units,
                                              const std::set<std::string>& differing) const {
  llvm::DenseSet<const ScannedHeader*> all;
  for (const size_t unit : units) {
    for (const ScannedHeader* header : headers_of_.at(unit)) {
      closure(*header, all);
    }
  }
  std::set<std::string> relevant;
  for (const ScannedHeader* header : all) {
    relevant.insert(header->words.begin(), header->words.end());
  }
  return differing.empty() ? std::set<std::string>() : relevant;
}

void Planner::planGroup(const Units& units) {
  const std::set<std::string> differing = differingMacros(units);
  shared_ = commands_[units.front()];
  HeaderGraph graph(shared_, options_, {differing.begin(), differing.end()});
  if (!graph.usable()) { return; }
  for (const size_t unit : units) {
    graph.read(commands_[unit].file);
  }
  headers_of_.clear();
  for (const size_t unit : units) {
    headers_of_[unit] = graph.headersOf(commands_[unit].file);
  }
  const std::set<std::string> relevant = relevantMacros(units, differing);
  std::map<std::vector<std::string>, Units> parts;
  for (const size_t unit : units) {
    std::vector<std::string> seen;
    for (const std::string& name : relevant) {
      const auto flag = flags_[unit].macros.find(name);
      seen.push_back(flag != flags_[unit].macros.end() ? flag->second : std::string());
    }
    parts[seen].push_back(unit);
  }
  for (const auto& [seen, part] : parts) {
    if (part.size() > 1) { planShared(part); }
  }
}

/// Units of which no header can tell one from the other by its flags.
void Planner::planShared(const Units& units) {
  const std::set<std::string> differing = differingMacros(units);
  const UnitFlags& first = flags_[units.front()];
  shared_ = commands_[units.front()];
  shared_.arguments = first.rest;
  shared_.arguments.push_back(shared_.file);
  for (const auto& [name, flag] : first.macros) {
    if (!differing.contains(name)) { shared_.arguments.insert(shared_.arguments.begin() + 1, flag); }
  }
  for (const size_t unit : units) {
    for (const auto& [name, flag] : flags_[unit].macros) {
      if (differing.contains(name)) { plan_.macros_of[unit] += asDirective(flag); }
    }
  }
  rankHeaders(units);
  grow(units, 0, no_node, {});
}

/// Each unit's headers: those that others include too, the most frequent ones first.
void Planner::rankHeaders(const Units& units) {
  struct Rank {
    size_t count = 0;
    size_t first = 0;
  };
  llvm::DenseMap<const ScannedHeader*, Rank> ranks;
  for (const size_t unit : units) {
    for (const ScannedHeader* header : headers_of_[unit]) {
      Rank& rank = ranks.try_emplace(header, Rank{0, ranks.size()}).first->second;
      ++rank.count;
    }
  }
  for (const size_t unit : units) {
    Headers& headers = headers_of_[unit];
    std::erase_if(headers, [&](const ScannedHeader* header) { return ranks[header].count < 2; });
    std::sort(headers.begin(), headers.end(), [&](const ScannedHeader* left, const ScannedHeader* right) {
      const Rank& a = ranks[left];
      const Rank& b = ranks[right];
      return a.count != b.count ? a.count > b.count : a.first < b.first;
    });
  }
}

/// `units` share their first `depth` headers, of which `pending` are in no node yet.
void Planner::grow(const Units& units, size_t depth, size_t parent, const Headers& pending) {
  std::vector<std::pair<const ScannedHeader*, Units>> branches;
  for (const size_t unit : units) {
    const Headers& headers = headers_of_[unit];
    const ScannedHeader* next = depth < headers.size() ? headers[depth] : nullptr;
    auto branch =
        std::find_if(branches.begin(), branches.end(), [&](const auto& one) { return one.first == next; });
    if (branch == branches.end()) { branch = branches.insert(branches.end(), {next, {}}); }
    branch->second.push_back(unit);
  }
  for (const auto& [next, members] : branches) {
    if (next == nullptr || members.size() < 2) {
      for (const size_t unit : members) {
        plan_.node_of[unit] = parent;
      }
    } else {
      growBranch(members, depth, parent, pending);
    }
  }
}

/// `units` share at least one header more.
void Planner::growBranch(const Units& units, size_t depth, size_t parent, Headers headers) {
  const Headers& first = headers_of_[units.front()];
  const auto shared = [&](size_t at) {
    return at < first.size() && std::all_of(
                                    units.begin(), units.end(),
                                    [&](size_t unit) {
                                      const Headers& others = headers_of_[unit];
                                      return at < others.size() && others[at] == first[at];
                                    });
  };
  for (; shared(depth); ++depth) {
    headers.push_back(first[depth]);
  }
  if (newBytes(headers, parent) * (units.size() - 1) < worthwhile_bytes) {
    grow(units, depth, parent, headers);
    return;
  }
  SnapshotNode node;
  node.parent = parent;
  if (parent == no_node) { node.command = shared_; }
  for (const ScannedHeader* header : headers) {
    node.headers.push_back(header->directive);
  }
  plan_.nodes.push_back(std::move(node));
  headers_of_node_.push_back(headers);
  grow(units, depth, plan_.nodes.size() - 1, {});
}

size_t Planner::newBytes(const Headers& headers, size_t parent) const {
  llvm::DenseSet<const ScannedHeader*> read;
  for (; parent != no_node; parent = plan_.nodes[parent].parent) {
    for (const ScannedHeader* header : headers_of_node_[parent]) {
      closure(*header, read);
    }
  }
  llvm::DenseSet<const ScannedHeader*> all = read;
  for (const ScannedHeader* header : headers) {
    closure(*header, all);
  }
  size_t bytes = 0;
  for (const ScannedHeader* header : all) {
    if (!read.contains(header)) { bytes += header->size; }
  }
  return bytes;
}

} // namespace

SnapshotPlan planSnapshots(const std::vector<CompileCommand>& commands, const FrontendOptions& options) {
  return Planner(commands, options).plan();
}

} // namespace nostall
