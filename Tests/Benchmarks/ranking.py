"""The section on juries: the order that a jury's points give, and the proof of it without a store."""

import argparse
import csv
import hashlib
import json
import pathlib
import subprocess
import sys
from collections.abc import Iterable
from fractions import Fraction

from judged import CONTEST, CRITERIA, JURORS
from measuring import Contestant, WithinTime
from taking_in import Comparison, remove
from tools import NotAvailable, python_with

HERE = pathlib.Path(__file__).parent
RECORDS = 100_000
PEER = "Python: pandas"

#: Nomination, entry, rank and points.
Standing = tuple[str, str, int, Fraction]


class Ranking:
    """A contest whose entries were each scored by three jurors on five criteria. Ours reads them from its store, or for
    the proof from the protocol; the peer is given a table with nothing but the points, and prints only ranks and points,
    which makes it faster."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.laureat, self.records = options.laureat, RECORDS
        self.folder = folder = options.folder / "ranking"
        folder.mkdir(parents=True, exist_ok=True)
        self.store, self.results = folder / "store.sqlite", folder / "results.xml"
        self.peer_order = folder / "peer.csv"
        self.subject = f"{RECORDS:,} entries × {len(JURORS)} jurors × {len(CRITERIA)} criteria"
        generate(RECORDS, folder)
        self.judge()
        self.contestants = [
            Contestant("laureat ranking", [*self.ranking, "--json"], targets=[WithinTime(2, PEER)]),
            Contestant("laureat verify", [self.laureat, "verify", self.results]),
            self.peer(options),
        ]

    @property
    def ranking(self) -> list[str | pathlib.Path]:
        return [self.laureat, "ranking", "show", "--contest", CONTEST, "--store", self.store]

    def judge(self) -> None:
        """Brings the contest to its end: from there the order is computed again and again."""
        print(f"taking in {self.subject} …", file=sys.stderr)
        remove(self.store)
        of_contest = ["--contest", CONTEST]
        for command in [
            ["import", self.folder / "announcement.xml", self.folder / "applications.xml"],
            ["entry", "admit", *of_contest, "--all", "--date", "2020-04-02"],
            ["import", self.folder / "score-sheets.xml"],
            ["winner", "record", *of_contest, "--all", "--protocol", "1", "--date", "2020-04-20"],
            ["export", "results", *of_contest, "-o", self.results],
        ]:
            subprocess.run([self.laureat, *command, "--store", self.store], check=True, capture_output=True)

    def peer(self, options: argparse.Namespace) -> Contestant:
        contestant = Contestant(PEER, [], rounds=options.peer_rounds, prepare=lambda: remove(self.peer_order))
        try:
            python = python_with("pandas", "python3-pandas", "pandas", options.folder)
            contestant.command = [python, "-B", HERE / "ranking_peer.py", self.folder / "points.csv", self.peer_order]
        except NotAvailable as reason:
            contestant.unavailable = str(reason)
        return contestant

    def comparisons(self) -> list[Comparison]:
        with open(self.folder / "order.csv", encoding="utf-8", newline="") as file:
            wanted = digest((nomination, entry, int(rank), Fraction(points))
                            for nomination, entry, rank, points in csv.reader(file))
        found: list[Comparison] = [("order of all entries, ranks and exact points", self.order(), wanted)]
        if self.contestants[-1].costs:
            found += [("the peer's order, ranks and points", self.order_of_peer(), wanted)]
        forged = self.folder / "forged.xml"
        forge(self.results, forged)
        refused = subprocess.run([self.laureat, "verify", forged], capture_output=True).returncode
        remove(forged)
        return [*found, ("status of verify on one changed point", refused, 1)]

    def order(self) -> str:
        printed = subprocess.run([*self.ranking, "--json"], check=True, capture_output=True)
        return digest((ranking["nomination"], standing["id"], standing["rank"], Fraction(standing["exact"]))
                      for ranking in json.loads(printed.stdout) for standing in ranking["standings"])

    def order_of_peer(self) -> str:
        with open(self.peer_order, encoding="utf-8", newline="") as file:
            return digest((nomination, entry, int(rank), Fraction(int(points), 1200))
                          for nomination, entry, rank, points in csv.reader(file))

    def clean_up(self) -> None:
        remove(self.store, self.results, self.peer_order)


def digest(standings: Iterable[Standing]) -> str:
    """Of the standings by nomination, rank and entry: equals may stand in any order."""
    ordered = sorted(standings, key=lambda standing: (standing[0], standing[2], standing[1]))
    text = "".join(f"{nomination} {entry} {rank} {points}\n" for nomination, entry, rank, points in ordered)
    return f"{len(ordered)} {hashlib.sha256(text.encode()).hexdigest()}"


def forge(document: pathlib.Path, copy: pathlib.Path) -> None:
    """Copies a protocol with one point of its last sheet changed."""
    text = document.read_bytes()
    start = text.rindex(b"<points criterion=")
    start = text.index(b">", start) + 1
    end = text.index(b"<", start)
    copy.write_bytes(text[:start] + (b"7" if text[start:end] == b"3" else b"3") + text[end:])


def generate(records: int, folder: pathlib.Path) -> None:
    """Writes the documents, unless the generator as it is now has written them before."""
    made = folder / "order.csv"
    sources = [HERE / "judged.py", HERE / "generate.py"]
    if made.exists() and made.stat().st_mtime > max(source.stat().st_mtime for source in sources):
        return
    print(f"writing {records:,} judged entries …", file=sys.stderr)
    subprocess.run([sys.executable, "-B", HERE / "judged.py", str(records), folder], check=True)
