"""What a good Python programmer would write for the register of expenses: openpyxl, row by row and in constant memory.

    grants_peer.py EXPENSES XLSX
"""

import csv
import datetime
import sys

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

TITLES = ["Проект", "Статья", "Дата", "Получатель платежа", "Вид документа", "Номер документа", "Дата документа",
          "Из средств гранта"]


def main(expenses: str, report: str) -> None:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Реестр расходов")
    sheet.freeze_panes = "A2"
    sheet.append(TITLES)
    count = 0
    with open(expenses, encoding="utf-8", newline="") as file:
        for project, line, date, payee, kind, number, kopecks in csv.reader(file):
            day, amount = WriteOnlyCell(sheet, datetime.date.fromisoformat(date)), WriteOnlyCell(sheet, int(kopecks) / 100)
            day.number_format, amount.number_format = "DD.MM.YYYY", "#,##0.00"
            sheet.append([project, line, day, payee, kind, number, day, amount])
            count += 1
    sheet.append(["Итого", *[None] * 6, f"=SUM(H2:H{count + 1})"])
    workbook.save(report)


if __name__ == "__main__":
    main(*sys.argv[1:])
