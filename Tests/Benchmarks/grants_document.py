"""Writes the portfolio that the section on grants takes in.

    grants_document.py PROJECTS EXPENSES FOLDER

FOLDER gets portfolio.xml and expenses.csv, which has a row for each expense and is all that the peer is told. The same
numbers give the same files.
"""

import csv
import datetime
import pathlib
import random
import sys
from collections.abc import Iterator
from xml.sax.saxutils import escape

FUNDER, FUNDER_TITLE = "bench-fund", "Фонд местных инициатив"
LINES = {"fees": "Вознаграждение специалистов", "equipment": "Оборудование", "supplies": "Материалы и пособия",
         "travel": "Выездные занятия"}
PAYEES = ["ООО «Канцелярия»", "ООО «Технологии обучения»", "ИП Лапина О.В.", "АНО «Учебный центр»", "ООО «Автопарк»"]
KINDS = ["платёжное поручение", "накладная", "акт", "чек"]
FIRST = datetime.date(2020, 2, 1)
#: Expense: project title, line title, day, payee, kind, number, kopecks.
Row = tuple[str, str, datetime.date, str, str, int, int]


def money(kopecks: int) -> str:
    return f"{kopecks // 100}.{kopecks % 100:02}"


def rows(projects: int, expenses: int) -> Iterator[tuple[int, list[tuple[str, Row]]]]:
    """Projects with the expenses of each, told by line."""
    source = random.Random(2020_9).random
    for number in range(projects):
        # As evenly as whole numbers go.
        count = expenses * (number + 1) // projects - expenses * number // projects
        days = sorted(FIRST + datetime.timedelta(days=int(source() * 330)) for _ in range(count))
        told = []
        for index, day in enumerate(days):
            line = list(LINES)[int(source() * len(LINES))]
            told.append((line, (f"Проект № {number + 1}", LINES[line], day, PAYEES[int(source() * len(PAYEES))],
                                KINDS[int(source() * len(KINDS))], 1000 + index, 100 + int(source() * 2_000_000))))
        yield number, told


def project(number: int, told: list[tuple[str, Row]]) -> Iterator[str]:
    spent = {line: sum(row[-1] for own, row in told if own == line) for line in LINES}
    received = sum(spent.values()) + 100_00
    yield f'<project id="p-{number + 1:04}"><title>Проект № {number + 1}</title>'
    yield f'<description>Помощь семьям, группа {number + 1}.</description>'
    yield f'<funder id="{FUNDER}"><title>{FUNDER_TITLE}</title></funder>'
    yield f'<grantee id="centre-{number + 1:04}"><title>Центр помощи семьям № {number + 1}</title></grantee>'
    yield f'<territory oktmo="32704000">Анжеро-Судженский городской округ</territory>'
    yield f'<awarded currency="RUB">{money(received)}</awarded><awardedOn>2020-01-20</awardedOn>'
    yield '<plannedPeriod start="2020-02-01" end="2020-12-31"/>'
    yield '<statusHistory><change status="awarded" date="2020-01-20"/><change status="active" date="2020-02-01"/>'
    yield '</statusHistory>'
    yield f'<totals><received currency="RUB">{money(received)}</received>'
    yield f'<spent currency="RUB">{money(sum(spent.values()))}</spent></totals>'
    for line, title in LINES.items():
        yield (f'<budgetLine id="{line}"><title>{title}</title><planned currency="RUB">{money(spent[line])}</planned>'
               '</budgetLine>')
    yield ('<instalment id="i-1"><plannedOn>2020-02-01</plannedOn>'
           f'<planned currency="RUB">{money(received)}</planned><receivedOn>2020-02-01</receivedOn>'
           f'<received currency="RUB">{money(received)}</received></instalment>')
    for index, (line, (_, _, day, payee, kind, paper, amount)) in enumerate(told, start=1):
        yield (f'<expense id="e-{index:03}"><date>{day}</date><amount currency="RUB">{money(amount)}</amount>'
               f'<line>{line}</line><payee>{escape(payee)}</payee>'
               f'<document kind="{kind}" number="{paper}" date="{day}"/></expense>')
    yield '</project>\n'


def main(projects: int, expenses: int, folder: pathlib.Path) -> None:
    awarded = sum(100_00 + sum(row[-1] for _, row in told) for _, told in rows(projects, expenses))
    with (open(folder / "portfolio.xml", "w", encoding="utf-8") as document,
          open(folder / "expenses.csv", "w", encoding="utf-8", newline="") as table):
        document.write(f"""<?xml version="1.0" encoding="UTF-8"?>
<grantPortfolio xmlns="urn:laureat:exchange:1" formatVersion="1.0"><header>
<messageID>0b6f5e0a-6a0e-5d2c-8a1f-{projects * 1_000_000 + expenses:012}</messageID>
<createdAt>2021-01-12T09:30:00+07:00</createdAt><sender id="bench-sender"><title>Отправитель</title></sender>
<recordCount>{projects}</recordCount><controlSum currency="RUB">{money(awarded)}</controlSum></header>
""")
        writer = csv.writer(table)
        for number, told in rows(projects, expenses):
            document.writelines(project(number, told))
            writer.writerows(row for _, row in told)
        document.write("</grantPortfolio>\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]))
