"""Writes one contest's announcement and an applications document of any size, the same bytes for the same size.

    generate.py RECORDS FOLDER

FOLDER gets announcement.xml, applications.xml and expected.json: how many entries must be stored, and the digest of
what they say (see `stored_digest` in bench.py), so that no program is only compared with another.
"""

import datetime
import hashlib
import json
import pathlib
import random
import sys
from xml.sax.saxutils import escape

CONTEST = "bench-2020"
NOMINATIONS = {
    "vesna": "Весенние клумбы",
    "ekodomik": "Экодомик для птиц",
    "dvor": "Мой любимый двор",
    "balkon": "Лучший балкон",
    "dobro": "Добрые дела",
}
SURNAMES = "Абрамов Кузнецов Якушев Ткаченко Мельников Рязанцев Сорокин Фёдоров Щербаков Юрьев Лыков Бобылёв".split()
NAMES = "Дмитрий Сергей Евгений Пётр Артём Игорь Николай Семён Фёдор Юрий Глеб Захар".split()
PATRONYMICS = "Борисович Ильич Семёнович Петрович Артёмович Николаевич Юрьевич Львович Олегович Андреевич".split()
OBJECTS = "Скворечник Цветник Кормушка Клумба Панно Беседка Игровая-площадка Альпийская-горка Лавочка Вазон".split()
QUALITIES = ["для наших соседей", "из вторичных материалов", "к юбилею города", "«Радуга»", "у третьего подъезда",
             "с подсветкой", "по мотивам сказок", "своими руками", "для всей семьи", "в память о школе № 7"]
SENTENCES = [
    "Проект посвящён 300-летию Кузбасса & создан силами совета дома за два выходных.",
    "Использованы остатки досок и краски, оформление придумали ученики 3 «Б» класса.",
    "Жильцы сами ухаживают за посадками: поливают, пропалывают, подкармливают.",
    "Работа выполнена без затрат бюджета, материалы собрали всем двором.",
    "За лето здесь прошло восемь праздников для детей и пожилых жителей.",
    "Высажены бархатцы, петунии, цинерария и агератум, всего около 450 корней.",
]
DISTRICTS = ["Ленинский район", "Заводский район", "Рудничный район", "Кировский район", "Центральный район"]
STREETS = ["ул. Весенняя", "ул. Тухачевского", "пр. Октябрьский", "б-р Строителей", "ул. Институтская", "пер. Тихий"]
OKTMO = ["32701000", "32731000", "32607101", "32622103"]
OPENS = datetime.date(2020, 1, 1)
EPOCH = datetime.date(1970, 1, 1)

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:laureat:exchange:1" formatVersion="1.0"{contest}>
  <header>
    <messageID>{message}</messageID>
    <createdAt>2020-04-01T09:00:00+07:00</createdAt>
    <sender id="bench-sender"><title>Администрация города</title></sender>
    <recordCount>{count}</recordCount>
  </header>
"""


def announcement() -> str:
    nominations = "\n".join(
        f'    <nomination id="{name}"><title>{title}</title></nomination>' for name, title in NOMINATIONS.items())
    return HEADER.format(
        root="contestAnnouncement", contest="", message="00000000-0000-4000-8000-000000000001", count=1) + f"""\
  <contest id="{CONTEST}">
    <title>Большой конкурс</title>
    <year>2020</year>
    <level>regional</level>
    <organiser id="bench-sender"><title>Администрация города</title></organiser>
    <schedule><opens>{OPENS}</opens><closes>2020-03-31</closes></schedule>
{nominations}
  </contest>
</contestAnnouncement>
"""


def record(number: int, chance: random.Random) -> tuple[str, list[object]]:
    """One application as XML, and the values that must be found in its stored row."""
    identifier = f"a-{number:07}"
    nomination = chance.choice(list(NOMINATIONS))
    title = f"{chance.choice(OBJECTS)} {chance.choice(QUALITIES)} № {number}"
    description = " ".join(chance.sample(SENTENCES, chance.choice([1, 1, 1, 2, 3])))
    applicant = f"{chance.choice(SURNAMES)} {chance.choice(NAMES)} {chance.choice(PATRONYMICS)}"
    born = datetime.date(chance.randint(1940, 2012), chance.randint(1, 12), chance.randint(1, 28))
    participants, works = chance.randint(1, 6), chance.randint(1, 3)
    oktmo, district = chance.choice(OKTMO), chance.choice(DISTRICTS)
    site = f"{chance.choice(STREETS)}, {chance.randint(1, 120)}"
    day = OPENS + datetime.timedelta(days=chance.randrange(80))
    submitted = f"{day}T{chance.randint(9, 17):02}:{chance.randrange(60):02}:00+07:00"
    xml = f"""  <application id="{identifier}">
    <nomination>{nomination}</nomination>
    <title>{escape(title)}</title>
    <description>{escape(description)}</description>
    <applicant><person><name>{applicant}</name><birthDay>{born}</birthDay></person></applicant>
    <participants count="{participants}"/>
    <works>{works}</works>
    <territory oktmo="{oktmo}"/>
    <district>{district}</district>
    <site>{site}</site>
    <submittedAt>{submitted}</submittedAt>
    <processingConsent given="true" date="{day}"/>
    <publicationConsent given="true" date="{day}"/>
  </application>
"""
    stored = [identifier, nomination, title, description, applicant, (born - EPOCH).days, participants, works, oktmo,
              district, site, (day - EPOCH).days]
    return xml, stored


def main(records: int, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "announcement.xml").write_text(announcement(), encoding="utf-8")
    chance = random.Random(records)
    digest = hashlib.sha256()
    with open(folder / "applications.xml", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER.format(
            root="applications", contest=f' contest="{CONTEST}"', message=f"00000000-0000-4000-8000-{records:012}",
            count=records))
        for number in range(1, records + 1):
            xml, stored = record(number, chance)
            file.write(xml)
            digest.update("\x1f".join(map(str, stored)).encode() + b"\n")
        file.write("</applications>\n")
    expected = {"records": records, "digest": digest.hexdigest()}
    # Last: its being there says that the documents are whole.
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
