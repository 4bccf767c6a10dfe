// enable: cpu-heavy
#include "fake/task.h"
#include "libraries/crypt.h"

using fake::Task;

Task<> hashes() { crypt("a", "b"); co_return; }                                            // want: slow-hash
Task<> newHash(char* hash) { crypt_newhash("a", "bcrypt,a", hash, 64); co_return; }        // want: slow-hash
Task<> key(unsigned char* key) {
  mbedtls_pkcs5_pbkdf2_hmac_ext(6, key, 1, key, 1, 600000, 32, key);                       // want: slow-hash
  wc_scrypt(key, key, 1, key, 1, 15, 8, 1, 32);                                            // want: slow-hash
  EVP_BytesToKey(nullptr, nullptr, key, key, 1, 1, key, key);                              // want: cpu-heavy // ok: slow-hash   mostly one round
  co_return;
}
Task<bool> checks(char* hash) { co_return libscrypt_check(hash, "a") > 0; }                // want: slow-hash
Task<bool> bcryptClass(const std::string& hash) { co_return BCrypt::validatePassword("a", hash); }      // want: slow-hash
Task<std::string> bcryptMade() { co_return BCrypt::generateHash("a"); }                                 // want: slow-hash
Task<bool> bcryptNamespace(const std::string& hash) { co_return bcrypt::validatePassword("a", hash); }  // want: slow-hash
Task<bool> botan(const std::string& hash) { co_return Botan::check_bcrypt("a", hash); }                 // want: slow-hash
Task<> botanHash(const Botan::PasswordHash& hash, std::uint8_t* out) {
  hash.derive_key(out, 32, "a", 1, out, 16);                                               // want: slow-hash
  co_return;
}
Task<> botanKey(const Botan::HKDF& hash, std::uint8_t* out) {
  hash.derive_key(out, 32, "a", 1);                                                        // ok: slow-hash   of what is random
  co_return;
}
Task<> cryptopp(const CryptoPP::Scrypt& scrypt, const CryptoPP::HKDF<int>& quick, unsigned char* key) {
  scrypt.DeriveKey(key, 32, key, 16);                                                      // want: slow-hash
  quick.DeriveKey(key, 32, key, 16);                                                       // ok: slow-hash
  co_return;
}
