#include "fake/task.h"
#include "libraries/aws-sdk-cpp.h"

using fake::Task;

Task<> gets(Aws::S3::S3Client& client, const Aws::S3::GetObjectRequest& request) {
  client.GetObject(request);             // want: blocking-http
  client.GetObjectAsync(request, [] {}); // ok: blocking-http   with a handler
  co_return;
}
