import Contests
import Primitives
import Reports
import Storage

/// An entry as a person reads it.
struct EntryPage {
  private let stored: StoredEntry
  private let contest: Contest
  private let path: EntryPath

  init(_ stored: StoredEntry, in contest: Contest, _ path: EntryPath) {
    self.stored = stored
    self.contest = contest
    self.path = path
  }

  var document: Document {
    let language = Speech.language
    let entry = stored.entry
    var details: [Document.Detail] = []
    func add(_ label: String, _ value: String?) {
      if let value { details.append(.init(label, .text(value))) }
    }
    add(local(ru: "Номер", en: "Number"), stored.registration.description)
    add(local(ru: "Конкурс", en: "Contest"), contest.title)
    add(local(ru: "Номинация", en: "Nomination"), entry.nomination.flatMap { contest.nomination($0)?.title })
    add(local(ru: "Возрастная группа", en: "Age group"), entry.ageGroup)
    add(local(ru: "Заявитель", en: "Applicant"), entry.applicant.title)
    add(local(ru: "Учреждение", en: "Institution"), entry.institutions.joined)
    add(local(ru: "Руководитель", en: "Leader"), entry.leaders.joined)
    add(local(ru: "Участников", en: "Participants"), entry.participants.map { String($0.count) })
    add(local(ru: "Работ", en: "Works"), entry.works.map(String.init))
    add(local(ru: "Территория", en: "Territory"), entry.territoryName)
    add(local(ru: "Место работ", en: "Site"), entry.site)
    add(local(ru: "Подана", en: "Submitted"), Format.moment(entry.submittedAt, language))
    add(local(ru: "Состояние", en: "Status"), Format.name(stored.status, language))
    add(local(ru: "Описание", en: "Description"), entry.description)
    add(local(ru: "Предыдущий этап", en: "Previous stage"), entry.previousStage?.line(language))
    if !entry.attachments.isEmpty {
      add(
        local(ru: "Приложено файлов", en: "Attached files"),
        "\(entry.attachments.count)"
          + (path.filesHere == entry.attachments.count
            ? "" : local(ru: ", здесь \(path.filesHere)", en: ", \(path.filesHere) of them here")))
    }
    if let erasure = path.erasure {
      add(
        local(ru: "Персональные данные", en: "Personal data"),
        local(ru: "удалены ", en: "erased on ") + Format.day(erasure.date, .table, language) + ": \(erasure.reason)"
          + local(ru: " (запись в журнале № \(erasure.event))", en: " (event no. \(erasure.event))"))
    }
    return Document(
      language: language, title: entry.title, details: details,
      sections: [StatusHistoryText(stored.history).section]
        + [given(language), reached(language), path.section].compactMap { $0 })
  }

  /// What the jury of its own contest gave it; nil where it gave nothing.
  private func given(_ language: Language) -> Document.Section? {
    if path.awards.isEmpty { return nil }
    let lines = path.awards.map { award in
      let winner = award.winner
      let place = winner.place.map { Format.place($0, language) }
      let division = contest.division(nomination: winner.nomination, ageGroup: award.ageGroup(in: contest))
      let minutes = local(ru: "протокол № ", en: "protocol ") + winner.minutes.number
      let day = Format.day(winner.minutes.date, .table, language)
      let revoked = award.revoked.map { revoked in
        local(ru: "отменено ", en: "revoked on ") + Format.day(revoked.date, .table, language)
      }
      return [
        place, winner.prize ?? contest.prizeTitle(ofPlace: winner.place, in: winner.nomination),
        Format.division(division, of: contest, language),
        local(ru: "\(minutes) от \(day)", en: "\(minutes) of \(day)"), revoked,
      ].compactMap { $0 }.joined(separator: ", ")
    }
    return Document.Section(local(ru: "Решения жюри", en: "Decisions of the jury"), [.list(lines)])
  }

  /// What it reached on further stages; nil where nothing is known.
  private func reached(_ language: Language) -> Document.Section? {
    if path.outcomes.isEmpty { return nil }
    let rows = path.outcomes.map { outcome in
      Table.Row(
        .plain,
        [
          .text(outcome.contest.title),
          .text(outcome.result(language) ?? "—"),
          .text(Format.day(outcome.decidedOn, .table, language)),
        ])
    }
    let title = local(ru: "Следующие этапы", en: "Further stages")
    let columns = [
      local(ru: "Конкурс", en: "Contest"), local(ru: "Итог", en: "Outcome"),
      local(ru: "День решения", en: "Decided on"),
    ]
    return Document.Section(title, [.table(Table(title, columns: columns.map { .text($0) }, rows: rows))])
  }
}

extension PreviousStage {
  /// «Тепло твоих рук» (kemerovo), 1-е место, протокол № 4 от 15.04.2020.
  fileprivate func line(_ language: Language) -> String {
    let minutes = minutes.map { minutes in
      let day = Format.day(minutes.date, .table, language)
      return language == .russian ? "протокол № \(minutes.number) от \(day)" : "protocol \(minutes.number) of \(day)"
    }
    return [contestTitle, organiser, place.map { Format.place($0, language) }, prize, minutes]
      .compactMap { $0 }.joined(separator: ", ")
  }
}
