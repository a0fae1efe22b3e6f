// The ceiling of filing photos on this machine: what the librarian does for each file with nothing that makes it safe. Each
// file is read once (SHA-256 by OpenSSL, date and position by libexif), recorded in batches, renamed without replacing, and
// each batch is synced once. No journal, no rule of quiet, no look at what is there already, no recovery.
//
// Usage: ceiling INBOX STORAGE WORKERS [CONNECTION | --from-disk]; without a connection string the files are only hashed, by
// what the kernel remembers of them or past that.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libexif/exif-data.h>
#include <libpq-fe.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024, BATCH = 200, WAITING = 4 * BATCH };

typedef struct {
    char *path;
    long size;
    char hash[65], taken[20], place[64];
} file_t;

static file_t *files, *waiting[WAITING];
static size_t count, room, first, ready;
static atomic_size_t next;
static atomic_int working;
static const char *storage;
static int from_disk, hash_only;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER, went = PTHREAD_COND_INITIALIZER;

static void fail(const char *what, const char *which) {
    fprintf(stderr, "ceiling: %s %s: %s\n", what, which, strerror(errno));
    exit(1);
}

static int found(const char *path, const struct stat *status, int type, struct FTW *walk) {
    (void)walk;
    if (type != FTW_F) return 0;
    if (count == room) files = realloc(files, (room = room ? 2 * room : 1024) * sizeof *files);
    files[count++] = (file_t){.path = strdup(path), .size = status->st_size};
    return 0;
}

static double degrees(ExifContent *gps, ExifTag tag, ExifTag reference, ExifByteOrder order) {
    ExifEntry *entry = exif_content_get_entry(gps, tag), *side = exif_content_get_entry(gps, reference);
    if (!entry || !side || entry->size < 24) return 1e9;
    double value = 0, unit = 1;
    for (int i = 0; i < 3; i++, unit *= 60) {
        ExifRational part = exif_get_rational(entry->data + 8 * i, order);
        value += part.denominator ? (double)part.numerator / part.denominator / unit : 0;
    }
    return strchr("SW", side->data[0]) ? -value : value;
}

static void read_exif(file_t *file, const unsigned char *head, size_t size) {
    // Where a phone writes it: the first segment.
    if (size < 12 || memcmp(head + 6, "Exif\0\0", 6)) return;
    size_t length = (size_t)(head[4] << 8 | head[5]) - 2;
    ExifData *exif = exif_data_new_from_data(head + 6, length < size - 6 ? length : size - 6);
    ExifEntry *taken = exif_content_get_entry(exif->ifd[EXIF_IFD_EXIF], EXIF_TAG_DATE_TIME_ORIGINAL);
    if (taken && taken->size >= 19) {
        memcpy(file->taken, taken->data, 19);
        file->taken[4] = file->taken[7] = '-';
    }
    ExifByteOrder order = exif_data_get_byte_order(exif);
    double north = degrees(exif->ifd[EXIF_IFD_GPS], EXIF_TAG_GPS_LATITUDE, EXIF_TAG_GPS_LATITUDE_REF, order);
    double east = degrees(exif->ifd[EXIF_IFD_GPS], EXIF_TAG_GPS_LONGITUDE, EXIF_TAG_GPS_LONGITUDE_REF, order);
    if (north < 1e9 && east < 1e9)
        snprintf(file->place, sizeof file->place, "{\"lat\": %.6f, \"lon\": %.6f}", north, east);
    exif_data_unref(exif);
}

static void hand_over(file_t *file) {
    pthread_mutex_lock(&lock);
    while (ready == WAITING) pthread_cond_wait(&went, &lock);
    waiting[(first + ready++) % WAITING] = file;
    pthread_cond_signal(&came);
    pthread_mutex_unlock(&lock);
}

static void *examine(void *nothing) {
    EVP_MD *sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    unsigned char *block = aligned_alloc(4096, BLOCK), digest[32];
    for (size_t index; (index = next++) < count;) {
        file_t *file = &files[index];
        int descriptor = open(file->path, O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) fail("cannot open", file->path);
        if (from_disk) posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        EVP_DigestInit_ex2(context, sha256, NULL);
        ssize_t got;
        for (off_t at = 0; (got = read(descriptor, block, BLOCK)) > 0; at += got) {
            if (at == 0 && !hash_only) read_exif(file, block, (size_t)got);
            EVP_DigestUpdate(context, block, (size_t)got);
        }
        if (got < 0) fail("cannot read", file->path);
        close(descriptor);
        EVP_DigestFinal_ex(context, digest, NULL);
        for (int i = 0; i < 32; i++) snprintf(file->hash + 2 * i, 3, "%02x", digest[i]);
        if (!hash_only) hand_over(file);
    }
    pthread_mutex_lock(&lock);
    working--;
    pthread_cond_signal(&came);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static size_t next_batch(file_t **batch) {
    pthread_mutex_lock(&lock);
    while (ready < BATCH && working) pthread_cond_wait(&came, &lock);
    size_t taken = 0;
    for (; taken < BATCH && ready; ready--, first = (first + 1) % WAITING) batch[taken++] = waiting[first];
    pthread_cond_broadcast(&went);
    pthread_mutex_unlock(&lock);
    return taken;
}

// One column of the batch as PostgreSQL writes arrays. No name in a benchmark holds a quotation mark.
static char *column(file_t **batch, size_t size, const char *(*value)(file_t *)) {
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    for (size_t i = 0; i < size; i++) {
        fputc(i ? ',' : '{', stream);
        const char *each = value(batch[i]);
        if (!*each) fputs("NULL", stream);
        else {
            fputc('"', stream);
            for (; *each; each++) { if (*each == '"') fputc('\\', stream); fputc(*each, stream); }
            fputc('"', stream);
        }
    }
    fputc('}', stream);
    fclose(stream);
    return text;
}

static const char *hash_of(file_t *file) { return file->hash; }
static const char *path_of(file_t *file) { return file->path; }
static const char *name_of(file_t *file) { return strrchr(file->path, '/') + 1; }
static const char *taken_of(file_t *file) { return file->taken; }
static const char *place_of(file_t *file) { return file->place; }
static const char *size_of(file_t *file) {
    static char text[24];
    snprintf(text, sizeof text, "%ld", file->size);
    return text;
}
static const char *target_of(file_t *file) {
    static char text[4096];
    snprintf(text, sizeof text, "%s/%.4s/%.10s/%s", storage, file->taken, file->taken, name_of(file));
    return text;
}

static void place(file_t *file) {
    char target[4096];
    snprintf(target, sizeof target, "%s", target_of(file));
    for (int copy = 1; renameat2(AT_FDCWD, file->path, AT_FDCWD, target, RENAME_NOREPLACE); copy++) {
        if (errno == ENOENT) {
            char folder[4096];
            snprintf(folder, sizeof folder, "%s/%.4s", storage, file->taken);
            mkdir(folder, 0755);
            snprintf(folder, sizeof folder, "%s/%.4s/%.10s", storage, file->taken, file->taken);
            if (mkdir(folder, 0755)) fail("cannot make", folder);
        } else if (errno == EEXIST) {
            const char *name = name_of(file), *extension = strrchr(name, '.');
            snprintf(target, sizeof target, "%s/%.4s/%.10s/%.*s_%d%s", storage, file->taken, file->taken,
                (int)(extension - name), name, copy, extension);
        } else fail("cannot rename", file->path);
    }
}

static const char *insert =
    "INSERT INTO media_assets (file_hash, original_path, original_name, final_path, size_bytes, captured_at, location,"
    " is_ingested, ingested_at)"
    " SELECT h, p, n, f, s, t, l, true, now()"
    " FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamp[], $7::jsonb[])"
    " AS batch (h, p, n, f, s, t, l) ON CONFLICT (file_hash) DO NOTHING RETURNING final_path";

// Sends a batch's rows; the answer is taken while the batch before is renamed.
static void send_rows(PGconn *connection, file_t **batch, size_t size) {
    const char *(*values[])(file_t *) = {hash_of, path_of, name_of, target_of, size_of, taken_of, place_of};
    char *columns[7];
    for (int i = 0; i < 7; i++) columns[i] = column(batch, size, values[i]);
    if (!PQsendQueryPrepared(connection, "insert", 7, (const char *const *)columns, NULL, NULL, 0))
        fail("cannot send", PQerrorMessage(connection));
    PQflush(connection);
    for (int i = 0; i < 7; i++) free(columns[i]);
}

static void place_new(PGresult *rows, file_t **batch, size_t size) {
    // RETURNING keeps the order of the batch: what is missing is a duplicate.
    for (size_t i = 0, row = 0; i < size; i++) {
        int is_new = row < (size_t)PQntuples(rows) && !strcmp(PQgetvalue(rows, (int)row, 0), target_of(batch[i]));
        if (is_new) { place(batch[i]); row++; }
        else if (unlink(batch[i]->path)) fail("cannot remove", batch[i]->path);
    }
    PQclear(rows);
}

static void commit(const char *settings) {
    PGconn *connection = PQconnectdb(settings);
    if (PQstatus(connection) != CONNECTION_OK) fail("cannot connect", PQerrorMessage(connection));
    PQclear(PQprepare(connection, "insert", insert, 7, NULL));
    int disk = open(storage, O_RDONLY | O_DIRECTORY);
    static file_t *batches[2][BATCH];
    PGresult *rows = NULL;
    size_t size, before = 0;
    for (int turn = 0;; turn = !turn, before = size) {
        size = next_batch(batches[turn]);
        if (size) send_rows(connection, batches[turn], size);
        if (before) {
            place_new(rows, batches[!turn], before);
            if (syncfs(disk)) fail("cannot sync", storage);
        }
        if (!size) break;
        rows = PQgetResult(connection);
        if (PQresultStatus(rows) != PGRES_TUPLES_OK) fail("cannot record", PQresultErrorMessage(rows));
        PQclear(PQgetResult(connection));
    }
    PQfinish(connection);
}

int main(int arguments, char **argument) {
    if (arguments < 4) return fprintf(stderr, "usage: ceiling INBOX STORAGE WORKERS [CONNECTION | --from-disk]\n"), 64;
    storage = argument[2];
    from_disk = arguments == 5 && !strcmp(argument[4], "--from-disk");
    hash_only = arguments < 5 || from_disk;
    working = atoi(argument[3]);
    if (nftw(argument[1], found, 64, FTW_PHYS)) fail("cannot walk", argument[1]);
    pthread_t threads[64];
    int workers = working;
    for (int i = 0; i < workers; i++) pthread_create(&threads[i], NULL, examine, NULL);
    if (!hash_only) commit(argument[4]);
    for (int i = 0; i < workers; i++) pthread_join(threads[i], NULL);
    printf("%zu\n", count);
}
