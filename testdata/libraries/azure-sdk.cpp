#include "fake/task.h"
#include "libraries/azure-sdk.h"

using fake::Task;

Task<> downloads(Azure::Storage::Blobs::BlobClient& client) { client.Download(); co_return; }   // want: blocking-http
Task<> polls(Azure::Core::Operation<int>& operation) { operation.PollUntilDone(1); co_return; } // want: blocking-http
Task<bool> asks(Azure::Core::Operation<int>& operation) { co_return operation.IsDone(); }       // ok: blocking-http   only asks
