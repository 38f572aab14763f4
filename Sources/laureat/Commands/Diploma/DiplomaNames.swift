import Contests
import Exchange
import Primitives
import Tables

/// Names in the dative, as a table gives them: the program does not decline names itself.
struct DiplomaNames {
  private struct Key: Hashable {
    var entry: Registration
    /// Nil for whoever applied, or the only person of an entry.
    var name: String?
  }

  private var datives: [Key: String] = [:]

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
        if datives.updateValue(dative, forKey: key) != nil { cells.reportTwice() }
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
    datives[Key(entry: entry, name: name.loosened)] ?? datives[Key(entry: entry, name: nil)]
  }
}

/// What a column of a table of names says.
private enum DiplomaNameColumn: CaseIterable, TableColumn {
  case entry, name, dative

  init?(named name: String) {
    guard let column = Self.allCases.first(where: { $0.names.contains(name.columnKey) }) else { return nil }
    self = column
  }

  var name: LocalizedText {
    switch self {
    case .entry: LocalizedText(ru: "заявка", en: "entry")
    case .name: LocalizedText(ru: "участник", en: "participant")
    case .dative: LocalizedText(ru: "кому", en: "to whom")
    }
  }

  private var names: Set<String> {
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
  fileprivate static func nameColumnsMissing(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(ru: "нужны столбцы «заявка» и «кому»", en: "the columns entry and to whom are needed"),
      advice: LocalizedText(ru: "назовите их в первой строке", en: "name them in the first row"), location: place)
  }
}
