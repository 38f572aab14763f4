"""The score sheets of three juries."""

import collections
import itertools

from .chance import Source
from .documents import FOLDER, save
from .markup import element, texts


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
