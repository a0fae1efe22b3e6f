#pragma once

// Which faults are to happen, as the variable FAULTS says:
//
//     FAULTS = rule [; rule]…
//     rule   = function [#n[+]] [@text] = effect
//     effect = an errno's name | KILL-BEFORE | KILL-AFTER | HALVE | PAUSE:path | NOTE
//
// A rule meets the calls of `function` whose paths contain `text`: the first of them or, with `#n`, the n-th, and all
// later ones as well with a `+`. FAULTS_HITS names a file that gets one line for each call that was met.
// What cannot be understood ends the program with exit code 99: a fault that never happens must not go unnoticed.

#include <stdbool.h>

/// What a call works on: one name in a folder, or an open file (no name), and perhaps a second one.
struct fault_target {
    int folder;
    const char *name;
    int other_folder;
    const char *other_name;
};

/// What happens to one call.
struct fault {
    /// The call fails with this without being made; 0 when it does not.
    int error;
    /// The program dies as soon as the call has been made.
    bool kills_after;
    /// Only half of the bytes are asked for.
    bool halves;
};

/// Counts a call and says what happens to it. Does not come back when the program is to die before the call; comes back
/// later when it is to wait.
struct fault fault_meet(const char *function, struct fault_target target);

/// SIGKILL to the program itself.
void fault_kill(void);
