#pragma once

// The table of time zones by place, part of the program's read-only data; table/README.md describes it.

#include <stddef.h>

/// Where the table begins.
const void *ctimezones_table(void);

/// How many bytes it has.
size_t ctimezones_size(void);
