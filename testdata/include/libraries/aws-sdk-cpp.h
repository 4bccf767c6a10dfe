// Declarations in the shape of AWS SDK for C++.
#pragma once

namespace Aws {
namespace Utils {
template <typename R, typename E>
class Outcome {};
} // namespace Utils
namespace Client {
class AWSClient {
public:
  virtual ~AWSClient();
};
} // namespace Client
namespace S3 {
struct GetObjectRequest {};
struct GetObjectResult {};
struct S3Error {};
using GetObjectOutcome = Utils::Outcome<GetObjectResult, S3Error>;
class S3Client : public Client::AWSClient {
public:
  GetObjectOutcome GetObject(const GetObjectRequest& request) const;
  template <typename Handler>
  void GetObjectAsync(const GetObjectRequest& request, const Handler& handler) const {}
};
} // namespace S3
} // namespace Aws
