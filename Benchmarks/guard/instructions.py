"""Reads a profile of callgrind and prints how many instructions the program itself took a file: those of libraries are
theirs. Refuses a figure beyond the recorded one by more than its tolerance.

Usage: instructions.py PROFILE PROGRAM FILES RECORD [--record]
"""

import json
import sys


def own_instructions(profile, program):
    """The sum of what callgrind counts in one object file, without what functions call.

    Names are written once and numbered, as in `ob=(3) /usr/bin/librarian` and later `ob=(3)`.
    https://valgrind.org/docs/manual/cl-format.html
    """
    names, current, total, is_call = {}, None, 0, False
    with open(profile) as lines:
        for line in lines:
            kind, _, text = line.strip().partition("=")
            if kind in ("ob", "cob"):
                number, _, name = text.partition(" ")
                names.setdefault(number, name)
                if kind == "ob":
                    current = names[number]
            elif kind == "calls":
                # The next line is the cost of the call, which is counted where it is spent.
                is_call = True
            elif line[0] in "0123456789+-*":
                if not is_call and current == program:
                    total += int(line.split()[1])
                is_call = False
    return total


def main(profile, program, files, record, *options):
    each = own_instructions(profile, program) / int(files)
    if "--record" in options:
        with open(record, "w") as file:
            file.write(json.dumps({"instructions_a_file": round(each), "tolerance": 0.05}, indent=1) + "\n")
        print(f"recorded: {each:,.0f} instructions a file")
        return 0
    with open(record) as file:
        known = json.load(file)
    ratio = each / known["instructions_a_file"]
    print(f"{each:,.0f} instructions a file, {ratio:.3f} of the recorded {known['instructions_a_file']:,}")
    if ratio > 1 + known["tolerance"]:
        print(f"that is more than {known['tolerance']:.0%} above what is recorded in {record}: find out why, or record it")
        return 1
    if ratio < 1 - known["tolerance"]:
        print("that is less: record it with `make bench-guard DO=--record`, so that it stays so")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
