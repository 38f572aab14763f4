"""What must be found in a store, in one place: the generator foretells it, the driver reads it back.

The digest covers everything an application says and the state it was registered in, column by column, in the order of
the identifiers. Left out are only the keys of rows and messages and the moment of taking in, which say nothing of the
application.
"""

import hashlib
import sqlite3
from collections.abc import Sequence

#: Columns of the table `entry` that are in the digest.
COLUMNS = """
    identifier nomination status registered_on submitted_at correction_number participants works title description
    age_group leader oktmo territory district site processing_consent processing_consent_on publication_consent
    publication_consent_on applicant_kind applicant applicant_phone applicant_email applicant_address
    applicant_identifier applicant_inn applicant_kpp applicant_ogrn applicant_oktmo applicant_territory
    applicant_birth_day applicant_age_group applicant_institution applicant_class applicant_leader
    applicant_representative people attachments previous_stage achievements extensions
""".split()

Value = str | int | None


class EntryDigest:
    """A count and a digest of rows, each row the values of COLUMNS."""

    def __init__(self) -> None:
        self.count = 0
        self._hash = hashlib.sha256()

    def add(self, row: Sequence[Value]) -> None:
        # A control character cannot occur in XML text, so the joined values can be told apart; nor can NULL and "".
        self._hash.update("\x1f".join("\x00" if value is None else str(value) for value in row).encode() + b"\x1e")
        self.count += 1

    @property
    def hexdigest(self) -> str:
        return self._hash.hexdigest()


def digest_of_store(path: str) -> EntryDigest:
    """Reads all entries of a store, row by row: a million of them need no memory."""
    digest = EntryDigest()
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for row in store.execute(f"SELECT {', '.join(COLUMNS)} FROM entry ORDER BY identifier"):
        digest.add(row)
    store.close()
    return digest
