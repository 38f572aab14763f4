"""Reads a sheet of a workbook, as plainly as the bench needs it."""

import datetime
import pathlib
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: Day 0 of a workbook's calendar.
EPOCH = datetime.date(1899, 12, 30)
#: Columns that hold days.
DAYS = "CG"


def rows_of(workbook: pathlib.Path, title: str) -> Iterator[dict[str, str]]:
    """The rows of a sheet as texts by column; days as ISO 8601."""
    with zipfile.ZipFile(workbook) as archive:
        shared = [text_of(item) for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
                  ] if "xl/sharedStrings.xml" in archive.namelist() else []
        with archive.open(sheet_path(archive, title)) as file:
            for _, element in ElementTree.iterparse(file):
                if element.tag == MAIN + "row":
                    yield {cell.get("r").rstrip("0123456789"): value(cell, shared) for cell in element}
                    element.clear()


def sheet_path(archive: zipfile.ZipFile, title: str) -> str:
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet")
    link = next(sheet.get(LINK) for sheet in sheets if sheet.get("name") == title)
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    return "xl/" + next(one.get("Target") for one in links if one.get("Id") == link).removeprefix("/xl/")


def value(cell: ElementTree.Element, shared: list[str]) -> str:
    kind, number = cell.get("t"), cell.findtext(MAIN + "v", "")
    if kind == "s":
        return shared[int(number)]
    if kind == "inlineStr":
        return text_of(cell)
    is_day = cell.get("r").rstrip("0123456789") in DAYS and number
    return (EPOCH + datetime.timedelta(days=int(number))).isoformat() if is_day else number


def text_of(element: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in element.iter(MAIN + "t"))
