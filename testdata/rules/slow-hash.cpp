// Hashes of passwords, of several libraries.
#include "fake/task.h"

#include <argon2.h>
#include <crypt.h>
#include <gcrypt.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <nettle/pbkdf2.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <sodium.h>

#include <functional>
#include <string>
#include <string_view>
#include <thread>

using fake::Task;

// ---- called by the coroutine itself

Task<bool> unixPassword(const char* word, const char* stored) {
  co_return std::string_view(crypt(word, stored)) == stored;                     // want: slow-hash warning
}
Task<bool> unixPasswordOfThread(const char* word, const char* stored, crypt_data& data) {
  co_return std::string_view(crypt_r(word, stored, &data)) == stored;            // want: slow-hash
}
Task<bool> sodium(const char* stored, const std::string& word) {
  co_return crypto_pwhash_str_verify(stored, word.data(), word.size()) == 0;     // want: slow-hash
}
Task<> sodiumKey(unsigned char* key, const std::string& word, const unsigned char* salt) {
  (void)crypto_pwhash(key, 32, word.data(), word.size(), salt, crypto_pwhash_OPSLIMIT_INTERACTIVE,  // want: slow-hash
                      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_DEFAULT);
  co_return;
}
Task<bool> argon(const char* stored, std::string word) {
  co_return argon2id_verify(stored, word.data(), word.size()) == ARGON2_OK;      // want: slow-hash
}
Task<> pbkdf2OfOpenssl(const std::string& word, unsigned char* salt, unsigned char* key) {
  PKCS5_PBKDF2_HMAC(word.data(), int(word.size()), salt, 16, 600000, EVP_sha256(), 32, key);  // want: slow-hash
  PKCS5_PBKDF2_HMAC(word.data(), int(word.size()), salt, 16, 1, EVP_sha256(), 32, key);       // ok: slow-hash   one round
  co_return;
}
Task<> scryptOfOpenssl(const std::string& word, unsigned char* salt, unsigned char* key) {
  EVP_PBE_scrypt(word.data(), word.size(), salt, 16, 1 << 15, 8, 1, 0, key, 32);     // want: slow-hash
  EVP_PBE_scrypt(nullptr, 0, nullptr, 0, 1 << 15, 8, 1, 0, nullptr, 0);              // ok: slow-hash   asks whether the numbers will do
  co_return;
}
Task<> pbkdf2OfNettle(const std::string& word, const unsigned char* salt, unsigned char* key) {
  pbkdf2_hmac_sha256(word.size(), reinterpret_cast<const unsigned char*>(word.data()), 600000, 16, salt, 32, key);  // want: slow-hash
  co_return;
}
Task<> keyOfGcrypt(const std::string& word, const char* salt, char* key) {
  gcry_kdf_derive(word.data(), word.size(), GCRY_KDF_SCRYPT, 16384, salt, 16, 1, 32, key);  // want: slow-hash
  co_return;
}
Task<> keyOfGnutls(const gnutls_datum_t* word, const gnutls_datum_t* salt, char* key) {
  gnutls_pbkdf2(GNUTLS_MAC_SHA256, word, salt, 600000, key, 32);                 // want: slow-hash
  co_return;
}
Task<> anyKey(EVP_KDF_CTX* context, unsigned char* key, const OSSL_PARAM* parameters) {
  EVP_KDF_derive(context, key, 32, parameters);                                  // want: slow-hash note
  co_return;
}

// ---- through the program

struct Users {
  virtual ~Users() = default;
  virtual bool knows(const std::string& name, const std::string& word) = 0;
};
struct FileOfUsers : Users {
  bool knows(const std::string&, const std::string& word) override {
    return argon2id_verify(stored.c_str(), word.data(), word.size()) == ARGON2_OK;
  }
  std::string stored;
};
template <typename Check>
bool authorised(const Check& check) {
  return check();
}
Task<bool> logsIn(std::string name, std::string word) {
  FileOfUsers users;
  Users& any = users;
  co_return any.knows(name, word);                                               // want: slow-hash
}
Task<bool> checksInPlace(const char* word, const char* stored) {
  co_return authorised([&] { return crypt(word, stored) != nullptr; });          // want: slow-hash
}

// ---- what is quick, or runs elsewhere

Task<> quick(const std::string& word, unsigned char* out, char* settings, const char* stored) {
  unsigned length = 0;
  HMAC(EVP_sha256(), "key", 3, out, 16, out, &length);                           // ok: slow-hash   made to be fast
  EVP_Digest(word.data(), word.size(), out, &length, EVP_sha256(), nullptr);     // ok: slow-hash
  crypto_generichash(out, 32, out, 16, nullptr, 0);                              // ok: slow-hash
  crypt_gensalt_rn("$y$", 0, nullptr, 0, settings, 64);                          // ok: slow-hash   makes the salt only
  (void)crypto_pwhash_str_needs_rehash(stored, 1, 1);                            // ok: slow-hash   looks at the text
  argon2_encodedlen(1, 1, 1, 1, 1, Argon2_id);                                   // ok: slow-hash
  crypto_kdf_derive_from_key(out, 32, 1, "context", out);                        // ok: slow-hash   of a key that is random already
  co_return;
}
bool verify(const char* word, const char* stored) { return crypt(word, stored) != nullptr; }
void inThread(const char* word, const char* stored) {
  std::thread([=] { verify(word, stored); }).detach();                           // ok: slow-hash   its own thread
}
bool atStart(const char* word, const char* stored) { return verify(word, stored); }  // ok: slow-hash   nothing async
