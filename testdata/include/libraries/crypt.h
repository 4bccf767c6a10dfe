// Declarations in the shape of Password hashing, key derivation and key generation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

extern "C" {
char* crypt(const char* phrase, const char* setting);
int crypt_newhash(const char* password, const char* preferred, char* hash, std::size_t size);
int mbedtls_pkcs5_pbkdf2_hmac_ext(int digest, const unsigned char* password, std::size_t length, const unsigned char* salt,
                                  std::size_t salt_length, unsigned rounds, std::uint32_t key_length, unsigned char* key);
int wc_scrypt(unsigned char* output, const unsigned char* password, int length, const unsigned char* salt, int salt_length,
              int cost, int block_size, int parallel, int key_length);
int libscrypt_check(char* hash, const char* password);
int EVP_BytesToKey(const void* cipher, const void* digest, const unsigned char* salt, const unsigned char* data, int length,
                   int count, unsigned char* key, unsigned char* iv);
}
class BCrypt {
public:
  static std::string generateHash(const std::string& password, int workload = 12);
  static bool validatePassword(const std::string& password, const std::string& hash);
};
namespace bcrypt {
bool validatePassword(const std::string& password, const std::string& hash);
}
namespace Botan {
class RandomNumberGenerator;
std::string generate_bcrypt(const std::string& password, RandomNumberGenerator& random, std::uint16_t work_factor = 12);
bool check_bcrypt(const std::string& password, const std::string& hash);
class PasswordHash {
public:
  virtual ~PasswordHash() = default;
  virtual void derive_key(std::uint8_t out[], std::size_t length, const char* password, std::size_t password_length,
                          const std::uint8_t salt[], std::size_t salt_length) const = 0;
};
class HKDF {
public:
  void derive_key(std::uint8_t out[], std::size_t length, const char* secret, std::size_t secret_length) const;
};
} // namespace Botan
namespace CryptoPP {
class KeyDerivationFunction {
public:
  virtual ~KeyDerivationFunction() = default;
  virtual std::size_t DeriveKey(unsigned char* derived, std::size_t length, const unsigned char* secret,
                                std::size_t secret_length) const = 0;
};
class Scrypt : public KeyDerivationFunction {
public:
  std::size_t DeriveKey(unsigned char* derived, std::size_t length, const unsigned char* secret,
                        std::size_t secret_length) const override;
};
template <typename T>
class HKDF : public KeyDerivationFunction {
public:
  std::size_t DeriveKey(unsigned char* derived, std::size_t length, const unsigned char* secret,
                        std::size_t secret_length) const override;
};
} // namespace CryptoPP
