"""What was measured, beside what is aimed at."""

from dataclasses import dataclass, field


@dataclass
class Figure:
    """One figure of one part: the middle of its rounds, and the goal that it must not exceed, where there is one.

    A name that begins with blanks goes on with the last one that does not.
    """

    part: str
    name: str
    value: float
    unit: str
    goal: float | None = None
    rounds: list = field(default_factory=list)

    @property
    def holds(self):
        """Nothing without a goal."""
        return None if self.goal is None else self.value <= self.goal


def full_names(figures):
    head, names = "", []
    for each in figures:
        is_further = each.name.startswith(" ")
        head = head if is_further else each.name
        names.append(f"{head}: {each.name.strip()}" if is_further else head)
    return names


def number(value):
    """Three digits that count, and no more."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"


def table(figures):
    lines = [f"{'':72}{'':>10} {'':6}{'goal':>8}"]
    for each in figures:
        goal = "" if each.goal is None else number(each.goal)
        verdict = "  missed" if each.holds is False else ""
        lines.append(f"{each.name:72}{number(each.value):>10} {each.unit:6}{goal:>8}{verdict}")
    return "\n".join(lines)
