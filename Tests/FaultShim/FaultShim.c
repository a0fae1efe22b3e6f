// Stands in front of the C library in programs that are started with it in LD_PRELOAD, and makes calls go wrong as
// FaultRules.h describes. Whatever no rule meets is handed on to the system unchanged. A read that is put into a queue of the
// kernel is an `io_submit` to the rules, and a `pread`.

#define _GNU_SOURCE
#include "FaultRules.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FAULTY(function, target, call)                    \
    const struct fault fault = fault_meet(function, target); \
    if (fault.error != 0) {                               \
        errno = fault.error;                              \
        return -1;                                        \
    }                                                     \
    const long answer = (call);                           \
    if (fault.kills_after) fault_kill();                  \
    return answer

static struct fault_target file(int file) {
    return (struct fault_target){.folder = file};
}

static struct fault_target name(int folder, const char *name) {
    return (struct fault_target){.folder = folder, .name = name};
}

static struct fault_target names(int folder, const char *name, int other_folder, const char *other_name) {
    return (struct fault_target){folder, name, other_folder, other_name};
}

static size_t part(struct fault fault, size_t length) {
    return fault.halves ? (length + 1) / 2 : length;
}

typedef long (*system_call)(long, ...);

static system_call next_syscall(void) {
    static _Atomic(system_call) found;
    if (!found) found = (system_call)dlsym(RTLD_NEXT, "syscall");
    return found;
}

// One at a time, so that each can be met: whoever hands over more is told that one was taken.
static long read_queued(aio_context_t queue, struct iocb **blocks) {
    FAULTY("pread", file(blocks[0]->aio_fildes), next_syscall()(SYS_io_submit, queue, 1L, blocks));
}

static long submit(aio_context_t queue, struct iocb **blocks) {
    FAULTY("io_submit", file(blocks[0]->aio_fildes),
           (blocks[0]->aio_nbytes = part(fault, blocks[0]->aio_nbytes), read_queued(queue, blocks)));
}

static long set_up(unsigned count, aio_context_t *queue) {
    FAULTY("io_setup", file(-1), next_syscall()(SYS_io_setup, count, queue));
}

static long await_reads(aio_context_t queue, long least, long most, struct io_event *events) {
    FAULTY("io_getevents", file(-1), next_syscall()(SYS_io_getevents, queue, least, most, events, NULL));
}

// The kernel's calls for which the C library has no functions.
long syscall(long number, ...) {
    va_list arguments;
    va_start(arguments, number);
    long values[6];
    for (int index = 0; index < 6; index++) values[index] = va_arg(arguments, long);
    va_end(arguments);
    switch (number) {
    case SYS_io_setup: return set_up(values[0], (aio_context_t *)values[1]);
    case SYS_io_submit:
        if (values[1] > 0) return submit(values[0], (struct iocb **)values[2]);
        break;
    case SYS_io_getevents: return await_reads(values[0], values[1], values[2], (struct io_event *)values[3]);
    }
    return next_syscall()(number, values[0], values[1], values[2], values[3], values[4], values[5]);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
    FAULTY("renameat2", names(from_folder, from, to_folder, to),
           syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    FAULTY("renameat", names(from_folder, from, to_folder, to),
           syscall(SYS_renameat2, from_folder, from, to_folder, to, 0));
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    FAULTY("linkat", names(from_folder, from, to_folder, to),
           syscall(SYS_linkat, from_folder, from, to_folder, to, flags));
}

int unlinkat(int folder, const char *path, int flags) {
    FAULTY("unlinkat", name(folder, path), syscall(SYS_unlinkat, folder, path, flags));
}

int mkdirat(int folder, const char *path, mode_t mode) {
    FAULTY("mkdirat", name(folder, path), syscall(SYS_mkdirat, folder, path, mode));
}

int mkdir(const char *path, mode_t mode) {
    FAULTY("mkdir", name(AT_FDCWD, path), syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int openat(int folder, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    FAULTY("openat", name(folder, path), syscall(SYS_openat, folder, path, flags, mode));
}

int fstatat(int folder, const char *restrict path, struct stat *restrict status, int flags) {
    FAULTY("fstatat", name(folder, path), syscall(SYS_newfstatat, folder, path, status, flags));
}

ssize_t pread(int descriptor, void *buffer, size_t length, off_t position) {
    FAULTY("pread", file(descriptor), syscall(SYS_pread64, descriptor, buffer, part(fault, length), position));
}

ssize_t read(int descriptor, void *buffer, size_t length) {
    FAULTY("read", file(descriptor), syscall(SYS_read, descriptor, buffer, part(fault, length)));
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    FAULTY("write", file(descriptor), syscall(SYS_write, descriptor, bytes, part(fault, length)));
}

ssize_t send(int socket, const void *bytes, size_t length, int flags) {
    FAULTY("send", file(socket), syscall(SYS_sendto, socket, bytes, part(fault, length), flags, NULL, 0));
}

ssize_t recv(int socket, void *buffer, size_t length, int flags) {
    FAULTY("recv", file(socket), syscall(SYS_recvfrom, socket, buffer, part(fault, length), flags, NULL, NULL));
}

ssize_t copy_file_range(
    int from, off64_t *from_position, int to, off64_t *to_position, size_t length, unsigned int flags) {
    FAULTY("copy_file_range", file(to),
           syscall(SYS_copy_file_range, from, from_position, to, to_position, part(fault, length), flags));
}

int ioctl(int descriptor, unsigned long request, ...) {
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    FAULTY("ioctl", file(descriptor), syscall(SYS_ioctl, descriptor, request, argument));
}

int ftruncate(int descriptor, off_t length) {
    FAULTY("ftruncate", file(descriptor), syscall(SYS_ftruncate, descriptor, length));
}

int fsync(int descriptor) {
    FAULTY("fsync", file(descriptor), syscall(SYS_fsync, descriptor));
}

int fdatasync(int descriptor) {
    FAULTY("fdatasync", file(descriptor), syscall(SYS_fdatasync, descriptor));
}

int syncfs(int descriptor) {
    FAULTY("syncfs", file(descriptor), syscall(SYS_syncfs, descriptor));
}

int sync_file_range(int descriptor, off_t position, off_t length, unsigned int flags) {
    FAULTY("sync_file_range", file(descriptor), syscall(SYS_sync_file_range, descriptor, position, length, flags));
}

int fchmod(int descriptor, mode_t mode) {
    FAULTY("fchmod", file(descriptor), syscall(SYS_fchmod, descriptor, mode));
}

int futimens(int descriptor, const struct timespec times[2]) {
    FAULTY("futimens", file(descriptor), syscall(SYS_utimensat, descriptor, NULL, times, 0));
}
