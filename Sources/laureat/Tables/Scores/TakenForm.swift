import Contests
import Primitives
import Reports
import Storage

/// What became of a juror's form.
struct TakenForm {
  /// A line of it.
  struct Change {
    enum Kind {
      /// Points, with those that they take the place of.
      case sheet(ScoreSheet, before: ScoreSheet?)
      case recusal(Recusal)
      case unchanged
      /// Nothing is said yet.
      case blank
    }

    let registration: Registration
    let title: String
    let nomination: Identifier?
    /// Its number in the table.
    let row: Int
    let kind: Kind

    init(_ stored: StoredEntry, row: Int, _ kind: Kind) {
      registration = stored.registration
      title = stored.entry.title
      nomination = stored.entry.nomination
      self.row = row
      self.kind = kind
    }
  }

  let file: String
  let contest: Contest
  let juror: Identifier
  let changes: [Change]
  /// What is worth a look, and refuses nothing.
  let notes: [Diagnostic]

  private func count(_ name: String) -> Int { changes.count { $0.kind.name == name } }

  var changesAnything: Bool { count("unchanged") + count("blank") < changes.count }

  // MARK: For people

  /// `ivanova.xlsx: принят; новых оценок: 5, …`
  var line: String {
    let parts = [
      (count("added"), local(ru: "новых", en: "new")), (count("updated"), local(ru: "изменено", en: "changed")),
      (count("unchanged"), local(ru: "без изменений", en: "unchanged")),
      (count("recusal"), local(ru: "самоотводов", en: "recusals")),
      (count("blank"), local(ru: "не заполнено", en: "not filled in")),
    ].filter { $0.0 > 0 }.map { local(ru: "\($0.1) \($0.0)", en: "\($0.0) \($0.1)") }
    return local(
      ru: "\(file.printable): лист \(juror), \(parts.joined(separator: ", "))\n",
      en: "\(file.printable): sheet of \(juror), \(parts.joined(separator: ", "))\n")
  }

  /// Line by line what there was and what there would be.
  var preview: String {
    TextTable(
      [
        .number(local(ru: "Строка", en: "Row")), .init(local(ru: "Номер", en: "Number")),
        .flexible(local(ru: "Название", en: "Title")), .init(local(ru: "Было", en: "Before")),
        .init(local(ru: "Станет", en: "After")), .init(local(ru: "Что это", en: "What it is")),
      ],
      rows: changes.map { change in
        let (before, after) = change.kind.texts(criteria(of: change))
        return [
          String(change.row), change.registration.description, change.title, before, after,
          change.kind.title[Speech.language],
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }

  private func criteria(of change: Change) -> [Criterion] {
    contest.criteria.filter { $0.applies(to: change.nomination) }
  }

  // MARK: For scripts

  /// `{file, contest, juror, status, added, updated, unchanged, recusals, blank, diagnostics, rows: [{row, entry, change,
  /// before, after}]}`.
  var json: JSON {
    [
      "file": .string(file), "contest": JSON(contest.id), "juror": JSON(juror), "status": "accepted",
      "added": .integer(count("added")), "updated": .integer(count("updated")),
      "unchanged": .integer(count("unchanged")), "recusals": .integer(count("recusal")),
      "blank": .integer(count("blank")), "diagnostics": .array(notes.map(\.json)),
      "rows": .array(
        changes.map { change in
          let (before, after) = change.kind.sheets
          return [
            "row": .integer(change.row), "entry": JSON(change.registration), "change": .string(change.kind.name),
            "before": before.map { .array($0.marks.map(\.json)) } ?? nil,
            "after": after.map { .array($0.marks.map(\.json)) } ?? nil,
          ]
        }),
    ]
  }
}

extension TakenForm.Change.Kind {
  /// As scripts read it.
  fileprivate var name: String {
    switch self {
    case .sheet(_, before: nil): "added"
    case .sheet: "updated"
    case .recusal: "recusal"
    case .unchanged: "unchanged"
    case .blank: "blank"
    }
  }

  fileprivate var title: LocalizedText {
    switch self {
    case .sheet(_, before: nil): LocalizedText(ru: "новая оценка", en: "new")
    case .sheet: LocalizedText(ru: "изменение", en: "changed")
    case .recusal: LocalizedText(ru: "самоотвод", en: "recusal")
    case .unchanged: LocalizedText(ru: "без изменений", en: "unchanged")
    case .blank: LocalizedText(ru: "не заполнено", en: "not filled in")
    }
  }

  fileprivate var sheets: (before: ScoreSheet?, after: ScoreSheet?) {
    if case .sheet(let after, let before) = self { (before, after) } else { (nil, nil) }
  }

  fileprivate func texts(_ criteria: [Criterion]) -> (before: String, after: String) {
    if case .recusal(let recusal) = self { return ("", recusal.reason) }
    let (before, after) = sheets
    return (before?.text(criteria) ?? "", after?.text(criteria) ?? "")
  }
}

extension ScoreSheet {
  /// The points in the order of the criteria, and the remark.
  func text(_ criteria: [Criterion]) -> String {
    let points = criteria.map { self.points(for: $0.id)?.text(Speech.language) ?? "—" }.joined(separator: " / ")
    return remark.map { "\(points); \($0)" } ?? points
  }
}

extension ScoreSheet.Mark {
  var json: JSON { ["criterion": JSON(criterion), "points": JSON(points)] }
}
