"""The section on diplomas: a sheet for each of the participants of a contest, in one PDF and in a file each."""

import argparse
import json
import pathlib
import re
import subprocess

from measuring import Contestant, WithinTime
from taking_in import Comparison, remove
from tools import NotAvailable, python_with

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parent.parent / "Samples"
CONTEST = "teplo-2020"
PEER = "Python: WeasyPrint"


class Diplomas:
    """A contest of the samples with 1125 participants. The peer is given what the diplomas say, as JSON, and sets it by
    a page of HTML and CSS; it reads no store and draws neither ornament nor code, which makes it faster."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.laureat = options.laureat
        self.folder = folder = options.folder / "diplomas"
        folder.mkdir(parents=True, exist_ok=True)
        self.store, self.values = folder / "store.sqlite", folder / "diplomas.json"
        self.printed, self.peer_printed = folder / "laureat.pdf", folder / "weasyprint.pdf"
        self.each = folder / "each"
        remove(self.store)
        subprocess.run(
            [self.laureat, "import", SAMPLES / "kemerovo-2020-announcement.xml",
             SAMPLES / "teplo-2020-applications.xml", SAMPLES / "teplo-2020-results.xml", "--store", self.store],
            check=True, capture_output=True)
        asked = subprocess.run([*self.command, "--dry-run", "--json"], check=True, capture_output=True)
        self.values.write_bytes(asked.stdout)
        self.records = len(json.loads(asked.stdout))
        self.subject = f"{self.records:,} diplomas"
        self.contestants = [
            Contestant(
                "laureat diploma", [*self.command, "-o", self.printed], targets=[WithinTime(0.1, PEER)],
                prepare=lambda: remove(self.printed)),
            # Fonts and all in every file.
            Contestant(
                "laureat diploma --folder", [*self.command, "--folder", self.each], targets=[WithinTime(1, PEER)],
                prepare=lambda: remove(self.each)),
            self.peer(options),
        ]

    @property
    def command(self) -> list[str | pathlib.Path]:
        return [self.laureat, "diploma", "--contest", CONTEST, "--participants", "--each", "--store", self.store,
                "--lang", "ru"]

    def peer(self, options: argparse.Namespace) -> Contestant:
        contestant = Contestant(PEER, [], rounds=options.peer_rounds, prepare=lambda: remove(self.peer_printed))
        try:
            python = python_with("weasyprint", "weasyprint", "weasyprint", options.folder)
            contestant.command = [python, HERE / "diplomas_peer.py", self.values, self.peer_printed]
        except NotAvailable as reason:
            contestant.unavailable = str(reason)
        return contestant

    def comparisons(self) -> list[Comparison]:
        names = [diploma["name"] for diploma in json.loads(self.values.read_text())]
        found: list[Comparison] = [
            ("pages of diplomas", pages(self.printed), self.records),
            ("files of diplomas", sum(1 for _ in self.each.glob("*.pdf")), self.records),
            ("holders in their order, as the text is copied out", named(self.printed, names), self.records),
        ]
        if self.contestants[-1].costs:
            found += [("pages of the peer", pages(self.peer_printed), self.records)]
        return found

    def clean_up(self) -> None:
        remove(self.store, self.printed, self.each, self.peer_printed)


def pages(file: pathlib.Path) -> int:
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages: +(\d+)", told, re.MULTILINE).group(1))


def named(file: pathlib.Path, names: list[str]) -> int:
    """How many pages hold the name that is theirs."""
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    found = [" ".join(page.split()) for page in text.split("\f")]
    # Marks within marks are of another kind on paper.
    plain = str.maketrans("„“", "«»")
    return sum(" ".join(name.split()) in page.translate(plain) for name, page in zip(names, found))
