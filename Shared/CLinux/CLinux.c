#define _GNU_SOURCE
#include "CLinux.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/ioprio.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int linux_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to) {
    return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int linux_syncfs(int fd) {
    return syncfs(fd);
}

int linux_await_written(int fd) {
    return sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WAIT_BEFORE);
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

int linux_limit_allocator(int arenas, int mapped_from, int kept) {
    return mallopt(M_ARENA_MAX, arenas) && mallopt(M_MMAP_THRESHOLD, mapped_from) && mallopt(M_TRIM_THRESHOLD, kept);
}

void linux_trim_allocator(void) {
    malloc_trim(0);
}

int linux_openat(int directory, const char *path, int flags, mode_t mode) {
    return openat(directory, path, flags, mode);
}

const void *linux_memmem(const void *bytes, size_t count, const void *needle, size_t needle_count) {
    return memmem(bytes, count, needle, needle_count);
}

// Both are properties of threads, which new ones take over from those that begin them.
int linux_give_way(int nice) {
    DIR *threads = opendir("/proc/self/task");
    if (!threads) return -1;
    int result = 0;
    for (struct dirent *entry; (entry = readdir(threads));) {
        int thread = atoi(entry->d_name);
        if (thread <= 0) continue;
        if (setpriority(PRIO_PROCESS, (id_t)thread, nice) != 0) result = -1;
        int lowest = IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 7);
        if (syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, thread, lowest) != 0) result = -1;
    }
    closedir(threads);
    return result;
}
