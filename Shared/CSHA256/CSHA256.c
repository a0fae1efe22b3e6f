#include "CSHA256.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define WITH_SHA __attribute__((target("sha,sse4.1,ssse3")))

enum { block_size = 64, most_lanes = 2 };

static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

/// A message that is being digested.
struct lane {
    struct csha256_message *message;
    /// The blocks to come: the message's own, then those of its end.
    const uint8_t *next;
    size_t blocks;
    bool is_ending;
    uint8_t end[2 * block_size];
    /// The standard's words a to h, as the instructions take them.
    __m128i abef, cdgh;
};

bool csha256_is_offered(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// Goes on with as many blocks of each lane.
static inline __attribute__((always_inline)) WITH_SHA void take_blocks(
    struct lane *const *lanes, const int count, size_t blocks) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i abef[most_lanes], cdgh[most_lanes], words[4][most_lanes];
    for (size_t block = 0; block < blocks; block++) {
        for (int lane = 0; lane < count; lane++) {
            abef[lane] = lanes[lane]->abef;
            cdgh[lane] = lanes[lane]->cdgh;
        }
#pragma clang loop unroll(full)
        // Four of the 64 steps at a time, each time with the next four words of the message's schedule.
        for (int four = 0; four < 16; four++) {
            const __m128i constant = _mm_load_si128((const __m128i *)constants + four);
#pragma clang loop unroll(full)
            for (int lane = 0; lane < count; lane++) {
                __m128i word;
                if (four < 4) {
                    const __m128i *bytes = (const __m128i *)(lanes[lane]->next + block * block_size);
                    word = _mm_shuffle_epi8(_mm_loadu_si128(bytes + four), big_endian);
                } else {
                    const __m128i before = words[(four + 3) & 3][lane];
                    word = _mm_sha256msg1_epu32(words[four & 3][lane], words[(four + 1) & 3][lane]);
                    word = _mm_add_epi32(word, _mm_alignr_epi8(before, words[(four + 2) & 3][lane], 4));
                    word = _mm_sha256msg2_epu32(word, before);
                }
                words[four & 3][lane] = word;
                word = _mm_add_epi32(word, constant);
                cdgh[lane] = _mm_sha256rnds2_epu32(cdgh[lane], abef[lane], word);
                abef[lane] = _mm_sha256rnds2_epu32(abef[lane], cdgh[lane], _mm_shuffle_epi32(word, 0x0e));
            }
        }
        for (int lane = 0; lane < count; lane++) {
            lanes[lane]->abef = _mm_add_epi32(lanes[lane]->abef, abef[lane]);
            lanes[lane]->cdgh = _mm_add_epi32(lanes[lane]->cdgh, cdgh[lane]);
        }
    }
    for (int lane = 0; lane < count; lane++) {
        lanes[lane]->next += blocks * block_size;
        lanes[lane]->blocks -= blocks;
    }
}

static WITH_SHA void take_blocks_of_one(struct lane *const *lanes, size_t blocks) {
    take_blocks(lanes, 1, blocks);
}

static WITH_SHA void take_blocks_of_two(struct lane *const *lanes, size_t blocks) {
    take_blocks(lanes, 2, blocks);
}

/// The bytes behind the last whole block, a bit that is set, and in the last eight bytes how many bits there were.
static void begin_end(struct lane *lane) {
    const size_t rest = lane->message->size % block_size;
    lane->blocks = rest < block_size - sizeof(uint64_t) ? 1 : 2;
    memset(lane->end, 0, sizeof lane->end);
    if (rest > 0) memcpy(lane->end, lane->next, rest);
    lane->end[rest] = 0x80;
    const uint64_t bits = __builtin_bswap64((uint64_t)lane->message->size * 8);
    memcpy(lane->end + lane->blocks * block_size - sizeof bits, &bits, sizeof bits);
    lane->next = lane->end;
    lane->is_ending = true;
}

static void begin(struct lane *lane, struct csha256_message *message) {
    lane->message = message;
    lane->next = message->bytes;
    lane->blocks = message->size / block_size;
    lane->is_ending = false;
    lane->abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
    lane->cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
    if (lane->blocks == 0) begin_end(lane);
}

static void write_digest(struct lane *lane) {
    uint32_t abef[4], cdgh[4];
    memcpy(abef, &lane->abef, sizeof abef);
    memcpy(cdgh, &lane->cdgh, sizeof cdgh);
    const uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]};
    for (int index = 0; index < 8; index++) {
        const uint32_t word = __builtin_bswap32(words[index]);
        memcpy(lane->message->digest + 4 * index, &word, sizeof word);
    }
}

void csha256_digest(struct csha256_message *messages, int count) {
    struct lane room[most_lanes], *lanes[most_lanes];
    int active = 0, next = 0;
    while (active < most_lanes && next < count) {
        lanes[active] = &room[active];
        begin(lanes[active++], &messages[next++]);
    }
    while (active > 0) {
        if (active == 1) {
            take_blocks_of_one(lanes, lanes[0]->blocks);
        } else {
            take_blocks_of_two(
                lanes, lanes[0]->blocks < lanes[1]->blocks ? lanes[0]->blocks : lanes[1]->blocks);
        }
        for (int index = active - 1; index >= 0; index--) {
            struct lane *lane = lanes[index];
            if (lane->blocks > 0) continue;
            if (!lane->is_ending) {
                begin_end(lane);
                continue;
            }
            write_digest(lane);
            if (next < count) {
                begin(lane, &messages[next++]);
            } else {
                lanes[index] = lanes[--active];
            }
        }
    }
}

#else

bool csha256_is_offered(void) {
    return false;
}

void csha256_digest(struct csha256_message *messages, int count) {
    __builtin_trap();
}

#endif
