#pragma once

// Measures the memory that one thread takes. Linked into a program, it stands in front of the C library's allocator.

#include <stddef.h>

/// From now on what the calling thread takes and gives back is counted.
void allocation_probe_begin(void);

/// Ends the counting.
///
/// Returns the most bytes that the thread held at one time beyond what it held at the beginning.
size_t allocation_probe_end(void);
