"""The applications of four contests. What a jury needs to know of them is returned."""

import datetime
import hashlib
import itertools

from .chance import DISTRICTS, SURNAMES, Source
from .documents import save
from .markup import element, texts
from .parties import CENTRE, CITY, applying_organisation, group, person, school


def submission(source, moment):
    """When it was submitted, and the consents given with it."""
    day = moment[:10]
    return [element("submittedAt", moment), element("processingConsent", given="true", date=day),
            element("publicationConsent", given="true" if source.chance(90) else "false", date=day)]


def teplo():
    """412 applications with a birdhouse each, 1125 participants, 95 winners."""
    source = Source(2020_1)
    names = ["Теремок", "Весенний дом", "Скворушка", "Птичья радость", "Лесная избушка", "Шахтёрский уют", "Терем",
             "Домик с секретом", "Весна идёт", "Крылатый дом", "Певчий двор", "Первая песня", "Берёзка", "Приют синицы"]
    descriptions = ["Скворечник из необработанной доски.", "Скворечник из вторичных материалов.",
                    "Скворечник с росписью по мотивам шахтёрского края."]
    nominations = source.sample(["vesna"] * 236 + ["ekodomik"] * 176, 412)
    # One in three enters alone; families and classes are as large as it takes to come to 1125.
    kinds = source.sample(["person"] * 140 + ["family"] * 150 + ["class"] * 62 + ["school"] * 60, 412)
    spread = {"person": (1, 1), "family": (2, 3), "class": (3, 4), "school": (3, 4)}
    sizes = [least + source.below(more) for least, more in map(spread.get, kinds)]
    for i in itertools.cycle([i for i, kind in enumerate(kinds) if kind != "person"]):
        missing = 1125 - sum(sizes)
        if not missing:
            break
        if missing > 0 or sizes[i] > 2:
            sizes[i] += 1 if missing > 0 else -1
    records, entries = [], []
    moments = source.instants(datetime.date(2020, 3, 2), datetime.date(2020, 4, 3), 412)
    for i, (nomination, kind, size, moment) in enumerate(zip(nominations, kinds, sizes, moments), start=1):
        id, mail = f"T-{i:03}", f"t-{i:03}"
        title = f"Скворечник «{source.pick(names)}»"
        surname = source.pick(SURNAMES)
        people = []
        if kind == "person":
            name = source.child(surname)
            applicant = person(source, name, mail=mail)
            people = [element("person", element("name", name))] if source.chance(20) else []
        elif kind == "family":
            applicant = group(source, mail, f"Семья {surname}ых")
            if source.chance(30):
                people = [person(source, source.adult(surname), child=False)]
                people += [person(source, source.child(surname)) for _ in range(source.below(size))]
        elif kind == "class":
            name = f"{1 + source.below(9)} «{source.pick('АБВГ')}» класс школы №{1 + source.below(90)}"
            applicant = group(source, mail, name)
        else:
            applicant = school(source, mail)
        entries.append((id, nomination, title))
        records.append(element(
            "application", *texts(nomination=nomination, title=title),
            element("description", source.pick(descriptions)) if source.chance(40) else None,
            element("applicant", applicant), element("participants", *people, count=size), element("works", "1"),
            element("leader", source.adult()) if kind in ("class", "school") else None,
            CITY, element("district", source.pick(DISTRICTS)),
            element("site", "двор по адресу: " + source.address()) if source.chance(50) else None,
            *submission(source, moment), id=id))
    save("teplo-2020-applications.xml", """\
Конкурс «Тепло твоих рук», Кемерово, 2020. Из отчёта города: 412 скворечников, 1125 участников.
Каждая заявка выдумана: заявители, имена, адреса, телефоны и ИНН никому не принадлежат.
English: the totals are the report's, every single application is invented.""",
         "applications", "2020-04-04T10:15:00+07:00", records=records, contest="teplo-2020")
    return source, entries


def snow():
    """618 applications over the five nominations; the report counts neither participants nor works."""
    source = Source(2020_2)
    shares = {"joint-initiative": 96, "open-gates": 128, "tradition": 110, "workshop": 142, "frost-lace": 142}
    titles = {"joint-initiative": ["Снежный городок во дворе", "Ледовая горка и каток", "Зимний двор всем домом"],
              "open-gates": ["Нарядные ворота усадьбы", "Снежные фигуры у ворот", "Зимняя усадьба"],
              "tradition": ["Снежный городок по доброй традиции", "Двор Деда Мороза", "Ёлка нашего двора"],
              "workshop": ["Игрушки для дворовой ёлки", "Украшенный подъезд", "Гирлянды своими руками"],
              "frost-lace": ["Вытынанки на окнах", "Новогодний балкон", "Сказка на стекле"]}
    order = source.sample([nomination for nomination, n in shares.items() for _ in range(n)], 618)
    records = []
    moments = source.instants(datetime.date(2020, 12, 1), datetime.date(2020, 12, 18), 618)
    for i, (nomination, moment) in enumerate(zip(order, moments), start=1):
        address, mail = source.address(), f"s-{i:03}"
        if nomination == "joint-initiative":
            number = 1 + source.below(24)
            applicant = applying_organisation(source, mail, f"kemerovo-housing-{number}",
                                              f"ООО «Управляющая компания №{number}»", f"4299030{number:02}")
        elif nomination == "tradition" or source.chance(35):
            applicant = group(source, mail, f"Жители дома: {address}")
        elif nomination == "workshop" and source.chance(50):
            applicant = school(source, mail)
        else:
            applicant = person(source, source.adult(), child=False, mail=mail, address=address)
        records.append(element(
            "application", *texts(nomination=nomination, title=source.pick(titles[nomination])),
            element("applicant", applicant), CITY, *texts(district=source.pick(DISTRICTS), site=address),
            *submission(source, moment), id=f"S-{i:03}"))
    save("snow-2020-applications.xml", """\
Смотр-конкурс «Снежный калейдоскоп», Кемерово, 2020. Из отчёта города: 618 заявок по пяти номинациям.
Каждая заявка и распределение по номинациям выдуманы; числа участников и работ отчёт не называет.
English: 618 is the report's, each application is invented; participants and works are not stated.""",
         "applications", "2020-12-19T09:30:00+07:00", records=records, sender=CENTRE, contest="snow-2020")
    return {f"S-{i:03}": nomination for i, nomination in enumerate(order, start=1)}


def tos():
    """1123 participants, each a person who applies alone."""
    source = Source(2020_3)
    order = source.sample(["district-committee"] * 52 + ["street-committee"] * 421 + ["house-committee"] * 650, 1123)
    records = []
    moments = source.instants(datetime.date(2020, 9, 1), datetime.date(2020, 10, 16), 1123)
    for i, (nomination, moment) in enumerate(zip(order, moments), start=1):
        address = source.address()
        title = {"district-committee": f"Председатель окружного комитета ТОС №{1 + source.below(52)}",
                 "street-committee": f"Старший улицы: {address.split(',')[0]}",
                 "house-committee": f"Старший дома: {address}"}[nomination]
        applicant = person(source, source.adult(), child=False, mail=f"c-{i:04}", address=address)
        records.append(element(
            "application", *texts(nomination=nomination, title=title), element("applicant", applicant),
            element("participants", count=1), CITY, element("district", source.pick(DISTRICTS)),
            *submission(source, moment), id=f"C-{i:04}"))
    save("tos-2020-applications.xml", """\
Конкурс «Лучший комитет ТОС», Кемерово, 2020. Из отчёта города только число участников: 1123.
Число заявок выдумано (одна заявка — один человек), как и каждая заявка.
English: only the 1123 participants are the report's; one application per person, all invented.""",
         "applications", "2020-10-17T11:05:00+07:00", records=records, contest="tos-2020")
    return {f"C-{i:04}": nomination for i, nomination in enumerate(order, start=1)}


def newyear():
    """170 photographs, one in each application."""
    source = Source(2020_4)
    titles = ["Ёлка на площади Советов", "Первый снег", "Семейный праздник", "Огни набережной", "Дед Мороз спешит",
              "Каток вечером", "Новогодний двор", "Бой курантов", "Снежный ангел", "Мандариновое настроение"]
    records = []
    for i, moment in enumerate(source.instants(datetime.date(2019, 12, 16), datetime.date(2020, 1, 15), 170), start=1):
        surname, mail = source.pick(SURNAMES), f"n-{i:03}"
        applicant = (group(source, mail, f"Семья {surname}ых") if source.chance(15)
                     else person(source, source.adult(surname), child=False, mail=mail))
        records.append(element(
            "application", element("title", source.pick(titles)), element("applicant", applicant),
            element("works", "1"), CITY, *submission(source, moment),
            element("attachment", name=f"photo-{i:03}.jpg", mediaType="image/jpeg",
                    size=900_000 + source.below(5_000_000),
                    sha256=hashlib.sha256(f"newyear-2020 {i}".encode()).hexdigest()),
            id=f"N-{i:03}"))
    save("newyear-2020-applications.xml", """\
Конкурс фотографий «#Вновыйгодвместе», Кемерово. Из отчёта города: 170 фотографий.
Авторы, названия, размеры и отпечатки файлов выдуманы; числа участников отчёт не называет.
English: 170 photographs are the report's; authors, titles, sizes and digests are invented.""",
         "applications", "2020-01-16T09:00:00+07:00", records=records, contest="newyear-2020")
    return [f"N-{i:03}" for i in range(1, 171)]
