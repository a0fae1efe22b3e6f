#include "CTimeZones.h"

static const unsigned char table[] = {
#embed "table/time-zones.bin"
};

const void *ctimezones_table(void) {
    return table;
}

size_t ctimezones_size(void) {
    return sizeof table;
}
