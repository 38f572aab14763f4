#!/usr/bin/env python3
"""Writes the large sample documents of Laureat: `python3 Samples/generate.py`.

Python 3 standard library only. The same seed gives the same files, byte for byte: of `random` only `Random.random()`
is used, whose sequence Python promises to keep. The totals (412, 1125, 95, 618, 1123, 170) are those of the report of
Kemerovo for 2020; every single record is invented. Telephone numbers begin with 0 after the area code, as none does.
"""

import collections
import datetime
import hashlib
import itertools
import pathlib
import random
import uuid
from xml.sax.saxutils import escape, quoteattr

FOLDER = pathlib.Path(__file__).resolve().parent
NAMESPACE = "urn:laureat:exchange:1"
CITY = ("territory", {"oktmo": "32701000"}, "город Кемерово")

ADMINISTRATION = ("kemerovo-administration", "Администрация города Кемерово", "4299000019", "1024299000010")
CENTRE = ("kemerovo-residents-centre",
          "МБУ «Центр по работе с населением города Кемерово»", "4299000058", "1024299000054")

SURNAMES = """Абрамов Баранов Белов Беляев Богданов Борисов Власов Волков Воробьев Гаврилов Герасимов Голубев Громов
Гусев Давыдов Данилов Денисов Егоров Ершов Ефимов Жуков Зайцев Захаров Иванов Ильин Казаков Калинин Киселев Климов
Комаров Коновалов Королев Крылов Кудрявцев Кузьмин Лазарев Лебедев Логинов Макаров Максимов Медведев Миронов Никитин
Новиков Орлов Осипов Панов Петров Поляков Пономарев Романов Савельев Сидоров Симонов Соболев Степанов Тарасов Тихонов
Федоров Филатов Фомин Фролов Чернов Широков Щербаков Яковлев""".split()
BOYS = """Александр Алексей Андрей Артём Виктор Глеб Данил Дмитрий Егор Захар Иван Кирилл Лев Матвей Михаил Никита Павел
Пётр Роман Семён Степан Тимофей""".split()
GIRLS = """Алина Анна Варвара Валентина Вера Галина Дарья Елена Зоя Ирина Ксения Людмила Маргарита Мария Надежда Наталья
Нина Ольга Полина Софья Татьяна Юлия""".split()
FATHERS = """Александров Алексеев Андреев Викторов Дмитриев Иванов Михайлов Николаев Павлов Романов Сергеев
Степанов""".split()
STREETS = """пр. Ленина|ул. Весенняя|ул. Красная|пр. Октябрьский|ул. Ноградская|ул. Волгоградская|пр. Химиков
ул. Марковцева|ул. Терешковой|ул. Сибиряков-Гвардейцев|ул. Тухачевского|ул. Инициативная|ул. Рекордная|ул. Нахимова
ул. Рутгерса|ул. Попова|ул. Стахановская|ул. Белозерная|ул. Базовая|ул. Радищева|ул. Дегтярева|ул. Ушакова
ул. Халтурина|ул. Городецкая|ул. 40 лет Октября""".replace("\n", "|").split("|")
DISTRICTS = ["Центральный район", "Ленинский район", "Заводский район", "Рудничный район", "Кировский район",
             "ж.р. Кедровка, Промышленновский", "ж.р. Ягуновский, Пионер", "ж.р. Лесная Поляна"]


class Source:
    """Random choices that are the same on every machine."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def pick(self, values):
        return values[self.below(len(values))]

    def chance(self, percent):
        return self.below(100) < percent

    def sample(self, values, n):
        values = list(values)
        return [values.pop(self.below(len(values))) for _ in range(n)]

    def child(self, surname):
        return f"{surname} {self.pick(BOYS)}" if self.chance(50) else f"{surname}а {self.pick(GIRLS)}"

    def adult(self, surname=None):
        surname, father = surname or self.pick(SURNAMES), self.pick(FATHERS)
        if self.chance(35):
            return f"{surname} {self.pick(BOYS)} {father}ич"
        return f"{surname}а {self.pick(GIRLS)} {father}на"

    def address(self):
        return f"{self.pick(STREETS)}, {1 + self.below(120)}"

    def day(self, first, last):
        return first + datetime.timedelta(days=self.below((last - first).days + 1))

    def instants(self, first, last, n):
        """Ordered moments, all within the days given, between 8 and 20 o'clock."""
        moments = sorted((self.day(first, last), 8 + self.below(12), self.below(60), self.below(60)) for _ in range(n))
        return [f"{day}T{h:02}:{m:02}:{s:02}+07:00" for day, h, m, s in moments]


def element(name, /, *content, **attributes):
    """An element as (name, attributes, content); content is text or a list of elements. None is left out."""
    if len(content) == 1 and isinstance(content[0], str):
        return (name, attributes, content[0])
    return (name, attributes, [child for child in content if child is not None])


def texts(**values):
    """Elements that hold a text each, in the order given."""
    return [element(name, value) for name, value in values.items()]


def write(node, out, depth=0):
    name, attributes, content = node
    pad = "  " * depth
    start = pad + "<" + name + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    if isinstance(content, str):
        out.append(f"{start}>{escape(content)}</{name}>")
    elif content:
        out.append(start + ">")
        for child in content:
            write(child, out, depth + 1)
        out.append(f"{pad}</{name}>")
    else:
        out.append(start + "/>")


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


def inn(stem):
    """ИНН of an organisation from its first nine digits."""
    return stem + str(sum(int(d) * w for d, w in zip(stem, (2, 4, 10, 3, 5, 9, 4, 6, 8))) % 11 % 10)


def organisation(name, identity=ADMINISTRATION):
    id, title, inn, ogrn = identity
    return element(name, *texts(title=title, inn=inn, ogrn=ogrn), CITY, id=id)


def contact(source, mail, address=None):
    phone = f"+7 3842 0{source.below(10)}-{source.below(100):02}-{source.below(100):02}"
    return element("contact", element("phone", phone), element("email", f"{mail}@example.org"),
                   element("address", address) if address else None)


def person(source, name, child=True, mail=None, address=None):
    """Who took part: a child with school, class, leader and parent, or an adult with a contact."""
    if not child:
        return element("person", element("name", name),
                       contact(source, mail, address or source.address()) if mail else None)
    surname = name.split()[0].removesuffix("а")
    age = 7 + source.below(9)
    year = 2020 - age
    return element(
        "person", element("name", name),
        element("birthDay", str(source.day(datetime.date(year, 1, 1), datetime.date(year, 2, 28)))) if source.chance(40)
        else element("ageGroup", "7–10 лет" if age < 11 else "11–15 лет"),
        element("institution", f"МБОУ «СОШ №{1 + source.below(90)}»") if source.chance(70) else None,
        element("schoolClass", f"{age - 6} {source.pick('АБВГ')}") if source.chance(70) else None,
        element("leader", source.adult()) if source.chance(30) else None,
        contact(source, mail) if mail else None,
        element("representative", source.adult(surname)) if source.chance(50) else None)


def applying_organisation(source, mail, id, title, stem):
    return element("organisation", *texts(title=title, inn=inn(stem)), CITY, contact(source, mail), id=id)


def school(source, mail):
    number = 1 + source.below(40)
    if source.chance(60):
        id, title, stem = f"kemerovo-school-{number}", f"МБОУ «Средняя общеобразовательная школа №{number}»", 42990100
    else:
        id, title, stem = f"kemerovo-kindergarten-{number}", f"МБДОУ «Детский сад №{number}»", 42990200
    return applying_organisation(source, mail, id, title, f"{stem + number}0")


def group(source, mail, title):
    return element("group", element("title", title), contact(source, mail))


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
    teplo_results(source, entries)


def teplo_results(source, entries):
    """The jury's protocol. Seven jurors, of whom one was absent; the chair and the secretary sign."""
    awards = {}
    for nomination, quantities in {"vesna": (15, 15, 15), "ekodomik": (10, 15, 15)}.items():
        chosen = iter(source.sample([id for id, own, _ in entries if own == nomination], sum(quantities)))
        for place, quantity in enumerate(quantities, start=1):
            prize = element("prize", f"Диплом {'I' * place} степени")
            for id in itertools.islice(chosen, quantity):
                awards[id] = element("award", prize, nomination=nomination, place=place)
    for id in source.sample([id for id, _, _ in entries if id not in awards], 10):
        awards[id] = element("award", element("prize", "Специальный приз жюри"), nomination="jury-prize")
    assert len(awards) == 95
    jury = [("Ершова Марина Сергеевна", "chair", "начальник управления по работе с общественностью"),
            ("Климов Андрей Викторович", "deputy", "председатель городского совета ТОС"),
            ("Белова Ольга Ивановна", "secretary", "специалист центра по работе с населением"),
            ("Соболев Павел Дмитриевич", "member", "орнитолог"),
            ("Логинова Нина Степановна", "member", "педагог дополнительного образования"),
            ("Фомин Роман Алексеевич", "member", "столяр, руководитель мастерской"),
            ("Крылова Вера Павловна", "member", "художник")]
    attendance = [element("attendance", *texts(name=name, post=post), juror=f"juror-{i}", role=role,
                          present="false" if i == 6 else "true") for i, (name, role, post) in enumerate(jury, start=1)]
    signing = {"chair": "председатель жюри", "secretary": "секретарь жюри"}
    act = "Распоряжение администрации города Кемерово «Об итогах конкурса «Тепло твоих рук»»"
    protocol = element(
        "protocol",
        element("contest", *texts(title="Тепло твоих рук", year="2020", level="municipal"), organisation("organiser"),
                id="teplo-2020"),
        element("approvingAct", *texts(title=act, number="1180-р", date="2020-04-17")),
        *texts(received="412", admitted="412", rejected="0", quorum="2/3"), *attendance,
        *(element("decision", nomination=id, outcome="decided") for id in ("vesna", "ekodomik", "jury-prize")),
        *(element("signatory", *texts(name=name, post=signing[role])) for name, role, _ in jury if role in signing),
        number="1", date="2020-04-15")
    results = [element("result", *texts(nomination=nomination, title=title, status="admitted"), awards.get(id), id=id)
               for id, nomination, title in entries]
    save("teplo-2020-results.xml", """\
Протокол жюри конкурса «Тепло твоих рук», Кемерово, 2020. Из отчёта: 412 работ, 95 победителей.
Кто именно победил, состав жюри, номера и дни протокола и распоряжения выдуманы.
English: 412 works and 95 winners are the report's; who won, the jury, numbers and days are invented.""",
         "resultsProtocol", "2020-04-17T16:40:00+07:00", protocol, records=results)


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
    snow_jury({f"S-{i:03}": nomination for i, nomination in enumerate(order, start=1)})


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
    tos_jury({f"C-{i:04}": nomination for i, nomination in enumerate(order, start=1)})


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
    newyear_jury([f"N-{i:03}" for i in range(1, 171)])


def judged(source, entry, assigned, criteria, severity, step=1.0):
    """The points that each of those assigned gives: near to what the entry is worth, by his own measure."""
    worth = 0.3 + 0.62 * source.random()
    for juror in assigned:
        points = []
        for criterion, maximum in criteria:
            share = worth + severity[juror] + (source.random() - 0.5) * 0.3
            points.append((criterion, min(maximum, max(0, round(share * maximum / step) * step))))
        yield juror, entry, points


def evenly(jurors, entries, count):
    """Each entry to so many jurors in turn, as `laureat jury assign --balanced` shares out what nobody has yet."""
    turn = itertools.cycle(jurors)
    return {entry: [next(turn) for _ in range(count)] for entry in entries}


def save_sheets(contest, comment, created, days, marks, recusals=()):
    """Writes the sheets of a contest, juror by juror; each juror fills his in over the days."""
    stepped_back = {(juror, entry) for juror, entry, _ in recusals}
    marks = sorted((mark for mark in marks if mark[:2] not in stepped_back), key=lambda mark: mark[:2])
    totals = collections.Counter(juror for juror, _, _ in marks)
    done = collections.Counter()
    records = []
    for i, (juror, entry, points) in enumerate(marks, start=1):
        date = days[done[juror] * len(days) // totals[juror]]
        done[juror] += 1
        records.append(element(
            "scoreSheet", element("date", date), *(element("points", f"{n:g}", criterion=c) for c, n in points),
            id=f"L-{i:04}", juror=juror, entry=entry))
    for i, (juror, entry, reason) in enumerate(recusals, start=1):
        records.append(element("recusal", *texts(date=days[0], reason=reason), id=f"R-{i}", juror=juror, entry=entry))
    save(f"jury/{contest}-score-sheets.xml", comment + """
Оценки выдуманы полностью: отчёт города о судействе ничего не говорит.
English: all points are invented, the report says nothing of the judging.""",
         "scoreSheets", created, records=records, contest=contest)


def snow_jury(nominations):
    """Seven jurors, three for each entry."""
    source = Source(2020_12)
    jurors = [f"juror-{i}" for i in (1, 2, 4, 5, 6, 7, 8)]
    severity = dict(zip(jurors, (0, -0.04, 0.02, 0.03, -0.08, 0.05, 0)))
    marks = []
    for entry, assigned in evenly(jurors, nominations, 3).items():
        criteria = [("image", 10), ("craft", 10)]
        if nominations[entry] in ("joint-initiative", "open-gates", "tradition"):
            criteria.append(("people", 5))
        marks += judged(source, entry, assigned, criteria, severity)
    save_sheets("snow-2020", """\
Оценочные листы смотра-конкурса «Снежный калейдоскоп», Кемерово, 2020: по три судьи на заявку, два самоотвода.""",
                "2020-12-28T09:00:00+07:00", [f"2020-12-{day}" for day in range(21, 27)], marks,
                [("juror-8", "S-005", "живёт в этом доме"),
                 ("juror-7", "S-012", "состоит в родстве с заявителем")])


def tos_jury(nominations):
    """The districts put forward whom the jury is to judge; six jurors judge these, and one fell ill in the midst of it."""
    source = Source(2020_13)
    quotas = {"district-committee": 52, "street-committee": 40, "house-committee": 60}
    chosen = []
    for nomination, quota in quotas.items():
        chosen += source.sample([id for id, own in nominations.items() if own == nomination], quota)
    chosen.sort()
    numbers = [f"tos-2020/{n}" for n, id in enumerate(nominations, start=1) if id not in set(chosen)]
    (FOLDER / "jury/tos-2020-not-put-forward.txt").write_text("\n".join(numbers) + "\n")
    jurors = [f"juror-{i}" for i in (1, 2, 4, 5, 6, 7)]
    severity = dict(zip(jurors, (0, 0.03, -0.05, 0.02, 0.08, -0.03)))
    marks = []
    for entry in chosen:
        marks += judged(source, entry, jurors, [("report", 10), ("residents", 10), ("order", 10)], severity)
    missing = set(chosen[-12:])
    marks = [mark for mark in marks if mark[0] != "juror-6" or mark[1] not in missing]
    own = next(id for id in chosen if nominations[id] == "district-committee")
    save_sheets("tos-2020", """\
Оценочные листы конкурса «Лучший комитет ТОС», Кемерово, 2020. Жюри судит 152 заявки, которые выдвинули районы; номера
остальных — в tos-2020-not-put-forward.txt. Один член жюри заболел и сдал не все листы, один взял самоотвод.""",
                "2020-10-28T09:00:00+07:00", [f"2020-10-{day}" for day in range(19, 27)], marks,
                [("juror-2", own, "состоит в этом комитете")])


def newyear_jury(entries):
    """Four jurors, each of whom looks at all photographs."""
    source = Source(2020_14)
    jurors = [f"juror-{i}" for i in (1, 3, 4, 5)]
    severity = dict(zip(jurors, (0.05, -0.06, 0, 0.02)))
    marks = []
    for entry in entries:
        marks += judged(source, entry, jurors, [("mood", 10), ("photo", 10)], severity)
    save_sheets("newyear-2020", """\
Оценочные листы конкурса фотографий «#Вновыйгодвместе», Кемерово, 2020: четверо членов жюри, каждый видел все снимки.""",
                "2020-01-23T09:00:00+07:00", [f"2020-01-{day}" for day in range(17, 23)], marks)


if __name__ == "__main__":
    for make in (teplo, snow, tos, newyear):
        make()
