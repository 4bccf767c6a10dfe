// Declarations in the shape of MinIO C++.
#pragma once

namespace minio::s3 {
struct GetObjectArgs {};
struct GetObjectResponse {};
class BaseClient {
public:
  bool BucketExists(const char* name);
};
class Client : public BaseClient {
public:
  GetObjectResponse GetObject(GetObjectArgs arguments);
  void SetUserAgent(const char* name);
};
} // namespace minio::s3
