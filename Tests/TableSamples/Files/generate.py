"""Makes the workbooks of this folder: python generate.py (needs openpyxl, xlsxwriter, msoffcrypto-tool and soffice)."""

import datetime
import os
import shutil
import subprocess
import tempfile

import msoffcrypto.format.ooxml
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

# The applications of a contest, as a form or a clerk fills them in, and its winners on a sheet of their own.
APPLICATIONS = [
    ["№ п/п", "Номинация", "Название работы*", "ФИО участника", "Дата рождения", "Школа", "Класс", "Организация", "ИНН",
     "Кол-во участников", "Дата подачи", "Согласие на обработку ПД"],
    [1, "Дерево", "Шкатулка", "Ромашкина Анна", datetime.date(2010, 2, 1), "Школа № 1", "3 Б", None, None, 1,
     datetime.date(2020, 3, 10), "да"],
    # A spreadsheet takes the number for a figure and loses the zero it begins with.
    [2, "Глина", "Кувшин «Утро»", None, None, None, None, "Дом творчества", 105012349, 12,
     datetime.date(2020, 3, 11), True],
    [3, "wood", "Ларец", "Васильков Иван", None, None, None, None, None, None, datetime.date(2020, 3, 31), "Да"],
]
WINNERS = [["Номер заявки", "Участник", "Место", "Приз"], [1, "Ромашкина Анна", 1, "Диплом I степени"],
           [2, "Дом творчества", 2, None]]


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


def openpyxl_applications(path):
    book = openpyxl.Workbook()
    for title, rows in ("Заявки", APPLICATIONS), ("Победители", WINNERS):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cell in (cell for row in sheet for cell in row if isinstance(cell.value, datetime.date)):
            cell.number_format = "dd.mm.yyyy"
    book.remove(book.worksheets[0])
    book.save(path)


def xlsxwriter_applications(path):
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"})
    for title, rows in ("Заявки", APPLICATIONS), ("Победители", WINNERS):
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()


def protected_book(source, target):
    with open(source, "rb") as plain, open(target, "wb") as locked:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("секрет", locked)


def libreoffice(source, target, form="xlsx:Calc MS Excel 2007 XML"):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "in.xlsx")
        shutil.copy(source, copy)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", form, "--outdir",
             os.path.join(folder, "out"), copy], check=True, stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, "out", "in." + form.split(":")[0]), target)


openpyxl_book("openpyxl.xlsx")
openpyxl_book("openpyxl-1904.xlsx", CALENDAR_MAC_1904)
xlsxwriter_book("xlsxwriter.xlsx")
xlsxwriter_book("xlsxwriter-inline.xlsx", constant_memory=True)
xlsxwriter_book("xlsxwriter-1904.xlsx", date_1904=True)
faulty_book("faulty.xlsx")
libreoffice("openpyxl.xlsx", "libreoffice.xlsx")
libreoffice("faulty.xlsx", "libreoffice-faulty.xlsx")
openpyxl_applications("applications-openpyxl.xlsx")
xlsxwriter_applications("applications-xlsxwriter.xlsx")
libreoffice("applications-openpyxl.xlsx", "applications-libreoffice.xlsx")
libreoffice("applications-openpyxl.xlsx", "applications.xls", "xls")
libreoffice("applications-openpyxl.xlsx", "applications.ods", "ods")
protected_book("applications-openpyxl.xlsx", "protected.xlsx")
