import Contests
import Exchange
import Primitives
import Storage
import Tables

/// Names in the dative, as a table gives them: the program does not decline names itself.
struct DiplomaNames {
  private struct Key: Hashable {
    var entry: Registration
    /// Nil for whoever applied, or the only person of an entry.
    var name: String?
  }

  /// A row of the table: what it gives, and where it names the entry and the person.
  private struct Row {
    var dative: String
    var entry: Diagnostic.Location
    var name: Diagnostic.Location
  }

  private var datives: [Key: Row] = [:]

  /// None: every name stands in the nominative.
  init() {}

  /// Reads a table with the columns «заявка», «кому» and, where an entry has several people, «участник».
  ///
  /// - Throws: ``DocumentRefusal`` for a file that is no table, ``Failure`` that names every cell that cannot be used.
  init(table path: String, contest: Identifier) throws {
    let table = try OpenTable(try TableSource(path: path), sheet: nil)
    var rows = try table.rows()
    guard let header = try rows.next() else { throw Failure(.invalid, [.noRows(at: table.place.location)]) }
    var columns: [DiplomaNameColumn: Int] = [:]
    for cell in header.cells {
      if case .text(let title) = cell.content, let column = DiplomaNameColumn(named: title), columns[column] == nil {
        columns[column] = cell.place.column
      }
    }
    guard columns[.entry] != nil, columns[.dative] != nil else {
      throw Failure(.invalid, [.nameColumnsMissing(at: table.place.location(row: header.number))])
    }
    var problems: [Diagnostic] = []
    while let row = try rows.next() {
      var cells = RowCells<DiplomaNameColumn>(row, columns, table.place)
      guard cells.has(.entry) || cells.has(.dative) else { continue }
      let entry = cells.text(.entry, .short) ?? ""
      let dative = cells.text(.dative, .line)
      if let registration = Registration(entry) ?? Registration("\(contest)/\(entry)"), registration.contest == contest,
        let dative
      {
        let key = Key(entry: registration, name: cells.text(.name, .line)?.loosened)
        let row = Row(dative: dative, entry: cells.location(.entry), name: cells.location(.name))
        if datives.updateValue(row, forKey: key) != nil { cells.reportTwice() }
      } else {
        cells.reportIncomplete()
      }
      problems += cells.problems
    }
    if datives.isEmpty, problems.isEmpty { problems = [.noRows(at: table.place.location)] }
    if !problems.isEmpty { throw Failure(.invalid, problems) }
  }

  /// The dative of a name, where the table has it.
  func dative(of name: String, in entry: Registration) -> String? {
    (datives[Key(entry: entry, name: name.loosened)] ?? datives[Key(entry: entry, name: nil)])?.dative
  }

  /// - Throws: ``Failure`` that names every row of an entry or a person that the contest does not have: a slip there would
  ///   leave a name in the nominative, and nobody would see it before it is printed.
  func check(in session: Session) throws {
    var problems: [Diagnostic] = []
    for (entry, rows) in Dictionary(grouping: datives, by: \.key.entry) {
      guard let stored = try session.entries.find(entry) else {
        problems += rows.map { .unknownEntry(entry, at: $0.value.entry) }
        continue
      }
      // Nobody is left whom a row could name.
      if stored.entry.isErased { continue }
      let names = Set(([stored.entry.applicant.title] + stored.entry.people.map(\.name)).map(\.loosened))
      problems += rows.compactMap { key, row in
        key.name.map(names.contains) ?? true ? nil : .unknownName(in: entry, at: row.name)
      }
    }
    if problems.isEmpty { return }
    throw Failure(.invalid, problems.sorted { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) })
  }
}

/// What a column of a table of names says.
private enum DiplomaNameColumn: FixedTableColumn {
  case entry, name, dative

  var name: LocalizedText {
    switch self {
    case .entry: LocalizedText(ru: "заявка", en: "entry")
    case .name: LocalizedText(ru: "участник", en: "participant")
    case .dative: LocalizedText(ru: "кому", en: "to whom")
    }
  }

  var names: Set<String> {
    switch self {
    case .entry: ["entry", "заявка", "номер", "номер заявки"]
    case .name: ["participant", "name", "участник", "фио"]
    case .dative: ["to whom", "dative", "кому", "фио в дательном падеже"]
    }
  }
}

extension RowCells<DiplomaNameColumn> {
  fileprivate mutating func reportTwice() {
    report(
      .entry, ExchangeCode.rowTwice, ru: "эта заявка с этим участником уже была",
      en: "this entry and person came before",
      advice: LocalizedText(ru: "оставьте одну строку", en: "keep one of the rows"))
  }

  fileprivate mutating func reportIncomplete() {
    report(
      has(.dative) ? .entry : .dative, ru: "нужны номер заявки и имя",
      en: "the number of an entry and a name are wanted",
      advice: LocalizedText(
        ru: "номер — например 17; имя — в дательном падеже", en: "a number such as 17; the name in the dative"))
  }
}

extension Diagnostic {
  fileprivate static func unknownEntry(_ entry: Registration, at place: Location) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownEntry,
      LocalizedText(ru: "заявки \(entry) нет", en: "there is no entry \(entry)"),
      advice: LocalizedText(
        ru: "исправьте номер или удалите строку; список: laureat entry list --contest \(entry.contest)",
        en: "mend the number or remove the row; list them: laureat entry list --contest \(entry.contest)"),
      location: place)
  }

  fileprivate static func unknownName(in entry: Registration, at place: Location) -> Diagnostic {
    Diagnostic(
      DiplomaFault.nobodyOfThatName,
      LocalizedText(
        ru: "в заявке \(entry) никого так не зовут", en: "nobody in the entry \(entry) is called that"),
      advice: LocalizedText(
        ru: "напишите имя, как в заявке: laureat entry show \(entry)",
        en: "write the name as the entry does: laureat entry show \(entry)"), location: place)
  }

  fileprivate static func nameColumnsMissing(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(ru: "нужны столбцы «заявка» и «кому»", en: "the columns entry and to whom are needed"),
      advice: LocalizedText(ru: "назовите их в первой строке", en: "name them in the first row"), location: place)
  }
}
