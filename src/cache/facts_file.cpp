#include "cache/facts_file.h"

#include "cache/byte_stream.h"
#include "cache/portable_text.h"
#include "support/checksum.h"

namespace nostall {
namespace {

/// Counts up whenever the bytes change their meaning.
constexpr std::string_view header = "nostall-units 1\n";

void writeProblem(ByteWriter& out, const Problem& problem, std::string_view root) {
  writePortable(out, problem.file, root);
  out.number(problem.line);
  out.number(problem.column);
  writePortable(out, problem.message, root);
  out.number(problem.kind == ProblemKind::Warning ? 1 : 0);
}

Problem readProblem(ByteReader& in, std::string_view root) {
  Problem problem;
  problem.file = readPortable(in, root);
  problem.line = static_cast<uint32_t>(in.number());
  problem.column = static_cast<uint32_t>(in.number());
  problem.message = readPortable(in, root);
  problem.kind = in.number() == 1 ? ProblemKind::Warning : ProblemKind::Error;
  return problem;
}

void writeRefused(ByteWriter& out, const FactsFile::Refused& refused, std::string_view root) {
  writePortable(out, refused.file, root);
  writePortable(out, refused.reason, root);
  out.number(refused.failed ? 1 : 0);
}

FactsFile::Refused readRefused(ByteReader& in, std::string_view root) {
  FactsFile::Refused refused;
  refused.file = readPortable(in, root);
  refused.reason = readPortable(in, root);
  refused.failed = in.number() == 1;
  return refused;
}

std::string contentOf(const FactsFile& file, std::string_view root) {
  ByteWriter out;
  out.text(file.settings);
  writePortable(out, file.database, root);
  out.number(file.unit_count);
  out.number(file.refused.size());
  for (const FactsFile::Refused& refused : file.refused) {
    writeRefused(out, refused, root);
  }
  out.number(file.problems.size());
  for (const Problem& problem : file.problems) {
    writeProblem(out, problem, root);
  }
  out.number(file.units.size());
  for (const FactsFile::Unit& unit : file.units) {
    out.number(unit.number);
    out.text(unit.facts);
  }
  return out.take();
}

} // namespace

std::string encodeFactsFile(const FactsFile& file, std::string_view version, std::string_view project_root) {
  const std::string content = contentOf(file, project_root);
  ByteWriter out;
  out.raw(header);
  out.text(version);
  out.fixed(checksum(content));
  out.raw(content);
  return out.take();
}

std::optional<std::string> factsFileVersion(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.raw(header.size()) != header) { return std::nullopt; }
  const std::string version(in.text());
  return in.failed() ? std::nullopt : std::optional(version);
}

std::optional<FactsFile> decodeFactsFile(std::string_view bytes, std::string_view project_root) {
  ByteReader in(bytes);
  if (in.raw(header.size()) != header) { return std::nullopt; }
  in.text(); // the version
  const uint64_t expected = in.fixed();
  if (in.failed() || checksum(in.rest()) != expected) { return std::nullopt; }
  FactsFile file;
  file.settings = in.text();
  file.database = readPortable(in, project_root);
  file.unit_count = in.number();
  for (size_t left = in.count(); left > 0 && !in.failed(); --left) {
    file.refused.push_back(readRefused(in, project_root));
  }
  for (size_t left = in.count(); left > 0 && !in.failed(); --left) {
    file.problems.push_back(readProblem(in, project_root));
  }
  for (size_t left = in.count(); left > 0 && !in.failed(); --left) {
    const uint64_t number = in.number();
    file.units.push_back({number, in.text()});
  }
  if (in.failed() || !in.atEnd()) { return std::nullopt; }
  return file;
}

} // namespace nostall
