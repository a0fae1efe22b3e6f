#include "CVips.h"

#include <math.h>
#include <string.h>
#include <vips/vips.h>

static VipsImage *image(cvips_picture *picture) { return (VipsImage *)picture; }
static cvips_picture *picture(int failed, VipsImage *image) { return failed ? NULL : (cvips_picture *)image; }

static void ignore(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {}

int cvips_begin(const char *program) {
    if (vips_init(program) != 0) return -1;
    // What libvips only warns of is no news: damaged files are common, and their reasons are asked for.
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO, ignore, NULL);
    vips_block_untrusted_set(TRUE);
    // It counts as untrusted only because its library was young. A matrix is text, which hardly is meant as a picture.
    vips_operation_block_set("VipsForeignLoadJxl", FALSE);
    vips_operation_block_set("VipsForeignLoadMatrix", TRUE);
    vips_cache_set_max(0);
    vips_concurrency_set(1);
    return 0;
}

const char *cvips_reason(void) {
    static char text[2048];
    g_strlcpy(text, vips_error_buffer(), sizeof text);
    vips_error_clear();
    return text;
}

// From a source and not by a name: a name may hold options in brackets.
static VipsSource *source(const char *path) { return vips_source_new_from_file(path); }

// What is blocked is found all the same, and others may be added to libvips.
static const char *const readers[] = {"Jpeg", "Png", "Webp", "Tiff", "Nsgif", "Heif", "Jxl"};

int cvips_can_read(const char *path) {
    VipsSource *from = source(path);
    if (from == NULL) return 0;
    const char *name = vips_foreign_find_load_source(from);
    g_object_unref(from);
    if (name == NULL || !g_str_has_prefix(name, "VipsForeignLoad")) return 0;
    for (size_t index = 0; index < G_N_ELEMENTS(readers); index++) {
        if (g_str_has_prefix(name + strlen("VipsForeignLoad"), readers[index])) return 1;
    }
    return 0;
}

cvips_picture *cvips_header(const char *path) {
    VipsSource *from = source(path);
    if (from == NULL) return NULL;
    VipsImage *header = vips_image_new_from_source(from, "", NULL);
    g_object_unref(from);
    return (cvips_picture *)header;
}

// Whether the colours mean something else than sRGB. What says nothing is sRGB as it is: libvips would turn it into itself,
// which takes half as long as decoding.
static int has_profile(VipsImage *header) {
    return vips_image_get_typeof(header, VIPS_META_ICC_NAME) != 0 ||
        vips_image_get_interpretation(header) == VIPS_INTERPRETATION_CMYK;
}

cvips_picture *cvips_shrunk_file(const char *path, int side) {
    VipsImage *header = image(cvips_header(path));
    if (header == NULL) return NULL;
    const char *profile = has_profile(header) ? "srgb" : NULL;
    g_object_unref(header);
    VipsSource *from = source(path);
    if (from == NULL) return NULL;
    VipsImage *out = NULL;
    int failed = vips_thumbnail_source(
        from, &out, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", profile, NULL);
    g_object_unref(from);
    return picture(failed, out);
}

cvips_picture *cvips_shrunk_bytes(const void *bytes, size_t count, int side) {
    VipsImage *header = vips_image_new_from_buffer(bytes, count, "", NULL);
    if (header == NULL) return NULL;
    const char *profile = has_profile(header) ? "srgb" : NULL;
    g_object_unref(header);
    VipsImage *out = NULL;
    int failed = vips_thumbnail_buffer(
        (void *)bytes, count, &out, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", profile, NULL);
    return picture(failed, out);
}

// How a side of so many pixels is scaled when the longest one becomes `side`: to a whole number of pixels, and at least one.
static double scale(int pixels, int longest, int side) {
    double wanted = round((double)pixels * side / longest);
    return (wanted < 1 ? 1 : wanted) / pixels;
}

// Averaged over as many whole pixels as there are in one, and only then with a finer filter: a quarter of the time, and nobody
// sees the difference.
cvips_picture *cvips_shrunk(cvips_picture *from, int side) {
    int width = cvips_width(from), height = cvips_height(from);
    int longest = width > height ? width : height;
    if (longest <= side) {
        g_object_ref(from);
        return from;
    }
    VipsImage *out = NULL;
    int failed = vips_resize(
        image(from), &out, scale(width, longest, side), "vscale", scale(height, longest, side), "gap", 1.2, NULL);
    return picture(failed, out);
}

cvips_picture *cvips_pixels(const void *rgb, int width, int height) {
    size_t count = (size_t)width * (size_t)height * 3;
    VipsImage *raw = vips_image_new_from_memory_copy(rgb, count, width, height, 3, VIPS_FORMAT_UCHAR);
    if (raw == NULL) return NULL;
    VipsImage *out = NULL;
    int failed = vips_copy(raw, &out, "interpretation", VIPS_INTERPRETATION_sRGB, NULL);
    g_object_unref(raw);
    return picture(failed, out);
}

cvips_picture *cvips_turned(cvips_picture *from, int degrees) {
    VipsAngle angle = degrees == 90 ? VIPS_ANGLE_D90 : degrees == 180 ? VIPS_ANGLE_D180 : VIPS_ANGLE_D270;
    VipsImage *out = NULL;
    int failed = vips_rot(image(from), &out, angle, NULL);
    return picture(failed, out);
}

// Each step takes over what the one before it made.
//
// What a file says of itself is not kept, its profile neither, whose colours have been turned into sRGB. What belongs to the
// picture cannot be removed.
static VipsImage *forgetful(VipsImage *from) {
    VipsImage *out = NULL;
    if (vips_copy(from, &out, NULL) != 0) return NULL;
    char **names = vips_image_get_fields(out);
    for (char **name = names; name != NULL && *name != NULL; name++) vips_image_remove(out, *name);
    g_strfreev(names);
    return out;
}

static VipsImage *colours(VipsImage *from) {
    VipsImage *out = NULL;
    int failed = vips_colourspace(from, &out, VIPS_INTERPRETATION_sRGB, NULL);
    g_object_unref(from);
    return failed ? NULL : out;
}

static VipsImage *on_white(VipsImage *from) {
    if (!vips_image_hasalpha(from)) return from;
    double white[] = {255, 255, 255};
    VipsArrayDouble *background = vips_array_double_new(white, 3);
    VipsImage *out = NULL;
    int failed = vips_flatten(from, &out, "background", background, NULL);
    vips_area_unref(VIPS_AREA(background));
    g_object_unref(from);
    return failed ? NULL : out;
}

static VipsImage *three_bytes(VipsImage *from) {
    VipsImage *bytes = NULL;
    int failed = vips_cast_uchar(from, &bytes, NULL);
    g_object_unref(from);
    if (failed) return NULL;
    if (bytes->Bands == 3) return bytes;
    VipsImage *out = NULL;
    failed = vips_extract_band(bytes, &out, 0, "n", 3, NULL);
    g_object_unref(bytes);
    return failed ? NULL : out;
}

cvips_picture *cvips_decoded(cvips_picture *from) {
    VipsImage *step = forgetful(image(from));
    if (step != NULL) step = colours(step);
    if (step != NULL) step = on_white(step);
    if (step != NULL) step = three_bytes(step);
    if (step == NULL) return NULL;
    VipsImage *out = vips_image_copy_memory(step);
    g_object_unref(step);
    return (cvips_picture *)out;
}

int cvips_width(cvips_picture *picture) { return vips_image_get_width(image(picture)); }
int cvips_height(cvips_picture *picture) { return vips_image_get_height(image(picture)); }
int cvips_lies_on_side(cvips_picture *picture) { return vips_image_get_orientation_swap(image(picture)); }

int cvips_has_orientation(cvips_picture *picture) {
    return vips_image_get_typeof(image(picture), VIPS_META_ORIENTATION) != 0;
}

const uint8_t *cvips_rgb(cvips_picture *picture, size_t *count) {
    *count = VIPS_IMAGE_SIZEOF_IMAGE(image(picture));
    return (const uint8_t *)vips_image_get_data(image(picture));
}

int cvips_webp(cvips_picture *picture, int quality, uint8_t **bytes, size_t *count) {
    void *buffer = NULL;
    int failed = vips_webpsave_buffer(image(picture), &buffer, count, "Q", quality, "strip", TRUE, NULL);
    *bytes = buffer;
    return failed;
}

void cvips_free(uint8_t *bytes) { g_free(bytes); }

void cvips_release(cvips_picture *picture) {
    if (picture != NULL) g_object_unref(picture);
}
