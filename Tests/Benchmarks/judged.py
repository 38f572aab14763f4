"""Writes a judged contest: its announcement, applications and score sheets, and what order its points give.

    judged.py RECORDS FOLDER

FOLDER gets announcement.xml, applications.xml, score-sheets.xml; points.csv, the same points as a table, which is the
peer's input; and order.csv with the order computed here, entry by entry and in whole numbers, as slowly and simply as
the rules read. The same size gives the same bytes on every machine. Everything in it is invented.
"""

import pathlib
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from generate import Chance

CONTEST = "judged-2020"
NOMINATIONS = ["vesna", "ekodomik", "dvor", "balkon", "dobro"]
#: In the order that decides between equals, with their shares of the total in percent.
CRITERIA = {"idea": 30, "use": 25, "craft": 20, "colour": 15, "order": 10}
JURORS = ["juror-1", "juror-2", "juror-3"]

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:laureat:exchange:1" formatVersion="1.0"{contest}>
  <header>
    <messageID>00000000-0000-4000-9000-{message:012}</messageID>
    <createdAt>2020-05-01T09:00:00+07:00</createdAt>
    <sender id="bench-sender"><title>Администрация города</title></sender>
    <recordCount>{count}</recordCount>
  </header>
"""
OF_CONTEST = f' contest="{CONTEST}"'

#: For each juror the points by criterion, in halves; None where the juror stepped back.
Sheets = list[list[int] | None]


def entries(count: int) -> Iterator[tuple[str, str, Sheets]]:
    """Identifiers, nominations and sheets: mostly three sheets, sometimes two."""
    chance = Chance(2020)
    for number in range(1, count + 1):
        nomination = chance.pick(NOMINATIONS)
        sheets: Sheets = [[chance.below(21) for _ in CRITERIA] for _ in JURORS]
        if chance.below(50) == 0:
            sheets[chance.below(len(JURORS))] = None
        yield f"a-{number:07}", nomination, sheets


def halves(points: int) -> str:
    return f"{points // 2}{'.5' if points % 2 else ''}"


def announcement() -> str:
    nominations = "\n".join(
        f'    <nomination id="{id}"><title>{id}</title><prize rank="1"><title>Диплом I степени</title></prize>'
        f'<prize rank="2"><title>Диплом II степени</title></prize></nomination>' for id in NOMINATIONS)
    criteria = "\n".join(f'    <criterion id="{id}" weight="{weight}" maximum="10"><title>{id}</title></criterion>'
                         for id, weight in CRITERIA.items())
    jurors = "\n".join(f'    <juror id="{id}" role="{"chair" if id == JURORS[0] else "member"}"><name>{id}</name></juror>'
                       for id in JURORS)
    return HEADER.format(root="contestAnnouncement", contest="", message=1, count=1) + f"""  <contest id="{CONTEST}">
    <title>Большой конкурс с жюри</title>
    <year>2020</year>
    <level>regional</level>
    <organiser id="bench-sender"><title>Администрация города</title></organiser>
    <schedule><opens>2020-01-01</opens><closes>2020-03-31</closes></schedule>
{nominations}
{criteria}
{jurors}
    <rules>
      <aggregation>mean</aggregation>
      <tieBreak>criterionOrder</tieBreak>
      <sharedPlaces>true</sharedPlaces>
      <oneWinPerParticipant>false</oneWinPerParticipant>
    </rules>
  </contest>
</contestAnnouncement>
"""


def application(id: str, nomination: str) -> str:
    return f"""  <application id="{id}">
    <nomination>{nomination}</nomination>
    <title>Работа {id}</title>
    <applicant><group><title>Участник {id}</title></group></applicant>
    <submittedAt>2020-03-02T10:00:00+07:00</submittedAt>
    <processingConsent given="true" date="2020-03-02"/>
    <publicationConsent given="true" date="2020-03-02"/>
  </application>
"""


def sheet(id: str, juror: str, points: list[int]) -> str:
    marks = "".join(f'<points criterion="{criterion}">{halves(given)}</points>'
                    for criterion, given in zip(CRITERIA, points))
    return f'  <scoreSheet id="{juror}-{id}" juror="{juror}" entry="{id}"><date>2020-04-10</date>{marks}</scoreSheet>\n'


def recusal(id: str, juror: str) -> str:
    return (f'  <recusal id="r-{juror}-{id}" juror="{juror}" entry="{id}"><date>2020-04-05</date>'
            "<reason>Родственник участника.</reason></recusal>\n")


def order(count: int) -> Iterator[tuple[str, str, int, Fraction]]:
    """Nomination, entry, rank and points of each, best first: by the mean of the weighted totals, then by the means for
    the criteria in turn; those equal in everything share a rank."""
    judged = []
    for id, nomination, sheets in entries(count):
        given = [points for points in sheets if points is not None]
        means = [Fraction(sum(column), 2 * len(given)) for column in zip(*given)]
        points = sum(mean * weight for mean, weight in zip(means, CRITERIA.values())) / 100
        judged.append((nomination, (points, *means), id))
    judged.sort(key=lambda entry: (entry[0], [-figure for figure in entry[1]], entry[2]))
    for nomination, competing in groupby(judged, key=lambda entry: entry[0]):
        rank = 0
        for figures, equal in groupby(competing, key=lambda entry: entry[1]):
            equals = [id for _, _, id in equal]
            for id in equals:
                yield nomination, id, rank + 1, figures[0]
            rank += len(equals)


def main(count: int, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "order.csv"
    told.unlink(missing_ok=True)
    (folder / "announcement.xml").write_text(announcement(), encoding="utf-8")
    with (open(folder / "applications.xml", "w", encoding="utf-8", newline="\n") as applications,
          open(folder / "score-sheets.xml", "w", encoding="utf-8", newline="\n") as sheets,
          open(folder / "points.csv", "w", encoding="utf-8", newline="\n") as table):
        applications.write(HEADER.format(root="applications", contest=OF_CONTEST, message=2, count=count))
        sheets.write(HEADER.format(root="scoreSheets", contest=OF_CONTEST, message=3, count=count * len(JURORS)))
        table.write(f"entry,nomination,juror,{','.join(CRITERIA)}\n")
        recusals = []
        for id, nomination, given in entries(count):
            applications.write(application(id, nomination))
            for juror, points in zip(JURORS, given):
                if points is None:
                    recusals.append(recusal(id, juror))
                    continue
                sheets.write(sheet(id, juror, points))
                table.write(f"{id},{nomination},{juror},{','.join(map(halves, points))}\n")
        sheets.writelines(recusals)
        applications.write("</applications>\n")
        sheets.write("</scoreSheets>\n")
    # Last: its being there says that the documents are whole.
    with open(told, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{nomination},{id},{rank},{points}\n" for nomination, id, rank, points in order(count))


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
