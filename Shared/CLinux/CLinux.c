#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int linux_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
    return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int linux_syncfs(int fd) {
    return syncfs(fd);
}

ssize_t linux_copy_file_range(int from, int to, size_t length) {
    return copy_file_range(from, NULL, to, NULL, length, 0);
}

int linux_clone(int from, int to) {
    return ioctl(to, FICLONE, from);
}

int linux_open_unnoticed(int directory, const char *path, int flags) {
    int descriptor = openat(directory, path, flags | O_NOATIME);
    return descriptor < 0 && errno == EPERM ? openat(directory, path, flags) : descriptor;
}

int linux_limit_arenas(int count) {
    return mallopt(M_ARENA_MAX, count);
}

int linux_openat(int directory, const char *path, int flags, mode_t mode) {
    return openat(directory, path, flags, mode);
}

const void *linux_memmem(const void *bytes, size_t count, const void *needle, size_t needle_count) {
    return memmem(bytes, count, needle, needle_count);
}
