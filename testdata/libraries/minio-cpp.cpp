#include "fake/task.h"
#include "libraries/minio-cpp.h"

using fake::Task;

Task<> gets(minio::s3::Client& client) { client.GetObject({}); co_return; }        // want: blocking-http
Task<bool> asks(minio::s3::Client& client) { co_return client.BucketExists("a"); } // want: blocking-http
Task<> names(minio::s3::Client& client) { client.SetUserAgent("a"); co_return; }   // ok: blocking-http   only prepares
