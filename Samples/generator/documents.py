"""Documents of the exchange, as files beside generate.py."""

import pathlib
import uuid

from .markup import element, texts, write
from .parties import ADMINISTRATION, organisation

FOLDER = pathlib.Path(__file__).resolve().parent.parent
NAMESPACE = "urn:laureat:exchange:1"


def save(file, comment, root, created, *parts, records, sender=ADMINISTRATION, **attributes):
    """Writes a document: the comment, the header, the parts before the records, and the records."""
    message = uuid.uuid5(uuid.NAMESPACE_URL, "urn:laureat:samples:" + file)
    header = element(
        "header", *texts(messageID=str(message), createdAt=created, software="Samples/generate.py"),
        organisation("sender", sender), organisation("recipient") if sender is not ADMINISTRATION else None,
        element("recordCount", str(len(records))))
    out = ['<?xml version="1.0" encoding="UTF-8"?>', "<!--", *("  " + line for line in comment.split("\n")),
           "  Written by generate.py.", "-->"]
    attributes = {"xmlns": NAMESPACE, "formatVersion": "1.0", **attributes}
    write(element(root, header, *parts, *records, **attributes), out)
    (FOLDER / file).write_bytes(("\n".join(out) + "\n").encode("utf-8"))
