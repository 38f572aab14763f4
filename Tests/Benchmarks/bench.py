"""Measures the command beside libxml2's own verdict and a Python peer, in one run on the same files.

    bench.py LAUREAT FOLDER ROUNDS RECORDS...

One table for each size: medians of wall time, CPU time and peak memory, and how they stand to their yardstick. What was
stored, exported and answered is then compared with what the generator wrote; a difference ends the run with status 1. A
missed target is shown, and is not a failure: machines differ.
"""

import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
SCHEMAS = HERE.parent.parent / "Schemas"


@dataclasses.dataclass
class Cost:
    wall: float
    cpu: float
    peak: float  # MiB


@dataclasses.dataclass
class Contestant:
    """A command to be measured, and what its time is held against."""

    name: str
    command: list[str]
    #: Name of the contestant its wall time is compared with, and the most it should take of that.
    yardstick: str | None = None
    target: float = 0
    #: The most memory it should take, in MiB.
    memory: float | None = None
    #: Done before each round and not measured.
    prepare: "callable | None" = None
    costs: list[Cost] = dataclasses.field(default_factory=list)

    def run(self) -> None:
        if self.prepare:
            self.prepare()
        start = time.perf_counter()
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            raise SystemExit(f"{self.name}: status {os.waitstatus_to_exitcode(status)}\n{errors.decode()[-2000:]}")
        self.costs.append(Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))

    @property
    def median(self) -> Cost:
        return Cost(*(statistics.median(getattr(cost, name) for cost in self.costs) for name in ("wall", "cpu", "peak")))


class TakingIn:
    """Importing, checking and exporting the applications of one contest."""

    def __init__(self, laureat: str, folder: pathlib.Path, python: str | None, records: int) -> None:
        self.laureat, self.records = laureat, records
        self.folder = folder / str(records)
        if not (self.folder / "expected.json").exists():
            print(f"writing {records} applications …", file=sys.stderr)
            subprocess.run([sys.executable, HERE / "generate.py", str(records), self.folder], check=True)
        self.announcement = str(self.folder / "announcement.xml")
        self.document = str(self.folder / "applications.xml")
        self.store, self.peer_store = str(self.folder / "store.sqlite"), str(self.folder / "peer.sqlite")
        self.receipt, self.exported = str(self.folder / "receipt.xml"), str(self.folder / "exported.xml")
        schema = str(SCHEMAS / "applications.xsd")
        validate = "xmllint --stream --schema"
        parse = "xmllint --stream"
        imported = Contestant(
            "laureat import", [laureat, "import", self.document, "--store", self.store, "--receipt", self.receipt],
            validate, 1.0, 64, self.fresh_store)
        self.contestants = [
            Contestant(validate, ["xmllint", "--noout", "--stream", "--schema", schema, self.document]),
            Contestant(parse, ["xmllint", "--noout", "--stream", self.document]),
            imported,
            Contestant(
                "laureat check", [laureat, "check", self.announcement, self.document], validate, 0.7, 64),
            Contestant(
                "laureat export",
                [laureat, "export", "applications", "--contest", "bench-2020", "--store", self.store, "-o",
                 self.exported], parse, 1.0, 64),
        ]
        if python:
            peer = Contestant(
                "Python: lxml + sqlite3",
                [python, str(HERE / "peer.py"), schema, self.document, self.peer_store,
                 str(self.folder / "peer-receipt.xml")], prepare=lambda: remove(self.peer_store))
            self.contestants.append(peer)
            imported.name_of_peer = peer.name

    def fresh_store(self) -> None:
        remove(self.store)
        subprocess.run([self.laureat, "import", self.announcement, "--store", self.store],
                       check=True, capture_output=True)

    def measure(self, rounds: int) -> None:
        for round in range(rounds):
            print(f"{self.records} records, round {round + 1} of {rounds}", file=sys.stderr)
            for contestant in self.contestants:
                contestant.run()

    def named(self, name: str) -> Contestant:
        return next(contestant for contestant in self.contestants if contestant.name == name)

    def table(self) -> str:
        size = os.path.getsize(self.document) / 1e6
        lines = [f"{self.records} applications, {size:.0f} MB, medians of {len(self.contestants[0].costs)}", "",
                 f"{'':26}{'wall, s':>9}{'CPU, s':>9}{'peak, MiB':>11}{'µs/record':>11}   against"]
        for contestant in self.contestants:
            cost = contestant.median
            verdicts = []
            if contestant.yardstick:
                ratio = cost.wall / self.named(contestant.yardstick).median.wall
                verdicts.append(verdict(ratio, contestant.target, f"{ratio:.2f} × {contestant.yardstick}"))
            if contestant.memory:
                verdicts.append(verdict(cost.peak, contestant.memory, f"{cost.peak:.0f} MiB"))
            peer = getattr(contestant, "name_of_peer", None)
            if peer:
                share = cost.wall / self.named(peer).median.wall
                verdicts.append(verdict(share, 0.2, f"{share:.2f} × {peer}"))
            lines.append(f"{contestant.name:26}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.peak:11.1f}"
                         f"{1e6 * cost.wall / self.records:11.1f}   {'; '.join(verdicts)}")
        return "\n".join(lines) + "\n"

    def problems(self) -> list[str]:
        """Everything in which what was stored, answered and exported differs from what was generated."""
        expected = json.loads((self.folder / "expected.json").read_text())
        found = []

        def expect(what: str, value: object, wanted: object) -> None:
            if value != wanted:
                found.append(f"{self.records} records, {what}: {value}, not {wanted}")

        stores = {"store": self.store}
        if any(contestant.name.startswith("Python") for contestant in self.contestants):
            stores["the peer's store"] = self.peer_store
        for name, path in stores.items():
            count, digest = stored_digest(path)
            expect(f"entries in {name}", count, expected["records"])
            expect(f"digest of {name}", digest, expected["digest"])
        answer = subprocess.run([self.laureat, "receipt", "show", self.receipt, "--json"], capture_output=True)
        expect("accepted in the receipt", json.loads(answer.stdout)["accepted"], expected["records"])
        schema = SCHEMAS / "applications.xsd"
        validated = subprocess.run(["xmllint", "--noout", "--stream", "--schema", schema, self.exported],
                                   capture_output=True)
        expect("xmllint's status for the export", validated.returncode, 0)
        self.fresh_store()
        subprocess.run([self.laureat, "import", self.exported, "--store", self.store], capture_output=True)
        expect("digest after export and import", stored_digest(self.store)[1], expected["digest"])
        return found


def verdict(value: float, target: float, text: str) -> str:
    return f"{text} ({'≤' if value <= target else 'above'} {target:g})"


def stored_digest(path: str) -> tuple[int, str]:
    """How many entries a store has, and a digest of what they say, in the order of their identifiers."""
    digest, count = hashlib.sha256(), 0
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = store.execute("""
        SELECT identifier, nomination, title, description, applicant, applicant_birth_day, participants, works, oktmo,
          district, site, registered_on FROM entry ORDER BY identifier""")
    for row in rows:
        digest.update("\x1f".join(map(str, row)).encode() + b"\n")
        count += 1
    store.close()
    return count, digest.hexdigest()


def remove(path: str) -> None:
    for name in (path, path + "-wal", path + "-shm"):
        pathlib.Path(name).unlink(missing_ok=True)


def python_with_lxml(folder: pathlib.Path) -> str | None:
    """A Python that has lxml, installed beside the measurements where the machine's own has not."""
    own = folder / "python" / "bin" / "python"
    for python in (str(own), "/usr/bin/python3", sys.executable):
        if shutil.which(python) and subprocess.run([python, "-c", "import lxml"], capture_output=True).returncode == 0:
            return python
    print("installing lxml …", file=sys.stderr)
    commands = [[sys.executable, "-m", "venv", own.parent.parent], [own, "-m", "pip", "install", "-q", "lxml"]]
    for command in commands:
        made = subprocess.run(command, capture_output=True, text=True)
        if made.returncode != 0:
            print(f"The Python peer is left out: {' '.join(map(str, command))} failed.\n{made.stderr[-500:]}")
            return None
    return str(own)


def main(laureat: str, folder: pathlib.Path, rounds: int, sizes: list[int]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    python = python_with_lxml(folder)
    sections = [TakingIn(laureat, folder, python, records) for records in sizes]
    problems: list[str] = []
    for section in sections:
        section.measure(rounds)
        print(section.table(), flush=True)
        problems += section.problems()
    if len(sections) > 1:
        for name in ("laureat import", "laureat check", "laureat export"):
            each = [1e6 * section.named(name).median.wall / section.records for section in sections]
            print(f"{name}: " + ", ".join(f"{cost:.1f}" for cost in each) + " µs per record at "
                  + ", ".join(str(section.records) for section in sections))
    print("\n".join(problems) if problems else "Stored, answered and exported as generated: counts and digests agree.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), [int(size) for size in sys.argv[4:]]))
