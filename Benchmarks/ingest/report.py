"""What was measured, as a table, and as a picture."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What one contender did with one set: files a second in each round and in the middle, seconds of processor time a
    file, megabytes at its highest."""

    set: str
    kind: str
    name: str
    files: int
    size: int
    rate: float
    processor: float
    peak: float
    rates: list = field(default_factory=list)

    @property
    def is_ceiling(self):
        return self.name.startswith("ceiling") or self.kind == "copying" and not self.name.startswith("librarian")


def ceiling(outcomes, kind):
    """The faster of the reference programs of that kind."""
    return max((each for each in outcomes if each.kind == kind and each.is_ceiling), key=lambda each: each.rate)


def table(outcomes):
    lines = [f"{'':34}{'files/s':>10}{'MB/s':>8}{'of ceiling':>12}{'CPU ms/file':>13}{'of ceiling':>12}{'peak MB':>9}"]
    for each in outcomes:
        top = ceiling(outcomes, each.kind)
        lines.append(
            f"{each.name:34}{each.rate:>10,.0f}{each.rate * each.size / 1e6:>8,.0f}{each.rate / top.rate:>12.2f}"
            f"{each.processor * 1000:>13.3f}{each.processor / top.processor:>12.2f}{each.peak:>9.0f}")
    return "\n".join(lines)


def plot(outcomes, facts, path):
    import matplotlib

    matplotlib.use("svg")
    # Letters as letters: smaller, and they can be searched.
    matplotlib.rcParams["svg.fonttype"] = "none"
    matplotlib.rcParams["svg.hashsalt"] = "photo-factory"
    from matplotlib import pyplot

    sets = list(dict.fromkeys(each.set for each in outcomes))
    figure, axes = pyplot.subplots(len(sets), 1, figsize=(9, 3.4 * len(sets)), squeeze=False)
    for place, label in zip(axes.flat, sets):
        shown = [each for each in outcomes if each.set == label][::-1]
        colours = ["#2b8a3e" if each.name.startswith("librarian") else "#868e96" for each in shown]
        bars = place.barh([each.name for each in shown], [each.rate for each in shown], color=colours)
        place.bar_label(bars, [f"{each.rate:,.0f}" for each in shown], padding=3)
        place.set_title(f"{label} a photo", loc="left")
        place.set_xlabel("files a second")
        place.margins(x=0.12)
        place.spines[["top", "right"]].set_visible(False)
    figure.suptitle(f"{facts['processors']} processors ({facts['processor']}), {facts['date']}", fontsize=9)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
