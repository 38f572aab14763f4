"""What a good Python programmer would write for the same job: lxml validates while it streams, sqlite3 stores.

    peer.py SCHEMAS ANNOUNCEMENT APPLICATIONS STORE RECEIPT

It does what an import does: validates against the same XSDs, finds the nominations and days in the announcement, keeps
the rules on nomination, days, consent and ИНН, finds doubled identifiers, stores the same columns under the same unique
keys with the same settings of the database in one durable transaction, and answers with a receipt that has the SHA-256
of the file and a line for each record. Where it does less, that speeds it up: its tables have no CHECK and no foreign
keys, texts are not searched for personal data, and a record that breaks the schema ends the run.
"""

import datetime
import hashlib
import os
import sqlite3
import sys
from typing import TextIO
from xml.sax.saxutils import quoteattr

from lxml import etree

NAMESPACE = "urn:laureat:exchange:1"
BATCH = 1000
EPOCH = datetime.date(1970, 1, 1).toordinal()

TABLES = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -8192;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, contest_id INTEGER NOT NULL, sender_id INTEGER NOT NULL, message_id INTEGER,
  identifier TEXT NOT NULL, exchange_identifier TEXT, nomination TEXT, status TEXT NOT NULL,
  status_changes INTEGER NOT NULL DEFAULT 0, registered_on INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL, correction_number INTEGER NOT NULL, participants INTEGER, works INTEGER,
  title TEXT NOT NULL, description TEXT, age_group TEXT, leader TEXT, oktmo TEXT, territory TEXT, district TEXT,
  site TEXT, processing_consent INTEGER, processing_consent_on INTEGER, publication_consent INTEGER,
  publication_consent_on INTEGER, applicant_kind TEXT NOT NULL, applicant TEXT NOT NULL, applicant_phone TEXT,
  applicant_email TEXT, applicant_address TEXT, applicant_identifier TEXT, applicant_inn TEXT, applicant_kpp TEXT,
  applicant_ogrn TEXT, applicant_oktmo TEXT, applicant_territory TEXT, applicant_birth_day INTEGER,
  applicant_age_group TEXT, applicant_institution TEXT, applicant_class TEXT, applicant_leader TEXT,
  applicant_representative TEXT, people TEXT, attachments TEXT, previous_stage TEXT, achievements TEXT, extensions TEXT
) STRICT;
CREATE UNIQUE INDEX entry_of_sender ON entry (contest_id, identifier, sender_id);
CREATE UNIQUE INDEX entry_in_exports ON entry (contest_id, coalesce(exchange_identifier, identifier));
"""
INSERT = """
INSERT INTO entry (
  id, contest_id, sender_id, message_id, identifier, nomination, status, registered_on, changed_at, submitted_at,
  correction_number, participants, works, title, description, age_group, leader, oktmo, territory, district, site,
  processing_consent, processing_consent_on, publication_consent, publication_consent_on, applicant_kind, applicant,
  applicant_phone, applicant_email, applicant_address, applicant_identifier, applicant_inn, applicant_kpp,
  applicant_ogrn, applicant_oktmo, applicant_territory, applicant_birth_day, applicant_age_group,
  applicant_institution, applicant_class, applicant_leader, applicant_representative
) VALUES (""" + ", ".join("?" * 42) + ")"


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


APPLICATION, HEADER, CREATED_AT = tag("application"), tag("header"), tag("createdAt")
NOMINATION, TITLE, DESCRIPTION, AGE_GROUP = tag("nomination"), tag("title"), tag("description"), tag("ageGroup")
APPLICANT, PARTICIPANTS, WORKS, LEADER = tag("applicant"), tag("participants"), tag("works"), tag("leader")
TERRITORY, DISTRICT, SITE, SUBMITTED_AT = tag("territory"), tag("district"), tag("site"), tag("submittedAt")
PROCESSING, PUBLICATION = tag("processingConsent"), tag("publicationConsent")
PERSON, ORGANISATION, NAME, BIRTH_DAY = tag("person"), tag("organisation"), tag("name"), tag("birthDay")
INSTITUTION, CLASS, REPRESENTATIVE = tag("institution"), tag("schoolClass"), tag("representative")
INN, KPP, OGRN = tag("inn"), tag("kpp"), tag("ogrn")
CONTACT, PHONE, EMAIL, ADDRESS = tag("contact"), tag("phone"), tag("email"), tag("address")


def day_number(text: str | None) -> int | None:
    return text and datetime.date.fromisoformat(text).toordinal() - EPOCH


def instant_number(moment: datetime.datetime) -> int:
    """Milliseconds and the minutes of the offset in one number, as the store keeps them."""
    return int(moment.timestamp() * 1000) * 2048 + moment.utcoffset() // datetime.timedelta(minutes=1) + 1024


def is_inn(text: str) -> bool:
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return len(text) == 12 or sum(map(int.__mul__, weights, map(int, text))) % 11 % 10 == int(text[9])


class Contest:
    """What the announcement says of nominations and days, and the rows made under it."""

    def __init__(self, announcement: etree._ElementTree) -> None:
        names = {"n": NAMESPACE}
        self.nominations = set(announcement.xpath("//n:contest/n:nomination/@id", namespaces=names))
        opens, closes = (announcement.xpath(f"string(//n:schedule/n:{day})", namespaces=names)
                         for day in ("opens", "closes"))
        self.opens, self.closes = datetime.date.fromisoformat(opens), datetime.date.fromisoformat(closes)
        self.id = announcement.xpath("string(//n:contest/@id)", namespaces=names)
        self.created_at = 0

    def row(self, element: etree._Element, number: int) -> tuple:
        """The values of an application; raises ValueError where a rule is broken."""
        fields, texts = {}, {}
        for child in element:
            name = child.tag
            fields[name], texts[name] = child, child.text
        text = texts.get

        nomination = text(NOMINATION)
        if nomination not in self.nominations:
            raise ValueError("unknown nomination")
        submitted = datetime.datetime.fromisoformat(texts[SUBMITTED_AT])
        day = submitted.date()
        if not self.opens <= day <= self.closes:
            raise ValueError("not submitted in time")
        processing, publication = fields.get(PROCESSING), fields.get(PUBLICATION)
        if processing is None or processing.get("given") != "true":
            raise ValueError("no consent")
        participants, works = fields.get(PARTICIPANTS), text(WORKS)
        territory = fields.get(TERRITORY)
        return (
            (1 << 32) + number, 1, 1, 1, element.get("id"), nomination, "registered", day.toordinal() - EPOCH,
            self.created_at, instant_number(submitted), int(element.get("correctionNumber", 0)),
            None if participants is None else int(participants.get("count")), works and int(works),
            texts[TITLE], text(DESCRIPTION), text(AGE_GROUP), text(LEADER),
            None if territory is None else territory.get("oktmo"), text(TERRITORY), text(DISTRICT), text(SITE),
            True, day_number(processing.get("date")),
            None if publication is None else publication.get("given") == "true",
            None if publication is None else day_number(publication.get("date")),
            *applicant(fields[APPLICANT][0]))


def applicant(party: etree._Element) -> tuple:
    texts, attributes = {}, {}
    for child in party:
        if child.tag == CONTACT:
            texts.update((part.tag, part.text) for part in child)
        else:
            texts[child.tag] = child.text
            attributes[child.tag] = child.attrib
    text = texts.get
    if party.tag == PERSON:
        return ("person", texts[NAME], text(PHONE), text(EMAIL), text(ADDRESS), None, None, None, None, None, None,
                day_number(text(BIRTH_DAY)), text(AGE_GROUP), text(INSTITUTION), text(CLASS), text(LEADER),
                text(REPRESENTATIVE))
    if party.tag == ORGANISATION:
        if INN in texts and not is_inn(texts[INN]):
            raise ValueError("wrong check digits of the ИНН")
        return ("organisation", texts[TITLE], text(PHONE), text(EMAIL), text(ADDRESS), party.get("id"), text(INN),
                text(KPP), text(OGRN), attributes.get(TERRITORY, {}).get("oktmo"), text(TERRITORY), *[None] * 6)
    return ("group", texts[TITLE], text(PHONE), text(EMAIL), text(ADDRESS), *[None] * 12)


class HashedFile:
    """A file that is hashed as the parser reads it."""

    def __init__(self, path: str) -> None:
        self.file = open(path, "rb")
        self.hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self.hash.update(data)
        return data


def store_batch(store: sqlite3.Connection, rows: list[tuple], receipt: TextIO, contest: str) -> None:
    """Stores rows and answers for them. The unique keys find the doubled: only then rows go in one by one."""
    doubled = set()
    try:
        store.execute("SAVEPOINT batch")
        store.executemany(INSERT, rows)
    except sqlite3.IntegrityError:
        store.execute("ROLLBACK TO batch")
        for row in rows:
            try:
                store.execute(INSERT, row)
            except sqlite3.IntegrityError:
                doubled.add(row[0])
    store.execute("RELEASE batch")
    receipt.writelines(
        f'  <record id={quoteattr(row[4])} number="{row[0] & 0xFFFFFFFF}" '
        + ('status="rejected"/>\n' if row[0] in doubled else
           f'status="accepted" registration="{contest}/{row[0] & 0xFFFFFFFF}"/>\n')
        for row in rows)


def main(schemas: str, announcement_path: str, document: str, store_path: str, receipt_path: str) -> None:
    announcement = etree.parse(announcement_path)
    etree.XMLSchema(etree.parse(f"{schemas}/contest-announcement.xsd")).assertValid(announcement)
    contest = Contest(announcement)
    schema = etree.XMLSchema(etree.parse(f"{schemas}/applications.xsd"))
    store = sqlite3.connect(store_path, isolation_level=None)
    store.executescript(TABLES)
    store.execute("BEGIN IMMEDIATE")
    source = HashedFile(document)
    batch: list[tuple] = []
    number = 0
    with open(receipt_path, "w", encoding="utf-8") as receipt:
        receipt.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<receipt xmlns="{NAMESPACE}">\n')
        for _, element in etree.iterparse(source, events=("end",), tag=(APPLICATION, HEADER), schema=schema):
            if element.tag == HEADER:
                contest.created_at = instant_number(datetime.datetime.fromisoformat(element.findtext(CREATED_AT)))
                continue
            number += 1
            try:
                batch.append(contest.row(element, number))
            except ValueError as error:
                receipt.write(f'  <record id={quoteattr(element.get("id"))} number="{number}" status="rejected">'
                              f"{error}</record>\n")
            if len(batch) == BATCH:
                store_batch(store, batch, receipt, contest.id)
                batch.clear()
            # What was read is let go, or the tree would grow to the size of the file.
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        store_batch(store, batch, receipt, contest.id)
        receipt.write(f"  <sha256>{source.hash.hexdigest()}</sha256>\n</receipt>\n")
        receipt.flush()
        os.fsync(receipt.fileno())
    store.execute("COMMIT")
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
