"""Who sends, who applies and who takes part."""

import datetime

from .markup import element, texts

CITY = ("territory", {"oktmo": "32701000"}, "город Кемерово")

ADMINISTRATION = ("kemerovo-administration", "Администрация города Кемерово", "4299000019", "1024299000010")
CENTRE = ("kemerovo-residents-centre",
          "МБУ «Центр по работе с населением города Кемерово»", "4299000058", "1024299000054")


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
