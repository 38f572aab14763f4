"""The section on grants: a portfolio taken in, reported and given out again."""

import argparse
import csv
import hashlib
import json
import pathlib
import re
import subprocess
import sys
from collections.abc import Iterable

from grants_document import FUNDER
from measuring import Contestant, WithinSeconds, WithinTime
from sheet import rows_of
from taking_in import Comparison, remove
from tools import NotAvailable, python_with

HERE = pathlib.Path(__file__).parent
PROJECTS, EXPENSES = 876, 50_000
PEER = "Python: openpyxl"
REGISTER = "Реестр расходов"
#: Project, line, day, payee, kind and number of the document, kopecks.
COLUMNS = "ABCDEFH"
#: What a step of a portfolio of this size may take.
LIMIT = WithinSeconds(5)


class Grants:
    """A portfolio of a region. The peer is given the expenses alone, as CSV, and writes only their register, one of the
    five sheets of the report; it reads no store, which makes it faster."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.laureat, self.records = options.laureat, EXPENSES
        self.folder = folder = options.folder / "grants"
        folder.mkdir(parents=True, exist_ok=True)
        self.portfolio, self.expenses = folder / "portfolio.xml", folder / "expenses.csv"
        self.store, self.report, self.peer_report = (
            folder / name for name in ("store.sqlite", "report.xlsx", "peer.xlsx"))
        self.year, self.exported = folder / "year.json", folder / "exported.xml"
        self.subject = f"{PROJECTS:,} projects with {EXPENSES:,} expenses"
        generate(folder)
        remove(self.store)
        self.contestants = [
            self.command("import", self.portfolio, prepare=lambda: remove(self.store)),
            self.command("report", "funder", FUNDER, "--year", "2020", "--format", "xlsx", "--lang", "ru", "-o",
                         self.report, targets=[LIMIT, WithinTime(1, PEER)], prepare=lambda: remove(self.report)),
            self.peer(options),
            self.command("report", "year", "--year", "2020", "--format", "json", "-o", self.year),
            self.command("export", "grants", "-o", self.exported),
        ]

    def command(self, *words, targets=(LIMIT,), **more) -> Contestant:
        name = " ".join(["laureat", *words[:2]]) if words[0] != "import" else "laureat import"
        return Contestant(name, [self.laureat, *words, "--store", self.store], targets=list(targets), **more)

    def peer(self, options: argparse.Namespace) -> Contestant:
        contestant = Contestant(PEER, [], rounds=options.peer_rounds, prepare=lambda: remove(self.peer_report))
        try:
            python = python_with("openpyxl", "python3-openpyxl", "openpyxl", options.folder)
            contestant.command = [python, "-B", HERE / "grants_peer.py", self.expenses, self.peer_report]
        except NotAvailable as reason:
            contestant.unavailable = str(reason)
        return contestant

    def comparisons(self) -> list[Comparison]:
        with open(self.expenses, encoding="utf-8", newline="") as file:
            told = list(csv.reader(file))
        spent = sum(int(row[-1]) for row in told)
        wanted = digest((*row[:6], int(row[6])) for row in told)
        grants = json.loads(self.year.read_text())["grants"]
        exported = self.exported.read_text()
        found: list[Comparison] = [
            ("register of expenses, row by row", *register(self.report, wanted)),
            ("spent in the year", grants["spent"], f"{spent // 100}.{spent % 100:02}"),
            ("projects and expenses exported", (exported.count("<project "), exported.count("<expense ")),
             (PROJECTS, EXPENSES)),
            ("kopecks exported", exported_kopecks(exported), spent),
        ]
        if self.contestants[2].costs:
            found += [("register of the peer", *register(self.peer_report, wanted))]
        return found

    def clean_up(self) -> None:
        remove(self.store, self.report, self.peer_report, self.year, self.exported)


def register(workbook: pathlib.Path, wanted: str) -> tuple[str, str]:
    """What its rows come to, the titles above and the total below left out."""
    rows = list(rows_of(workbook, REGISTER))[1:-1]
    return digest((*(row[column] for column in COLUMNS[:-1]), round(float(row["H"]) * 100)) for row in rows), wanted


def digest(rows: Iterable[tuple[object, ...]]) -> str:
    ordered = ["\t".join(map(str, row)) + "\n" for row in rows]
    return f"{len(ordered)} {hashlib.sha256(''.join(ordered).encode()).hexdigest()}"


def exported_kopecks(document: str) -> int:
    amounts = re.findall(r"<expense [^>]*>\s*<date>[^<]*</date>\s*<amount currency=\"RUB\">(\d+)\.(\d\d)<", document)
    return sum(int(roubles) * 100 + int(kopecks) for roubles, kopecks in amounts)


def generate(folder: pathlib.Path) -> None:
    """Writes the documents, unless the generator as it is now has written them before."""
    made, source = folder / "expenses.csv", HERE / "grants_document.py"
    if made.exists() and made.stat().st_mtime > source.stat().st_mtime:
        return
    print(f"writing {EXPENSES:,} expenses …", file=sys.stderr)
    subprocess.run([sys.executable, "-B", source, str(PROJECTS), str(EXPENSES), folder], check=True)
