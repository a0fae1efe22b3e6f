#pragma once

// What is asked of LibRaw. Its own structures are too large for Swift to see.

#include <stddef.h>
#include <stdint.h>

typedef struct craw_file craw_file;

/// A picture in what a camera wrote.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    int width, height;
    /// 1 for a JPEG, 0 for 3 bytes a pixel, rows from the top without gaps.
    int is_jpeg;
} craw_picture;

/// The code for a file that ends too early.
extern const int CRAW_CUT_OFF;

/// Opens a file; 0, or a code of LibRaw's with *file NULL.
int craw_open(const char *path, craw_file **file);

/// The picture's size in pixels before it is turned.
void craw_size(const craw_file *file, int *width, int *height);

/// By how many degrees it has to be turned to the right: 0, 90, 180 or 270.
int craw_turn(const craw_file *file);

/// The largest preview, not turned. Good as long as the file.
int craw_preview(craw_file *file, craw_picture *preview);

/// The picture at half its size, developed and turned. To be released with craw_free.
int craw_develop(craw_file *file, craw_picture *picture, void **owner);

void craw_free(void *owner);
void craw_close(craw_file *file);

/// What a code means.
const char *craw_reason(int code);
