#include "CRaw.h"

#include <libraw/libraw.h>

const int CRAW_CUT_OFF = LIBRAW_IO_ERROR;

static libraw_data_t *data(const craw_file *file) { return (libraw_data_t *)file; }

// What it would print is what its codes say.
static void ignore(void *context, const char *file, const int offset) {}

int craw_open(const char *path, craw_file **file) {
    *file = NULL;
    libraw_data_t *raw = libraw_init(LIBRAW_OPTIONS_NONE);
    if (raw == NULL) return LIBRAW_UNSUFFICIENT_MEMORY;
    libraw_set_dataerror_handler(raw, ignore, NULL);
    int code = libraw_open_file(raw, path);
    if (code != LIBRAW_SUCCESS) {
        libraw_close(raw);
        return code;
    }
    *file = (craw_file *)raw;
    return 0;
}

void craw_size(const craw_file *file, int *width, int *height) {
    *width = data(file)->sizes.width;
    *height = data(file)->sizes.height;
}

int craw_turn(const craw_file *file) {
    switch (data(file)->sizes.flip) {
    case 3: return 180;
    case 5: return 270;
    case 6: return 90;
    default: return 0;
    }
}

int craw_preview(craw_file *file, craw_picture *preview) {
    libraw_data_t *raw = data(file);
    int code = libraw_unpack_thumb(raw);
    if (code != LIBRAW_SUCCESS) return code;
    libraw_thumbnail_t *thumb = &raw->thumbnail;
    preview->bytes = (const uint8_t *)thumb->thumb;
    preview->count = thumb->tlength;
    preview->width = thumb->twidth;
    preview->height = thumb->theight;
    preview->is_jpeg = thumb->tformat == LIBRAW_THUMBNAIL_JPEG;
    if (preview->is_jpeg) return 0;
    size_t wanted = (size_t)thumb->twidth * thumb->theight * 3;
    int is_plain = thumb->tformat == LIBRAW_THUMBNAIL_BITMAP && thumb->tcolors == 3 && wanted > 0;
    return is_plain && preview->count >= wanted ? 0 : LIBRAW_UNSUPPORTED_THUMBNAIL;
}

int craw_develop(craw_file *file, craw_picture *picture, void **owner) {
    libraw_data_t *raw = data(file);
    *owner = NULL;
    raw->params.half_size = 1;
    raw->params.use_camera_wb = 1;
    raw->params.output_color = 1;
    raw->params.output_bps = 8;
    int code = libraw_unpack(raw);
    if (code == LIBRAW_SUCCESS) code = libraw_dcraw_process(raw);
    if (code != LIBRAW_SUCCESS) return code;
    libraw_processed_image_t *made = libraw_dcraw_make_mem_image(raw, &code);
    if (made == NULL) return code == LIBRAW_SUCCESS ? LIBRAW_UNSUFFICIENT_MEMORY : code;
    size_t wanted = (size_t)made->width * made->height * 3;
    if (made->type != LIBRAW_IMAGE_BITMAP || made->colors != 3 || made->bits != 8 || made->data_size < wanted) {
        libraw_dcraw_clear_mem(made);
        return LIBRAW_UNSUPPORTED_THUMBNAIL;
    }
    *owner = made;
    picture->bytes = made->data;
    picture->count = wanted;
    picture->width = made->width;
    picture->height = made->height;
    picture->is_jpeg = 0;
    return 0;
}

void craw_free(void *owner) {
    if (owner != NULL) libraw_dcraw_clear_mem(owner);
}

void craw_close(craw_file *file) {
    if (file != NULL) libraw_close(data(file));
}

const char *craw_reason(int code) { return libraw_strerror(code); }
