// Declarations in the shape of Password hashing, key derivation and key generation.
#pragma once

extern "C" {
char* crypt(const char* phrase, const char* setting);
}
