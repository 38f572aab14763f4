"""Measures the command beside libxml2's own verdict and a Python peer, in one run on the same files.

    bench.py LAUREAT FOLDER RECORDS... [--rounds N] [--peer-rounds N] [--only SECTION]

Prints a table for each size: medians of wall time, CPU time and peak memory, and how they stand to their targets. What
was stored, answered and exported is then compared with what the generator wrote; a difference ends the run with status
1. A missed target is shown, and is no failure: machines differ.

A section is a class like `TakingIn`: it is made for a size, has contestants to be measured, and compares what they left
behind with what should be. A new one is added to SECTIONS, or to ONCE where it has a size of its own.
"""

import argparse
import os
import pathlib
import platform
import shutil
import sys

from diplomas import Diplomas
from grants import Grants
from measuring import launcher_floor, measure, table
from ranking import Ranking
from taking_in import TakingIn

#: Those measured at each size, and those that have a size of their own.
SECTIONS = [TakingIn]
ONCE = [Diplomas, Ranking, Grants]
#: Bytes of disk, with some to spare: of an application as a document, of all that a round leaves of it, and of the other
#: sections.
BYTES_OF_DOCUMENT, BYTES_OF_RECORD, BYTES_OF_OTHERS = 900, 4_000, 1_200_000_000
#: Time per record of the largest document may be this much more than that of the smallest.
FLAT = 1.15


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the command beside xmllint and a Python peer.")
    parser.add_argument("laureat", type=pathlib.Path, help="the command, built for release")
    parser.add_argument("folder", type=pathlib.Path, help="where everything is made and installed")
    parser.add_argument("records", type=int, nargs="+", help="sizes of the documents")
    parser.add_argument("--rounds", type=int, default=5, help="of how many rounds the medians are")
    parser.add_argument("--peer-rounds", type=int, help="in how many of them the slow Python peer takes part")
    names = [kind.__name__ for kind in SECTIONS + ONCE]
    parser.add_argument("--only", choices=names, nargs="+", default=names, help="the sections to measure")
    options = parser.parse_args()
    if min(options.rounds, options.peer_rounds or 1, *options.records) < 1:
        parser.error("a size and a number of rounds are at least 1")
    options.laureat, options.folder = options.laureat.resolve(), options.folder.resolve()
    return options


def space_wanted(options: argparse.Namespace) -> int:
    """What is there at a time at most: the documents of every size, and what the largest section leaves behind."""
    chosen = set(options.only)
    wanted = [BYTES_OF_OTHERS] if chosen & {kind.__name__ for kind in ONCE} else []
    if chosen & {kind.__name__ for kind in SECTIONS}:
        documents = BYTES_OF_DOCUMENT * sum(options.records)
        wanted = [documents + bytes for bytes in [*wanted, BYTES_OF_RECORD * max(options.records)]]
    return max(wanted)


def machine() -> str:
    """What the figures were measured on; how busy it was before tells how far they can be trusted."""
    processors = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    busy = f"; BUSY with other work (load {load:.1f}), so wall times are too long" if load > processors / 2 else ""
    return f"{platform.machine()}, {processors} processors{busy}"


def run(section: TakingIn | Diplomas | Ranking | Grants, rounds: int) -> bool:
    """Measures a section and prints its table; true if everything it left behind is right."""
    measure(section.contestants, rounds, section.subject)
    print(f"{section.subject}; medians of the rounds; 1 MB is 1,000,000 bytes, no peak below {launcher_floor()} can be"
          f" told\n\n{table(section.contestants, section.records)}\n")
    is_right = True
    for what, found, wanted in section.comparisons():
        is_right &= found == wanted
        print(f"  as generated: {what}" if found == wanted else f"  WRONG: {what}: {found}, not {wanted}")
    print(flush=True)
    if is_right:
        section.clean_up()
    return is_right


def growth(sections: list[TakingIn]) -> str:
    """Time per record of our own contestants, from size to size."""
    lines = []
    smallest, largest = sections[0], sections[-1]
    for own in [contestant.name for contestant in smallest.contestants if contestant.targets]:
        costs = [1e6 * contestant.median.wall / section.records
                 for section in sections for contestant in section.contestants if contestant.name == own]
        ratio = costs[-1] / costs[0]
        lines.append(f"  {own:16}{' → '.join(f'{cost:.2f}' for cost in costs)} µs; {ratio:.2f} times, "
                     + (f"flat (≤ {FLAT:g})" if ratio <= FLAT else f"NOT flat (> {FLAT:g})"))
    return f"Wall time per record, {smallest.records:,} → {largest.records:,} records:\n" + "\n".join(lines)


def main() -> int:
    options = arguments()
    if not shutil.which("xmllint"):
        print("xmllint is needed: make setup installs it", file=sys.stderr)
        return 69
    options.folder.mkdir(parents=True, exist_ok=True)
    wanted, free = space_wanted(options), shutil.disk_usage(options.folder).free
    if free < wanted:
        print(f"{wanted / 1e9:.1f} GB of disk are needed and {free / 1e9:.1f} GB are free: make room, or measure fewer "
              'records, as in make bench RECORDS="20000"', file=sys.stderr)
        return 73
    print(machine() + "\n")
    is_right = True
    for kind in [kind for kind in SECTIONS if kind.__name__ in options.only]:
        sections = []
        for records in sorted(set(options.records)):
            sections.append(kind(records, options))
            is_right &= run(sections[-1], options.rounds)
        if len(sections) > 1:
            print(growth(sections) + "\n")
    for kind in [kind for kind in ONCE if kind.__name__ in options.only]:
        is_right &= run(kind(options), options.rounds)
    print("Correct: everything that was left behind is as generated." if is_right
          else "Not correct: see the lines marked WRONG.")
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
