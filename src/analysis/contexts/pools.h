// Thread pools among the types and values of a call.
#pragma once

#include "catalog/matcher.h"
#include "program/program.h"

namespace nostall {

/// A pool, its executor, or an executor or object that is made for one:
/// asio::strand<asio::thread_pool::executor_type>, basic_stream_socket<tcp, ...>.
bool isOfPool(const Matcher& matcher, const Symbols& symbols, TypeId type);

/// One whose type forgets it, too: `any_io_executor(pool.get_executor())`, or a parameter of a type that
/// takes any executor. `value` is one of an event of `body`.
bool isMadeOfPool(const Matcher& matcher, const Symbols& symbols, const Body& body, const Value& value);

} // namespace nostall
