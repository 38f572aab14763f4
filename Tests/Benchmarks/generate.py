"""Writes one contest's announcement and an applications document of any size.

    generate.py RECORDS FOLDER

FOLDER gets announcement.xml, applications.xml and expected.json: how many entries must be stored and the digest of what
they say, so that the programs measured are compared with the truth and not only with each other. The same size gives
the same bytes on every machine: of `random` only `Random.random()` is used, whose sequence Python promises to keep. A
smaller document is the beginning of a larger one. Every application is invented.
"""

import datetime
import json
import pathlib
import random
import sys
from collections.abc import Iterator
from typing import TypeVar
from xml.sax.saxutils import escape

from stored import COLUMNS, EntryDigest, Value

T = TypeVar("T")

CONTEST = "bench-2020"
NOMINATIONS = {
    "vesna": "Весенние клумбы",
    "ekodomik": "Экодомик для птиц",
    "dvor": "Мой любимый двор",
    "balkon": "Лучший балкон",
    "dobro": "Добрые дела",
}
OPENS, CLOSES = datetime.date(2020, 1, 1), datetime.date(2020, 3, 31)
OFFSET = datetime.timezone(datetime.timedelta(hours=7))
EPOCH = datetime.date(1970, 1, 1)

SURNAMES = """Абрамов Бобылёв Воробьёв Голубев Дементьев Ёлкин Жуков Захаров Ильин Кузнецов Лыков Мельников Никитин
Орлов Поляков Рязанцев Сорокин Тимофеев Ткаченко Устинов Фёдоров Хохлов Царёв Черных Шестаков Щербаков Юрьев
Якушев""".split()
NAMES = """Александр Артём Виктор Глеб Дмитрий Евгений Захар Игорь Лев Михаил Николай Павел Пётр Семён Сергей Фёдор
Юрий Ярослав""".split()
PATRONYMICS = """Алексеевич Андреевич Борисович Викторович Ильич Львович Николаевич Олегович Петрович Семёнович
Юрьевич""".split()
OBJECTS = ["Скворечник", "Цветник", "Кормушка", "Клумба", "Панно", "Беседка", "Вазон", "Лавочка", "Альпийская горка",
           "Детская площадка", "Сказочный домик", "Вертикальное озеленение подъезда"]
QUALITIES = ["«Берёзка»", "«Радуга»", "для наших соседей", "из вторичных материалов", "к юбилею города", "с подсветкой",
             "у третьего подъезда", "с резными ставнями", "своими руками", "по мотивам сказок", "в память о школе № 7",
             "для всей семьи и гостей нашего двора"]
SENTENCES = [
    "Проект посвящён 300-летию Кузбасса & создан силами совета дома за два выходных.",
    "Использованы остатки досок и краски, оформление придумали ученики 3 «Б» класса.",
    "Жильцы сами ухаживают за посадками: поливают, пропалывают, подкармливают.",
    "Работа выполнена без затрат бюджета, материалы собрали всем двором.",
    "За лето здесь прошло восемь праздников для детей и пожилых жителей.",
    "Высажены бархатцы, петунии, цинерария и агератум, всего около 450 корней.",
    "Высота < 2 м, поэтому разрешения не нужно.",
    "Скворцы прилетели!",
]
DISTRICTS = ["Центральный район", "Ленинский район", "Заводский район", "Рудничный район", "Кировский район",
             "ж.р. Кедровка, Промышленновский", "ж.р. Лесная Поляна"]
STREETS = ["ул. Весенняя", "ул. Ноградская", "ул. Тухачевского", "ул. Шахтёров", "пр. Октябрьский", "б-р Строителей",
           "ул. 40 лет Октября", "пер. Тихий"]
TERRITORIES = ["32701000", "32731000", "32607101", "32622103"]

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:laureat:exchange:1" formatVersion="1.0"{contest}>
  <header>
    <messageID>{message}</messageID>
    <createdAt>2020-04-01T09:00:00+07:00</createdAt>
    <sender id="bench-sender"><title>Администрация города</title></sender>
    <recordCount>{count}</recordCount>
  </header>
"""


class Chance:
    """Random choices that are the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def below(self, limit: int) -> int:
        return int(self._random() * limit)

    def pick(self, values: list[T]) -> T:
        return values[int(self._random() * len(values))]

    def name(self) -> str:
        return f"{self.pick(SURNAMES)} {self.pick(NAMES)} {self.pick(PATRONYMICS)}"


def announcement() -> str:
    nominations = "\n".join(
        f'    <nomination id="{id}"><title>{title}</title></nomination>' for id, title in NOMINATIONS.items())
    header = HEADER.format(
        root="contestAnnouncement", contest="", message="00000000-0000-4000-8000-000000000001", count=1)
    return f"""{header}  <contest id="{CONTEST}">
    <title>Большой конкурс</title>
    <year>2020</year>
    <level>regional</level>
    <organiser id="bench-sender"><title>Администрация города</title></organiser>
    <schedule><opens>{OPENS}</opens><closes>{CLOSES}</closes></schedule>
{nominations}
  </contest>
</contestAnnouncement>
"""


def inn(stem: str) -> str:
    """ИНН of an organisation from its first nine digits."""
    return stem + str(sum(int(digit) * weight for digit, weight in zip(stem, (2, 4, 10, 3, 5, 9, 4, 6, 8))) % 11 % 10)


def applicant(number: int, chance: Chance) -> tuple[str, dict[str, Value]]:
    """Who applies: mostly people, some teams, a few organisations."""
    lot = chance.below(100)
    if lot < 90:
        name = chance.name()
        born = EPOCH + datetime.timedelta(days=chance.below(46 * 365) - 20 * 365)
        return (f"<person><name>{name}</name><birthDay>{born}</birthDay></person>",
                {"applicant_kind": "person", "applicant": name, "applicant_birth_day": (born - EPOCH).days})
    if lot < 96:
        title, email = f"Совет дома: {chance.pick(STREETS)}, {1 + chance.below(90)}", f"house-{number}@example.org"
        return (f"<group><title>{title}</title><contact><email>{email}</email></contact></group>",
                {"applicant_kind": "group", "applicant": title, "applicant_email": email})
    school = 1 + chance.below(99)
    title, tax_number = f"МБОУ «Средняя общеобразовательная школа № {school}»", inn(f"4299{school:05}")
    return (f'<organisation id="school-{school}"><title>{title}</title><inn>{tax_number}</inn></organisation>',
            {"applicant_kind": "organisation", "applicant": title, "applicant_identifier": f"school-{school}",
             "applicant_inn": tax_number})


def applications(count: int) -> Iterator[tuple[str, dict[str, Value]]]:
    """Each application as XML, with the columns of its stored row that are not NULL."""
    chance = Chance(2020)
    for number in range(1, count + 1):
        party, columns = applicant(number, chance)
        day = OPENS + datetime.timedelta(days=chance.below((CLOSES - OPENS).days + 1))
        submitted = datetime.datetime(
            day.year, day.month, day.day, 8 + chance.below(12), chance.below(60), chance.below(60), tzinfo=OFFSET)
        columns |= {
            "identifier": f"a-{number:07}",
            "nomination": chance.pick(list(NOMINATIONS)),
            "status": "registered",
            "registered_on": (day - EPOCH).days,
            # Milliseconds and the minutes of the offset in one number, as the store keeps them.
            "submitted_at": int(submitted.timestamp()) * 1000 * 2048 + 7 * 60 + 1024,
            "correction_number": 0,
            "participants": 1 + chance.below(6),
            "works": 1 + chance.below(3),
            "title": f"{chance.pick(OBJECTS)} {chance.pick(QUALITIES)}",
            "oktmo": chance.pick(TERRITORIES),
            "district": chance.pick(DISTRICTS),
            "site": f"{chance.pick(STREETS)}, {1 + chance.below(120)}",
            "processing_consent": 1, "processing_consent_on": (day - EPOCH).days,
            "publication_consent": chance.below(10) and 1, "publication_consent_on": (day - EPOCH).days,
        }
        length = chance.pick([0, 1, 1, 1, 1, 2, 2, 3])
        first = chance.below(len(SENTENCES))
        description = " ".join((SENTENCES + SENTENCES)[first:first + length])
        if description:
            columns["description"] = description
            description = f"\n    <description>{escape(description)}</description>"
        publication = "true" if columns["publication_consent"] else "false"
        yield f"""  <application id="{columns["identifier"]}">
    <nomination>{columns["nomination"]}</nomination>
    <title>{columns["title"]}</title>{description}
    <applicant>{party}</applicant>
    <participants count="{columns["participants"]}"/>
    <works>{columns["works"]}</works>
    <territory oktmo="{columns["oktmo"]}"/>
    <district>{columns["district"]}</district>
    <site>{columns["site"]}</site>
    <submittedAt>{submitted.isoformat()}</submittedAt>
    <processingConsent given="true" date="{day}"/>
    <publicationConsent given="{publication}" date="{day}"/>
  </application>
""", columns


def main(records: int, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    expected = folder / "expected.json"
    expected.unlink(missing_ok=True)
    (folder / "announcement.xml").write_text(announcement(), encoding="utf-8")
    digest = EntryDigest()
    with open(folder / "applications.xml", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER.format(
            root="applications", contest=f' contest="{CONTEST}"', message=f"00000000-0000-4000-8000-{records:012}",
            count=records))
        for xml, columns in applications(records):
            file.write(xml)
            digest.add([columns.get(column) for column in COLUMNS])
        file.write("</applications>\n")
    # Last: its being there says that the documents are whole.
    expected.write_text(json.dumps({"records": digest.count, "digest": digest.hexdigest}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
