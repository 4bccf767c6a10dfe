// Declarations in the shape of Azure SDK for C++.
#pragma once

namespace Azure {
namespace Core {
template <typename T>
class Operation {
public:
  T PollUntilDone(int period);
  bool IsDone() const;
};
} // namespace Core
namespace Storage::Blobs {
class BlobClient {
public:
  void Download();
};
} // namespace Storage::Blobs
} // namespace Azure
