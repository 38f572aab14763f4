"""The section on applications: taking them in, checking them, giving them out again."""

import argparse
import collections
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import xml.parsers.expat

from measuring import Contestant, Cost, WithinMemory, WithinTime
from stored import digest_of_store
from tools import NotAvailable, python_with

HERE = pathlib.Path(__file__).parent
SCHEMAS = HERE.parent.parent / "Schemas"
SCHEMA = SCHEMAS / "applications.xsd"
CONTEST = "bench-2020"
VALIDATE, PARSE, PEER = "xmllint --stream --schema", "xmllint --stream", "Python: lxml, sqlite3"

#: What was looked at, what was found there, and what should be.
Comparison = tuple[str, object, object]


class TakingIn:
    """One size of document. Both importers begin without a store, read the announcement, make their tables, take the
    applications in and write a receipt."""

    def __init__(self, records: int, options: argparse.Namespace) -> None:
        self.records, self.laureat = records, options.laureat
        self.folder = folder = options.folder / str(records)
        self.announcement, self.document = folder / "announcement.xml", folder / "applications.xml"
        self.store, self.peer_store = folder / "store.sqlite", folder / "peer.sqlite"
        self.receipts, self.peer_receipt = folder / "receipts", folder / "peer-receipt.xml"
        self.exported = folder / "exported.xml"
        generate(records, folder)
        # Read once, so that the first to be measured finds the file as warm as the others.
        with open(self.document, "rb") as file:
            self.digest = hashlib.file_digest(file, "sha256").hexdigest()
        self.subject = f"{records:,} applications, {self.document.stat().st_size / 1e6:.1f} MB"
        self.contestants = [
            Contestant(VALIDATE, ["xmllint", "--noout", "--stream", "--schema", SCHEMA, self.document]),
            Contestant(
                "laureat import",
                [self.laureat, "import", self.announcement, self.document, "--store", self.store, "--receipt",
                 self.receipts],
                targets=[WithinTime(1.0, VALIDATE), WithinTime(0.2, PEER), WithinMemory(64)],
                prepare=lambda: remove(self.store, self.receipts)),
            self.peer(options),
            Contestant(
                "laureat check", [self.laureat, "check", self.announcement, self.document],
                targets=[WithinTime(0.7, VALIDATE), WithinMemory(64)]),
            # Its target names this same file, which is a little smaller than the one that export writes.
            Contestant(PARSE, ["xmllint", "--noout", "--stream", self.document]),
            Contestant(
                "laureat export", self.export_command,
                targets=[WithinTime(1.0, PARSE), WithinMemory(64)], prepare=lambda: remove(self.exported)),
        ]

    def peer(self, options: argparse.Namespace) -> Contestant:
        contestant = Contestant(
            PEER, [], rounds=options.peer_rounds, prepare=lambda: remove(self.peer_store, self.peer_receipt))
        try:
            python = python_with("lxml.etree", "python3-lxml", "lxml", options.folder)
            contestant.command = [python, HERE / "peer.py", SCHEMAS, self.announcement, self.document, self.peer_store,
                                  self.peer_receipt]
        except NotAvailable as reason:
            contestant.unavailable = str(reason)
        return contestant

    @property
    def export_command(self) -> list[str | pathlib.Path]:
        return [self.laureat, "export", "applications", "--contest", CONTEST, "--store", self.store, "-o",
                self.exported]

    def comparisons(self) -> list[Comparison]:
        """What the last round left behind, beside what the generator foretold."""
        expected = json.loads((self.folder / "expected.json").read_text())
        wanted_rows = (expected["records"], expected["digest"])
        wanted_receipt = ({"accepted": expected["records"]}, self.digest)
        receipt = self.receipts / f"receipt-00000000-0000-4000-8000-{self.records:012}.xml"
        found: list[Comparison] = [
            ("entries stored, and their digest", rows(self.store), wanted_rows),
            ("receipt: records by status, SHA-256 of the file", answers(receipt), wanted_receipt),
            ("receipt against its schema", xmllint_status(SCHEMAS / "receipt.xsd", receipt), 0),
        ]
        if any(contestant.name == PEER and contestant.costs for contestant in self.contestants):
            found += [
                ("entries in the peer's store, and their digest", rows(self.peer_store), wanted_rows),
                ("the peer's receipt", answers(self.peer_receipt), wanted_receipt),
            ]
        found += [
            ("export against its schema", xmllint_status(SCHEMA, self.exported), 0),
            ("applications in the export", count(self.exported, "application"), expected["records"]),
        ]
        remove(self.store)
        Cost.of([self.laureat, "import", self.announcement, self.exported, "--store", self.store])
        return found + [("entries stored from the export, and their digest", rows(self.store), wanted_rows)]

    def clean_up(self) -> None:
        """Leaves the documents for the next run; the rest is large."""
        remove(self.store, self.peer_store, self.receipts, self.peer_receipt, self.exported)


def generate(records: int, folder: pathlib.Path) -> None:
    """Writes the documents, unless the generator as it is now has written them before."""
    made = folder / "expected.json"
    sources = [HERE / "generate.py", HERE / "stored.py"]
    if made.exists() and made.stat().st_mtime > max(source.stat().st_mtime for source in sources):
        return
    print(f"writing {records:,} applications …", file=sys.stderr)
    subprocess.run([sys.executable, "-B", HERE / "generate.py", str(records), folder], check=True)


def rows(store: pathlib.Path) -> tuple[int, str]:
    digest = digest_of_store(str(store))
    return digest.count, digest.hexdigest


def answers(receipt: pathlib.Path) -> tuple[dict[str, int], str]:
    """How many records a receipt gives each status, and the digest it states; read as a stream."""
    if not receipt.exists():
        return {}, "no receipt"
    statuses: collections.Counter[str] = collections.Counter()
    digest: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        inside = name == "sha256"
        if name == "record":
            statuses[attributes["status"]] += 1

    def text(data: str) -> None:
        if inside:
            digest.append(data)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    with open(receipt, "rb") as file:
        parser.ParseFile(file)
    return dict(statuses), "".join(digest).strip()


def count(document: pathlib.Path, element: str) -> int:
    names: collections.Counter[str] = collections.Counter()
    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: names.update((name,))
    with open(document, "rb") as file:
        parser.ParseFile(file)
    return names[element]


def xmllint_status(schema: pathlib.Path, document: pathlib.Path) -> int:
    return subprocess.run(
        ["xmllint", "--noout", "--stream", "--schema", schema, document], capture_output=True).returncode


def remove(*paths: pathlib.Path) -> None:
    """Removes files, folders and what SQLite keeps beside a store."""
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        for suffix in ("", "-wal", "-shm"):
            pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
