#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int linux_open_read_queue(unsigned long *queue) {
    *queue = 0;
    return syscall(SYS_io_setup, linux_read_limit, queue);
}

void linux_close_read_queue(unsigned long queue) {
    syscall(SYS_io_destroy, queue);
}

/// Hands them over; one that the kernel does not take does not keep back those behind it.
///
/// Returns how many are on their way.
static int submit(aio_context_t queue, struct iocb **blocks, int count, struct linux_read *reads) {
    int taken = 0, next = 0;
    while (next < count) {
        long more = syscall(SYS_io_submit, queue, (long)(count - next), blocks + next);
        if (more > 0) {
            taken += more;
            next += more;
        } else if (more == 0 || errno != EINTR) {
            reads[blocks[next]->aio_data].count = more == 0 ? -EAGAIN : -errno;
            next += 1;
        }
    }
    return taken;
}

static void await_all(aio_context_t *queue, int taken, struct linux_read *reads) {
    struct io_event events[linux_read_limit];
    while (taken > 0) {
        long more = syscall(SYS_io_getevents, *queue, (long)taken, (long)taken, events, NULL);
        if (more < 0 && errno == EINTR) continue;
        if (more < 0) {
            // Nobody may go on while the kernel still writes to their memory: this waits until it no longer does.
            if (syscall(SYS_io_destroy, *queue) != 0) abort();
            *queue = 0;
            return;
        }
        for (long index = 0; index < more; index++) reads[events[index].data].count = events[index].res;
        taken -= more;
    }
}

void linux_read_together(unsigned long *queue, struct linux_read *reads, int count) {
    struct iocb blocks[linux_read_limit] = {0}, *pointers[linux_read_limit];
    int flags[linux_read_limit], ready = 0;
    for (int index = 0; index < count; index++) {
        struct linux_read *read = &reads[index];
        read->count = -ECANCELED;
        flags[index] = fcntl(read->fd, F_GETFL);
        if (flags[index] < 0 || fcntl(read->fd, F_SETFL, flags[index] | O_DIRECT) < 0) {
            read->count = -errno;
            continue;
        }
        struct iocb *block = &blocks[ready];
        block->aio_data = index;
        block->aio_lio_opcode = IOCB_CMD_PREAD;
        block->aio_fildes = read->fd;
        block->aio_buf = (uintptr_t)read->bytes;
        block->aio_nbytes = read->length;
        pointers[ready++] = block;
    }
    await_all(queue, submit(*queue, pointers, ready, reads), reads);
    for (int index = 0; index < count; index++) {
        if (flags[index] >= 0) fcntl(reads[index].fd, F_SETFL, flags[index]);
    }
}
