#pragma once

// Calls of Linux and its C library that Swift's Glibc module does not show, because they are declared only under
// _GNU_SOURCE, are variadic or are the kernel's alone. Unless it says otherwise each returns what the call returns and leaves
// errno as it set it.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Renames without ever replacing: EEXIST when `to` exists, EINVAL or ENOSYS when the file system cannot promise that.
int linux_rename_noreplace(int from_directory, const char *from, int to_directory, const char *to);

/// Makes everything written to the file system that holds `fd` durable.
int linux_syncfs(int fd);

/// Waits until nothing of what was written to `fd` is on its way to the disk, and says whether the kernel could write it; writes
/// nothing itself and does not ask the disk to empty its cache.
int linux_await_written(int fd);

/// Copies `length` bytes inside the kernel, from the descriptors' positions; 0 at the end of the source.
ssize_t linux_copy_file_range(int from, int to, size_t length);

/// Makes `to` share the blocks of `from` (a reflink); EOPNOTSUPP or EXDEV when the file system cannot.
int linux_clone(int from, int to);

/// openat(2) for reading without changing when the file was last read, where the owner of the file is who asks.
int linux_open_unnoticed(int directory, const char *path, int flags);

/// Lets the allocator make at most so many arenas, map what is larger than `mapped_from` bytes on its own, and keep up to
/// `kept` free bytes at an arena's end; 0 when it refuses.
int linux_limit_allocator(int arenas, int mapped_from, int kept);
/// Gives every whole page that is free in the allocator back to the system.
void linux_trim_allocator(void);

/// openat(2) with a mode, which Swift cannot call because the function is variadic.
int linux_openat(int directory, const char *path, int flags, mode_t mode);
/// Where the bytes of `needle` first stand in `bytes`; NULL when they do not.
const void *linux_memmem(const void *bytes, size_t count, const void *needle, size_t needle_count);

/// Lets every thread of the process, and those that they begin, give way to others: `nice` from 0 to 19, and the lowest
/// place in the disk's queue; -1 when the system refuses.
int linux_give_way(int nice);

// The kernel's queues for reads, for which the C library has no functions. A copy's bytes are read from the disk itself.

/// How many reads a queue takes at once.
enum { linux_read_limit = 16 };

/// A read of what a file begins with.
struct linux_read {
    int fd;
    /// Place and length are multiples of 4096, as disks want them.
    void *bytes;
    size_t length;
    /// How many bytes came, fewer than `length` at the file's end; below 0 an errno.
    ssize_t count;
};

/// Opens a queue; -1 when the system has none to give, and `queue` is 0.
int linux_open_read_queue(unsigned long *queue);
/// Waits for some 30 ms.
void linux_close_read_queue(unsigned long queue);
/// Reads past the kernel's memory, and waits for all: what lies side by side on the disk is asked for once. Of each it says in
/// `count` how it ended. Until then nobody else may read by these descriptors, which are different ones.
///
/// `count` is at most `linux_read_limit`. `queue` is 0 afterwards where it turned out to be of no use.
void linux_read_together(unsigned long *queue, struct linux_read *reads, int count);
