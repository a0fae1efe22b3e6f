"""How large the programs are."""

import subprocess

from figure import Figure

NAME = "sizes"
PROGRAMS = ("librarian", "service-monitor", "dashboard-api", "cleanup", "migrate")


def measure(factory, _):
    figures = []
    for program in PROGRAMS:
        built, stripped = factory.programs / program, factory.scratch / f"{program}.stripped"
        subprocess.run(["strip", "-o", stripped, built], check=True)
        for what, file in (("as built", built), ("stripped", stripped)):
            figures.append(Figure(NAME, f"{program}, {what}", file.stat().st_size / 1e6, "MB"))
        stripped.unlink()
    return figures
