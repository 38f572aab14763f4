package import Primitives

/// A report before it takes a format: what it says and in which order, in one language.
///
/// Figures stay values (an amount, a count, a day), so that one format may group their digits and another keep numbers.
package struct Document: Hashable, Sendable {
  package var language: Language
  package var title: String
  /// What the report covers: «за 2020 год».
  package var subtitle: String?
  package var dateline: Dateline?
  /// Who reports to whom, and on what.
  package var details: [Detail]
  /// The few figures a head of department looks for first.
  package var figures: [Detail]
  package var sections: [Section]
  /// Who signs, each on a line of their own.
  package var signatures: [Signature]
  package var code: Code?
  /// What is too long to stand before the signatures; it begins a page of its own after them.
  package var annex: Section?

  package init(
    language: Language, title: String, subtitle: String? = nil, dateline: Dateline? = nil, details: [Detail] = [],
    figures: [Detail] = [], sections: [Section] = [], signatures: [Signature] = [], code: Code? = nil,
    annex: Section? = nil
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.dateline = dateline
    self.details = details
    self.figures = figures
    self.sections = sections
    self.signatures = signatures
    self.code = code
    self.annex = annex
  }

  /// When and where something was decided, on one line under the title.
  package struct Dateline: Hashable, Sendable {
    package var day: Day
    package var place: String?

    package init(_ day: Day, place: String? = nil) {
      self.day = day
      self.place = place
    }
  }

  package struct Signature: Hashable, Sendable {
    package var post: String
    /// As it stands beside a signature: «И. О. Фамилия»; nil leaves room for it.
    package var name: String?

    package init(_ post: String, name: String? = nil) {
      self.post = post
      self.name = name
    }
  }

  /// A square code by which a paper is found again (ГОСТ Р 7.0.97 puts it at the bottom right of the first page).
  package struct Code: Hashable, Sendable {
    /// What a reader of codes shows.
    package var text: String
    /// Says beside it what it is for.
    package var caption: String

    package init(_ text: String, caption: String) {
      self.text = text
      self.caption = caption
    }
  }

  /// A value with its name.
  package struct Detail: Hashable, Sendable {
    package var label: String
    package var value: Cell

    package init(_ label: String, _ value: Cell) {
      self.label = label
      self.value = value
    }
  }

  package struct Section: Hashable, Sendable {
    package var title: String
    package var blocks: [Block]
    package var subsections: [Section]

    package init(_ title: String, _ blocks: [Block] = [], subsections: [Section] = []) {
      self.title = title
      self.blocks = blocks
      self.subsections = subsections
    }
  }

  package enum Block: Hashable, Sendable {
    case paragraph(String)
    /// A remark in smaller type.
    case note(String)
    /// Items, after a line that leads to them.
    case list(lead: String? = nil, [String])
    case details([Detail])
    case table(Table)
    case chart(Chart)
  }
}

/// One value in a report.
package enum Cell: Hashable, Sendable {
  /// Nothing is stated: shown as a dash, which is not a zero.
  case missing
  /// Nothing belongs here; after the first cell of a total row, the first cell reaches over it.
  case blank
  case text(String)
  /// A text with remarks under it: a project with its grantee.
  case lines(String, [String])
  case count(Int)
  case decimal(ExactDecimal)
  case amount(Amount)
  case money(Money)
  case day(Day)
  /// From one day to another, either of which may be open.
  case span(Period)
  /// By how much a value has grown, below zero where it has become less: written with its sign.
  case change(Change)

  package enum Change: Hashable, Sendable {
    case count(Int)
    case amount(Amount)
  }

  init(lines: [String]) { self = lines.first.map { .lines($0, Array(lines.dropFirst())) } ?? .missing }
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
  init(_ count: Int?) { self = count.map { .count($0) } ?? .missing }
  init(_ amount: Amount?) { self = amount.map { .amount($0) } ?? .missing }
  init(_ day: Day?) { self = day.map { .day($0) } ?? .missing }
  init(_ decimal: ExactDecimal?) { self = decimal.map { .decimal($0) } ?? .missing }
}

/// A table of a report.
package struct Table: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case text
      /// Set to the right, digits under digits.
      case figure
    }

    package var title: String
    package var kind: Kind
    /// What a figure of the column is made of within its row; a workbook then says so by a formula.
    package var balance: Balance?

    /// The other columns, by their places from 0: those that add to the figure, and those that lessen it.
    package struct Balance: Hashable, Sendable {
      package var adding: [Int]
      package var taking: [Int]

      package init(adding: [Int], taking: [Int]) {
        self.adding = adding
        self.taking = taking
      }
    }
  }

  package struct Row: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case plain
      /// Heads the part rows under it.
      case group
      /// Belongs to the group row above it, and is contained in its figures.
      case part
      case total
    }

    package var kind: Kind
    package var cells: [Cell]
    /// True where the figures are the sums of those above, parts of groups aside: a workbook then says so by a formula.
    package var isSum = false

    package init(_ kind: Kind = .plain, _ cells: [Cell], isSum: Bool = false) {
      self.kind = kind
      self.cells = cells
      self.isSum = isSum
    }
  }

  package var caption: String
  package var columns: [Column]
  package var rows: [Row]

  package init(_ caption: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

extension Table {
  mutating func removeFirstColumn() {
    columns.removeFirst()
    for index in rows.indices { rows[index].cells.removeFirst() }
  }

  mutating func removeLastColumn() {
    columns.removeLast()
    for index in rows.indices { rows[index].cells.removeLast() }
  }
}

extension Table.Column {
  package static func text(_ title: String) -> Table.Column { Table.Column(title: title, kind: .text) }
  package static func figure(_ title: String, balance: Balance? = nil) -> Table.Column {
    Table.Column(title: title, kind: .figure, balance: balance)
  }
}
