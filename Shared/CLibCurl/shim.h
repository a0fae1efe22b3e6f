#pragma once
// The checks of curl's header are macros around its variadic functions; the types are those of the functions below.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// A cast in a macro, which Swift does not import.
enum { curl_global_default = CURL_GLOBAL_DEFAULT };

// Swift cannot call variadic functions: one for each type that an option takes.

/// Sets an option that takes a number or a switch.
static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a size in bytes.
static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a string, of which libcurl makes a copy.
static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a pointer, which has to stay good as long as the handle.
static inline CURLcode curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes bytes, of which libcurl makes a copy.
static inline CURLcode curl_set_bytes(CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a list of lines, which has to stay good as long as the handle.
static inline CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets a function that is given bytes as they come.
static inline CURLcode curl_set_receiver(CURL *handle, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(handle, option, value);
}

/// Asks for a number, 0 when there is none.
static inline long curl_get_number(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

/// Asks for a string, which is libcurl's; NULL when there is none.
static inline const char *curl_get_text(CURL *handle, CURLINFO info) {
    const char *value = NULL;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}

/// How the transfer ended that has come to its end, CURLE_AGAIN while none has.
static inline CURLcode curl_multi_outcome(CURLM *multi) {
    int waiting = 0;
    const CURLMsg *message = curl_multi_info_read(multi, &waiting);
    return message && message->msg == CURLMSG_DONE ? message->data.result : CURLE_AGAIN;
}
