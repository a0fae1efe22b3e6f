// The allocator itself stays glibc's: each call is handed on to it, so that it does not matter who frees what.

#include "AllocationProbe.h"

#include <errno.h>
#include <malloc.h>
#include <stdbool.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

static _Thread_local bool counts;
static _Thread_local long held;
static _Thread_local long most;

void allocation_probe_begin(void) {
    held = 0;
    most = 0;
    counts = true;
}

size_t allocation_probe_end(void) {
    counts = false;
    return (size_t)most;
}

static void *taken(void *block) {
    if (counts && block != NULL) {
        held += (long)malloc_usable_size(block);
        if (held > most) most = held;
    }
    return block;
}

static void given(void *block) {
    if (counts && block != NULL) held -= (long)malloc_usable_size(block);
}

void *malloc(size_t size) {
    return taken(__libc_malloc(size));
}

void *calloc(size_t count, size_t size) {
    return taken(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size) {
    const long before = counts && block != NULL ? (long)malloc_usable_size(block) : 0;
    void *const moved = __libc_realloc(block, size);
    if (moved == NULL && size != 0) return NULL;
    held -= before;
    return taken(moved);
}

void *memalign(size_t alignment, size_t size) {
    return taken(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size) {
    return taken(__libc_memalign(alignment, size));
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
    void *const found = taken(__libc_memalign(alignment, size));
    if (found == NULL) return ENOMEM;
    *block = found;
    return 0;
}

void free(void *block) {
    given(block);
    __libc_free(block);
}
