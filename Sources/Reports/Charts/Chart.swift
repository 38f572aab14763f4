internal import Primitives

/// What a report shows as a picture: figures of one unit, by what they are of.
///
/// The values stay exact: they are rounded only where a shape is drawn from them.
package struct Chart: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// Bars from left to right, those of one category under each other.
    case bars
    /// The values of a category one after another in one bar.
    case stackedBars
    /// Columns side by side, for years.
    case columns
    /// What is reached by each day; the categories are days, in their order.
    case steps
  }

  package struct Series: Hashable, Sendable {
    package var title: String
    /// One for each category; one that is missing is left out of the picture, not drawn as a zero.
    package var values: [Cell]

    package init(_ title: String, _ values: [Cell]) {
      self.title = title
      self.values = values
    }

    func value(_ category: Int) -> Cell { category < values.count ? values[category] : .missing }
  }

  /// A value that the others are held against, as the award against what was spent of it.
  package struct Level: Hashable, Sendable {
    package var title: String
    package var value: Cell

    package init(_ title: String, _ value: Cell) {
      self.title = title
      self.value = value
    }
  }

  /// Names the unit as well: «Исполнение сметы, ₽».
  package var title: String
  package var form: Form
  /// What the categories are, as the head of a column: «Статья».
  package var heading: String
  package var categories: [Cell]
  /// Four at most are told apart.
  package var series: [Series]
  package var level: Level?
  /// Which of the categories the table has: days enough to follow a line, where the picture has each; nil for all.
  package var told: [Int]?
  /// True where the table that comes next has the same figures: they are not repeated.
  package var isToldByNextTable: Bool

  package init(
    _ title: String, _ form: Form, heading: String, categories: [Cell], series: [Series], level: Level? = nil,
    told: [Int]? = nil, isToldByNextTable: Bool = false
  ) {
    self.title = title
    self.form = form
    self.heading = heading
    self.categories = categories
    self.series = series
    self.level = level
    self.told = told
    self.isToldByNextTable = isToldByNextTable
  }

  /// False where there is nothing to look at: no category, or no value but zeros.
  package var hasSomethingToShow: Bool {
    series.contains { $0.values.prefix(categories.count).contains { ($0.magnitude ?? 0) != 0 } }
  }

  /// All that is drawn by its size.
  var magnitudes: [Double] {
    series.flatMap { $0.values.compactMap(\.magnitude) } + [level?.value.magnitude].compactMap { $0 }
  }

  /// Where all that is drawn ends: stacked values at their sums.
  var extents: [Double] {
    guard form == .stackedBars else { return magnitudes }
    return categories.indices.flatMap { index in
      let parts = series.compactMap { $0.value(index).magnitude }
      return [parts.filter { $0 > 0 }.reduce(0, +), parts.filter { $0 < 0 }.reduce(0, +)]
    }
  }

  /// The chart; nil where it would be empty.
  var ifItShowsSomething: Chart? { hasSomethingToShow ? self : nil }

  var toldCategories: [Int] { told?.filter(categories.indices.contains) ?? Array(categories.indices) }

  /// The same figures as a table, for whoever does not see the picture or wants to know exactly; without the level, which
  /// is one and stands in the picture as it is.
  package var table: Table {
    Table(
      title, columns: [.text(heading)] + series.map { .figure($0.title) },
      rows: toldCategories.map { index in
        Table.Row(.plain, [categories[index]] + series.map { $0.value(index) })
      })
  }
}

extension Cell {
  /// How large the value is, for drawing; nil for what is no figure.
  var magnitude: Double? {
    switch self {
    case .missing, .blank, .text, .lines, .day, .span: nil
    case .count(let count), .change(.count(let count)): Double(count)
    case .decimal(let decimal): Double(decimal.tenThousandths) / 10_000
    case .amount(let amount), .change(.amount(let amount)): Double(amount.minorUnits) / 100
    case .money(let money): Double(money.amount.minorUnits) / 100
    }
  }

  /// Without the kopecks, where they are none; for a label in a picture.
  func label(_ language: Language) -> String {
    guard case .amount(let amount) = self, amount.minorUnits.isMultiple(of: 100) else { return text(language) }
    return String(Format.amount(amount, language).dropLast(3))
  }
}
