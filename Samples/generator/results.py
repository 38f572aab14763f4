"""The protocol of a jury."""

import itertools

from .documents import save
from .markup import element, texts
from .parties import organisation


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
