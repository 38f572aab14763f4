"""Running commands beside each other and telling what they cost: the same for every section."""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence

LAUNCHER = pathlib.Path(__file__).with_name("launch.py")
MEGABYTE = 1_000_000


def nothing() -> None:
    pass


@dataclasses.dataclass(frozen=True)
class Cost:
    #: Seconds, and bytes.
    wall: float
    cpu: float
    peak: float

    @classmethod
    def of(cls, command: Sequence[str | os.PathLike[str]]) -> "Cost":
        """Runs a command to its end; one that fails ends the bench, for its time would say nothing."""
        launched = subprocess.run(
            [sys.executable, "-I", "-S", LAUNCHER, *command], capture_output=True, text=True, check=True)
        status, wall, cpu, peak = launched.stdout.split()
        if status != "0":
            raise SystemExit(f"{' '.join(map(str, command))}\nended with status {status}:\n{launched.stderr[-2000:]}")
        return cls(float(wall), float(cpu), float(peak))


@dataclasses.dataclass(frozen=True)
class WithinTime:
    """Wall time at most so many times that of another contestant."""

    most: float
    yardstick: str

    def judge(self, own: "Contestant", all: "list[Contestant]") -> tuple[float, bool] | None:
        other = next((contestant for contestant in all if contestant.name == self.yardstick), None)
        if other is None or not other.costs:
            return None
        ratio = own.median.wall / other.median.wall
        return ratio, ratio <= self.most

    def __str__(self) -> str:
        return f"≤ {self.most:g} × {self.yardstick}"


@dataclasses.dataclass(frozen=True)
class WithinSeconds:
    """Wall time at most so many seconds."""

    most: float

    def judge(self, own: "Contestant", all: "list[Contestant]") -> tuple[float, bool] | None:
        return own.median.wall, own.median.wall <= self.most

    def __str__(self) -> str:
        return f"≤ {self.most:g} s"


@dataclasses.dataclass(frozen=True)
class WithinMemory:
    """Peak memory below so many megabytes."""

    limit: float

    def judge(self, own: "Contestant", all: "list[Contestant]") -> tuple[float, bool] | None:
        peak = own.median.peak / MEGABYTE
        return peak, peak < self.limit

    def __str__(self) -> str:
        return f"< {self.limit:g} MB"


Target = WithinTime | WithinSeconds | WithinMemory


@dataclasses.dataclass
class Contestant:
    """A command to be measured."""

    name: str
    command: Sequence[str | os.PathLike[str]]
    targets: Sequence[Target] = ()
    #: Done before each round and not measured.
    prepare: Callable[[], None] = nothing
    #: Takes part in only so many of the rounds.
    rounds: int | None = None
    #: Why it cannot be measured here.
    unavailable: str | None = None
    costs: list[Cost] = dataclasses.field(default_factory=list)

    def run(self) -> None:
        self.prepare()
        # What others wrote is put on the disk first: a commit would otherwise wait for their pages too.
        os.sync()
        self.costs.append(Cost.of(self.command))

    @property
    def median(self) -> Cost:
        return Cost(*(statistics.median(getattr(cost, field.name) for cost in self.costs)
                      for field in dataclasses.fields(Cost)))


def measure(contestants: list[Contestant], rounds: int, subject: str) -> None:
    """All contestants in turn, round by round: what slows the machine down for a while then slows down all of them."""
    for number in range(rounds):
        print(f"{subject}: round {number + 1} of {rounds}", file=sys.stderr)
        for contestant in contestants:
            if not contestant.unavailable and number < (contestant.rounds or rounds):
                contestant.run()


def table(contestants: list[Contestant], records: int) -> str:
    """A line for each contestant, and further lines where it has more than one target."""
    width = 2 + max(len(contestant.name) for contestant in contestants)
    lines = [f"{'':{width}}{'rounds':>6}{'wall, s':>9}{'from–to':>14}{'CPU, s':>9}{'peak, MB':>10}{'records/s':>11}"
             f"{'µs/record':>11}   {'is':>5}  target"]
    for contestant in contestants:
        if not contestant.costs:
            lines.append(f"{contestant.name:{width}}not available: {contestant.unavailable}")
            continue
        cost, walls = contestant.median, [cost.wall for cost in contestant.costs]
        span = f"{min(walls):.2f}–{max(walls):.2f}"
        line = (f"{contestant.name:{width}}{len(walls):6}{cost.wall:9.2f}{span:>14}{cost.cpu:9.2f}"
                f"{cost.peak / MEGABYTE:10.1f}{records / cost.wall:11,.0f}{1e6 * cost.wall / records:11.1f}")
        blank = " " * len(line)
        lines += [f"{line if index == 0 else blank}   {judged(target, contestant, contestants)}"
                  for index, target in enumerate(contestant.targets)] or [line]
    return "\n".join(lines)


def judged(target: Target, own: Contestant, all: list[Contestant]) -> str:
    verdict = target.judge(own, all)
    if verdict is None:
        return f"{'—':>5}  {target}: not measured"
    value, is_reached = verdict
    return f"{value:5.2f}  {target}: {'reached' if is_reached else 'MISSED'}"


def launcher_floor() -> str:
    """No peak below the launcher's own can be told."""
    return f"{Cost.of(['true']).peak / MEGABYTE:.1f} MB"
