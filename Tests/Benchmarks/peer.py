"""What a good Python programmer would write for the same job: lxml validates while it streams, sqlite3 stores.

    peer.py SCHEMA APPLICATIONS STORE RECEIPT

It does what an import does and no more: validation against the same XSD, the rules on nomination, days, counts and
consent, duplicate detection, a row with the same columns and unique keys, a receipt line for each record and the digest
of the file, in one durable transaction in WAL mode.
"""

import datetime
import hashlib
import sqlite3
import sys
from xml.sax.saxutils import quoteattr

from lxml import etree

NAMESPACE = "{urn:laureat:exchange:1}"
APPLICATION = NAMESPACE + "application"
NOMINATIONS = {"vesna", "ekodomik", "dvor", "balkon", "dobro"}
OPENS, CLOSES = datetime.date(2020, 1, 1), datetime.date(2020, 3, 31)
EPOCH = datetime.date(1970, 1, 1).toordinal()
BATCH = 1000

TABLES = """
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, contest_id INTEGER NOT NULL, sender_id INTEGER NOT NULL, message_id INTEGER,
  identifier TEXT NOT NULL, exchange_identifier TEXT, nomination TEXT, status TEXT NOT NULL,
  status_changes INTEGER NOT NULL DEFAULT 0, registered_on INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL, correction_number INTEGER NOT NULL, participants INTEGER, works INTEGER,
  title TEXT NOT NULL, description TEXT, age_group TEXT, leader TEXT, oktmo TEXT, territory TEXT, district TEXT,
  site TEXT, processing_consent INTEGER, processing_consent_on INTEGER, publication_consent INTEGER,
  publication_consent_on INTEGER, applicant_kind TEXT NOT NULL, applicant TEXT NOT NULL, applicant_birth_day INTEGER
) STRICT;
CREATE UNIQUE INDEX entry_of_sender ON entry (contest_id, identifier, sender_id);
CREATE UNIQUE INDEX entry_in_exports ON entry (contest_id, coalesce(exchange_identifier, identifier));
"""
INSERT = "INSERT INTO entry VALUES (" + ", ".join("?" * 30) + ")"


def days(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal() - EPOCH


def row(element: etree._Element, number: int) -> tuple:
    """The values of an application; raises ValueError where a rule is broken."""
    text = {}
    for child in element:
        text[child.tag] = child.text
    consent = element.find(NAMESPACE + "processingConsent")
    publication = element.find(NAMESPACE + "publicationConsent")
    person = element.find(f"{NAMESPACE}applicant/{NAMESPACE}person")
    submitted = datetime.datetime.fromisoformat(text[NAMESPACE + "submittedAt"])
    nomination = text[NAMESPACE + "nomination"]
    title, description = text[NAMESPACE + "title"], text.get(NAMESPACE + "description")
    count = int(element.find(NAMESPACE + "participants").get("count"))
    if nomination not in NOMINATIONS:
        raise ValueError("unknown nomination")
    if not OPENS <= submitted.date() <= CLOSES:
        raise ValueError("not submitted in time")
    if consent is None or consent.get("given") != "true":
        raise ValueError("no consent")
    if description is not None and description.casefold() == title.casefold():
        raise ValueError("the description repeats the title")
    registered = submitted.date().toordinal() - EPOCH
    return (
        (1 << 32) + number, 1, 1, 1, element.get("id"), None, nomination, "registered", 0, registered,
        int(submitted.timestamp()), int(submitted.timestamp()), int(element.get("correctionNumber", 0)), count,
        int(text[NAMESPACE + "works"]), title, description, text.get(NAMESPACE + "ageGroup"),
        text.get(NAMESPACE + "leader"), element.find(NAMESPACE + "territory").get("oktmo"),
        text.get(NAMESPACE + "territory"), text.get(NAMESPACE + "district"), text.get(NAMESPACE + "site"), 1,
        days(consent.get("date")), publication is not None and publication.get("given") == "true",
        days(publication.get("date")), "person", person.find(NAMESPACE + "name").text,
        days(person.find(NAMESPACE + "birthDay").text))


class HashedFile:
    """A file that is hashed as the parser reads it."""

    def __init__(self, path: str) -> None:
        self.file = open(path, "rb")
        self.hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self.hash.update(data)
        return data


def main(schema_path: str, document: str, store_path: str, receipt_path: str) -> None:
    schema = etree.XMLSchema(etree.parse(schema_path))
    store = sqlite3.connect(store_path, isolation_level=None)
    store.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;" + TABLES)
    store.execute("BEGIN IMMEDIATE")
    source = HashedFile(document)
    seen: set[str] = set()
    batch: list[tuple] = []
    number = 0
    with open(receipt_path, "w", encoding="utf-8") as receipt:
        receipt.write("<receipt>\n")
        for _, element in etree.iterparse(source, events=("end",), tag=APPLICATION, schema=schema):
            number += 1
            identifier = element.get("id")
            if identifier in seen:
                raise ValueError("a doubled identifier")
            seen.add(identifier)
            batch.append(row(element, number))
            receipt.write(f'  <record id={quoteattr(identifier)} number="{number}" status="accepted"/>\n')
            if len(batch) == BATCH:
                store.executemany(INSERT, batch)
                batch.clear()
            # What was read is let go, or the tree would grow to the size of the file.
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        store.executemany(INSERT, batch)
        receipt.write(f"  <sha256>{source.hash.hexdigest()}</sha256>\n</receipt>\n")
    store.execute("COMMIT")
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
