#pragma once
#include <libpq-fe.h>

// libpq names these fields by character macros, which Swift does not import.
enum {
    diag_sqlstate = PG_DIAG_SQLSTATE,
    diag_message_primary = PG_DIAG_MESSAGE_PRIMARY,
    diag_message_detail = PG_DIAG_MESSAGE_DETAIL
};
