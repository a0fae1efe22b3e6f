"""What was measured, beside what is aimed at."""

from dataclasses import dataclass, field


@dataclass
class Figure:
    """One figure of one part: the middle of its rounds, and the goal that it must not exceed, where there is one."""

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


def number(value):
    """Three digits that count, and no more."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"


def table(figures):
    lines = [f"{'':72}{'':>10} {'':6}{'goal':>8}"]
    for each in figures:
        goal = "" if each.goal is None else number(each.goal)
        lines.append(f"{each.name:72}{number(each.value):>10} {each.unit:6}{goal:>8}{'' if each.holds in (None, True) else '  missed'}")
    return "\n".join(lines)
