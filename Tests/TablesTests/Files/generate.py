"""Makes the workbooks of this folder: python generate.py (needs openpyxl, xlsxwriter and soffice)."""

import datetime
import os
import shutil
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HEADER = ["Номер", "Название работы", "Дата подачи", "Участников", "Согласие", "ИНН"]
ROWS = [
    ["z-1", "Снежная горка", datetime.date(2020, 2, 10), 12, True, 4205123459],
    ["z-2", "Домик <с балконом> & «садом»\nвторая строка", datetime.date(1900, 2, 28), 3.1, False, "4205123459"],
    ["z-3", "=не формула", datetime.date(1904, 3, 1), 0, None, 500100732259],
]


def openpyxl_book(path, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    hidden = book.active
    hidden.title = "Справочник"
    hidden.sheet_state = "hidden"
    hidden["A1"] = "не читается"
    sheet = book.create_sheet("Заявки")
    book.active = 1
    for column, title in enumerate(HEADER, 1):
        sheet.cell(1, column, title)
    for row, cells in enumerate(ROWS, 2):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = "dd.mm.yyyy" if row > 2 else "mm-dd-yy"
    sheet["B4"].data_type = "s"
    sheet["B2"] = CellRichText("Снежная ", TextBlock(InlineFont(b=True), "горка"))
    sheet["H9"].number_format = "0.00"
    book.save(path)


def xlsxwriter_book(path, **options):
    book = xlsxwriter.Workbook(path, options)
    day = book.add_format({"num_format": "d mmmm yyyy;@"})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Заявки")
    sheet.write_row(0, 0, HEADER)
    for row, cells in enumerate(ROWS, 1):
        for column, value in enumerate(cells):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), day)
            elif row == 1 and column == 1:
                sheet.write_rich_string(row, column, "Снежная ", bold, "горка")
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write_number(row, column, value)
    book.add_worksheet("Лист2")
    book.close()


def faulty_book(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Заявки на конкурс", None, None])
    sheet.merge_cells("A1:C1")
    sheet.append(["Номер", "Сумма", "Дата"])
    sheet.append(["z-1", "=1+2", "10.03.2020"])
    sheet.append(["z-2", "=B3*2", datetime.date(2020, 3, 10)])
    book.save(path)


def libreoffice(source, target):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "in.xlsx")
        shutil.copy(source, copy)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
             os.path.join(folder, "out"), copy], check=True, stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, "out", "in.xlsx"), target)


openpyxl_book("openpyxl.xlsx")
openpyxl_book("openpyxl-1904.xlsx", CALENDAR_MAC_1904)
xlsxwriter_book("xlsxwriter.xlsx")
xlsxwriter_book("xlsxwriter-inline.xlsx", constant_memory=True)
xlsxwriter_book("xlsxwriter-1904.xlsx", date_1904=True)
faulty_book("faulty.xlsx")
libreoffice("openpyxl.xlsx", "libreoffice.xlsx")
libreoffice("faulty.xlsx", "libreoffice-faulty.xlsx")
