#pragma once

// SHA-256 (FIPS 180-4) of several messages at once, by the processor's instructions for it (Intel's and AMD's SHA extensions). Each
// of these instructions waits for the one before; those of a second message fill the gaps.

#include <stdbool.h>
#include <stddef.h>

/// A message and what becomes of it.
struct csha256_message {
    const void *bytes;
    size_t size;
    unsigned char digest[32];
};

/// Whether the processor has these instructions.
bool csha256_is_offered(void);

/// Digests messages, two at a time; to be called only where it is offered.
void csha256_digest(struct csha256_message *messages, int count);
