#define _GNU_SOURCE
#include "FaultRules.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RULES = 16, LONGEST_TEXT = 4096, LONGEST_TARGET = 4 * PATH_MAX, PAUSE_SECONDS = 60 };

enum effect { FAIL, KILL_BEFORE, KILL_AFTER, HALVE, PAUSE, NOTE };

struct rule {
    const char *function;
    const char *path;
    long nth;
    bool goes_on;
    enum effect effect;
    int error;
    const char *pause_until;
    atomic_long met;
};

static struct rule rules[MOST_RULES];
static int rule_count;
static char text[LONGEST_TEXT];
static int hits = -1;

static const struct {
    const char *name;
    int number;
} errors[] = {
    {"EACCES", EACCES}, {"EDQUOT", EDQUOT},         {"EEXIST", EEXIST}, {"EINTR", EINTR}, {"EINVAL", EINVAL},
    {"EIO", EIO},       {"EMFILE", EMFILE},         {"EMLINK", EMLINK}, {"ENOENT", ENOENT}, {"ENOSPC", ENOSPC},
    {"ENOSYS", ENOSYS}, {"EOPNOTSUPP", EOPNOTSUPP}, {"EPERM", EPERM},   {"EROFS", EROFS}, {"EXDEV", EXDEV},
};

static void refuse(const char *why) {
    // By the bare system call: our own `write` may be the one that fails.
    char sentence[256];
    const int length = snprintf(sentence, sizeof sentence, "FaultShim: FAULTS cannot be used: %s\n", why);
    if (length > 0) syscall(SYS_write, STDERR_FILENO, sentence, strnlen(sentence, sizeof sentence));
    _exit(99);
}

static void parse_effect(struct rule *rule, const char *effect) {
    if (strcmp(effect, "KILL-BEFORE") == 0) { rule->effect = KILL_BEFORE; return; }
    if (strcmp(effect, "KILL-AFTER") == 0) { rule->effect = KILL_AFTER; return; }
    if (strcmp(effect, "HALVE") == 0) { rule->effect = HALVE; return; }
    if (strcmp(effect, "NOTE") == 0) { rule->effect = NOTE; return; }
    if (strncmp(effect, "PAUSE:/", 7) == 0) {
        rule->effect = PAUSE;
        rule->pause_until = effect + 6;
        return;
    }
    rule->effect = FAIL;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (strcmp(effect, errors[i].name) == 0) rule->error = errors[i].number;
    }
    if (rule->error == 0) refuse("an unknown effect");
}

static void parse_number(struct rule *rule, const char *number) {
    char *end = NULL;
    rule->nth = strtol(number, &end, 10);
    rule->goes_on = *end == '+';
    if (rule->nth < 1 || end == number || end[rule->goes_on] != '\0') refuse("a number that is none");
}

static void parse_rule(char *words) {
    if (rule_count == MOST_RULES) refuse("too many rules");
    struct rule *rule = &rules[rule_count];
    char *effect = strchr(words, '=');
    if (effect == NULL) refuse("a rule without effect");
    *effect = '\0';
    parse_effect(rule, effect + 1);
    char *path = strchr(words, '@');
    if (path != NULL) *path++ = '\0';
    rule->path = path == NULL ? "" : path;
    char *number = strchr(words, '#');
    if (number != NULL) *number++ = '\0';
    parse_number(rule, number == NULL ? "1" : number);
    rule->function = words;
    rule_count++;
}

__attribute__((constructor)) static void parse(void) {
    const char *wanted = getenv("FAULTS");
    if (wanted == NULL || *wanted == '\0') return;
    if (strlen(wanted) >= sizeof text) refuse("too much of it");
    strcpy(text, wanted);
    const char *file = getenv("FAULTS_HITS");
    if (file != NULL) hits = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (hits < 0) refuse("FAULTS_HITS names no file that can be written");
    char *rest = text;
    for (char *words; (words = strsep(&rest, ";")) != NULL;) parse_rule(words);
}

/// Adds the path of `name` in `folder`, which is cut where there is no room.
static void describe(int folder, const char *name, char *buffer, size_t room) {
    char link[64];
    ssize_t length = 0;
    if (folder >= 0 && (name == NULL || *name != '/')) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = syscall(SYS_readlinkat, AT_FDCWD, link, buffer, room - 1);
    }
    const size_t used = length > 0 ? (size_t)length : 0;
    snprintf(buffer + used, room - used, "%s%s", used > 0 && name != NULL ? "/" : "", name == NULL ? "" : name);
}

static void describe_all(struct fault_target target, char *buffer, size_t room) {
    describe(target.folder, target.name, buffer, room);
    if (target.other_name == NULL) return;
    const size_t used = strlen(buffer);
    if (used + 5 > room) return;
    memcpy(buffer + used, " -> ", 4);
    describe(target.other_folder, target.other_name, buffer + used + 4, room - used - 4);
}

/// A name may hold newlines, which would look like more hits.
static void note(const char *function, char *path) {
    for (char *letter = path; *letter != '\0'; letter++) if (*letter == '\n') *letter = '?';
    char line[LONGEST_TARGET + 64];
    const int length = snprintf(line, sizeof line, "%s %s\n", function, path);
    if (length > 0) syscall(SYS_write, hits, line, strnlen(line, sizeof line));
}

static void pause_until(const char *file) {
    const struct timespec moment = {.tv_nsec = 2000000};
    for (int i = 0; i < PAUSE_SECONDS * 500; i++) {
        if (syscall(SYS_faccessat, AT_FDCWD, file, F_OK) == 0) return;
        nanosleep(&moment, NULL);
    }
    refuse("nobody ended a pause");
}

void fault_kill(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    _exit(99);
}

static struct fault apply(const struct rule *rule) {
    struct fault fault = {0};
    switch (rule->effect) {
        case FAIL: fault.error = rule->error; break;
        case KILL_BEFORE: fault_kill();
        case KILL_AFTER: fault.kills_after = true; break;
        case HALVE: fault.halves = true; break;
        case PAUSE: pause_until(rule->pause_until); break;
        case NOTE: break;
    }
    return fault;
}

struct fault fault_meet(const char *function, struct fault_target target) {
    const int before = errno;
    struct fault fault = {0};
    char path[LONGEST_TARGET];
    path[0] = '\0';
    for (int i = 0; i < rule_count; i++) {
        struct rule *rule = &rules[i];
        if (strcmp(function, rule->function) != 0) continue;
        if (*path == '\0') describe_all(target, path, sizeof path);
        if (strstr(path, rule->path) == NULL) continue;
        const long nth = atomic_fetch_add(&rule->met, 1) + 1;
        if (nth != rule->nth && !(rule->goes_on && nth > rule->nth)) continue;
        note(function, path);
        fault = apply(rule);
        break;
    }
    errno = before;
    return fault;
}
