// Findings in words: messages, advice, remarks.
#pragma once

#include "analysis/findings/spots.h"
#include "analysis/reach/chains.h"

#include <optional>
#include <string>
#include <string_view>

namespace nostall {

class Words {
public:
  /// Everything must outlive this.
  Words(const ReachInput& input, const Catalog& catalog, const Matcher& matcher, const Shown& shown)
      : input_(input), catalog_(catalog), matcher_(matcher), shown_(shown) {}

  Context context(NodeId node) const;
  /// One sentence without a full stop, from the rule's message.
  std::string message(const Rule& rule, const Chain& chain, const Context& context) const;
  /// What to write instead with the library of the context; empty when nobody knows.
  std::string advice(const Rule& rule, const Chain& chain, const Context& context) const;
  /// The same of what a rule finds that looks at one body.
  std::string message(const Rule& rule, const Spot& spot, const Context& context) const;
  std::string advice(const Rule& rule, const Spot& spot, const Context& context) const;
  std::vector<ChainStep> steps(const Chain& chain) const;
  /// What the last step calls: the function, or the function object as it is written.
  std::string blockingCallee(const Chain& chain) const;

private:
  std::optional<LoopStart> started(NodeId node) const;
  std::string_view libraryName(NodeId node, const Context& context) const;
  std::string onLoopOf(std::string message, NodeId node, const Context& context) const;
  std::string calleeOf(const Step& step) const;
  std::string remark(const Step& step) const;
  const Event& eventOf(const Step& step) const {
    return input_.program.bodies[step.body].body.events[step.event];
  }

  const ReachInput& input_;
  const Catalog& catalog_;
  const Matcher& matcher_;
  const Shown& shown_;
};

/// `text` with each "{name}" replaced.
std::string expand(std::string text, const std::vector<std::pair<std::string, std::string>>& values);

/// Advice that is written for the library's first namespace ("asio::"), in the words of another one
/// ("boost::asio::"): the one that `type_name` stands in.
std::string inNamespaceOf(const std::string& advice, const LibraryPack& pack, std::string_view type_name);

} // namespace nostall
