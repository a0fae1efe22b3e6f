#pragma once

// The few things that are asked of libvips, whose own functions are variadic. Pictures are counted references: who gets one
// releases it. What answers NULL or -1 has left its reason in cvips_reason().

#include <stddef.h>
#include <stdint.h>

typedef struct cvips_picture cvips_picture;

/// Begins: nothing is kept from picture to picture, one thread works, and only JPEG, PNG, WebP, TIFF, GIF, HEIF, AVIF and
/// JPEG XL are read. -1 when libvips cannot be used.
int cvips_begin(const char *program);

/// What went wrong since the last call, one line for each; the text is good until the next call of anything here.
const char *cvips_reason(void);

/// Whether a file is of a kind that is read, by its content.
int cvips_can_read(const char *path);

/// The header of the file: no pixel has been decoded.
cvips_picture *cvips_header(const char *path);

/// The first picture of a file, as displayed, in sRGB, at most `side` pixels wide and high. Decoded when it is asked for.
cvips_picture *cvips_shrunk_file(const char *path, int side);

/// The same of an encoded picture in memory, which must stay where it is.
cvips_picture *cvips_shrunk_bytes(const void *bytes, size_t count, int side);

/// The same of a picture.
cvips_picture *cvips_shrunk(cvips_picture *picture, int side);

/// A picture of pixels: 3 bytes each, sRGB, rows from the top without gaps. They are copied.
cvips_picture *cvips_pixels(const void *rgb, int width, int height);

/// Turned to the right by 90, 180 or 270 degrees.
cvips_picture *cvips_turned(cvips_picture *picture, int degrees);

/// Decoded, into memory: 3 bands of 8 bits, what is transparent on white, without metadata.
cvips_picture *cvips_decoded(cvips_picture *picture);

int cvips_width(cvips_picture *picture);
int cvips_height(cvips_picture *picture);

/// Whether its file says that it lies on its side.
int cvips_lies_on_side(cvips_picture *picture);

/// Whether its file says how it is to be turned.
int cvips_has_orientation(cvips_picture *picture);

/// The pixels of a decoded picture, 3 bytes each without gaps; `count` is how many bytes. Good as long as the picture.
const uint8_t *cvips_rgb(cvips_picture *picture, size_t *count);

/// Encodes as WebP without any metadata; the bytes are to be released with cvips_free.
int cvips_webp(cvips_picture *picture, int quality, uint8_t **bytes, size_t *count);

void cvips_free(uint8_t *bytes);
void cvips_release(cvips_picture *picture);
