import Contests
import LibXLSX
import Primitives
import Reports
import Storage

/// A juror's form as a workbook: what is to be filled in is open, the rest is locked.
struct ScoreWorkbook {
  private let task: JurorTask
  private let criteria: [Criterion]
  private let details: [ScoreColumn]
  private let language: Language

  /// The last row above the first entry.
  private static let headerRow = 6

  init(_ task: JurorTask, _ language: Language) {
    self.task = task
    self.language = language
    criteria = task.criteria
    details = task.details
  }

  /// - Parameter created: The moment the workbook says it was made.
  func write(to path: String, created: Instant) throws(XLSXProblem) {
    let title = language == .russian ? "Оценочный лист" : "Score sheet"
    var writer = try XLSXWriter(
      path: path, XLSXProperties(title: "\(title): \(task.contest.title)", created: Int(created.milliseconds / 1000)))
    try writer.beginSheet(title, widths: widths)
    try writer.add([text(title, .bold)])
    try writer.add([name(.contest), text(task.contest.id.description), text(task.contest.title)])
    try writer.add([name(.juror), text(task.juror.id.description), text(task.juror.name)])
    var day = XLSXStyle(.day)
    day.isUnlocked = true
    day.hasBorder = true
    try writer.add([name(.date), XLSXCell(.blank, day)])
    try writer.add([text(hint)])
    try writer.add(header)
    writer.freeze(rows: Self.headerRow, columns: 2)
    for line in task.lines { try writer.add(cells(line, row: writer.row + 1)) }
    try limit(&writer)
    writer.layOutPages(repeating: Self.headerRow...Self.headerRow, title: "\(title): \(task.contest.title)")
    writer.protect()
    try writer.finish()
  }

  private var hint: String {
    language == .russian
      ? "Заполните белые ячейки и сохраните файл. Строки, которые вы не оценили, оставьте пустыми. При самоотводе впишите"
        + " только причину."
      : "Fill in the white cells and save the file. Leave rows empty that you have not judged. To step back, write the"
        + " reason alone."
  }

  private var widths: [Double] {
    let wide: [ScoreColumn: Double] = [.entry: 18, .title: 36, .applicant: 30, .nomination: 22, .ageGroup: 16]
    return details.map { wide[$0] ?? 16 } + criteria.map { _ in 16 } + [isWeighted ? 14 : 10, 36, 30]
  }

  private var isWeighted: Bool { criteria.contains { $0.weight != nil } }

  private var header: [XLSXCell] {
    let titles = criteria.map { criterion in
      let weight = criterion.weight.map {
        language == .russian ? "Доля в сумме: \($0.text(.russian)) %" : "Share in the total: \($0) %"
      }
      return XLSXCell(.text(criterion.columnTitle[language]), .header, note: weight)
    }
    let total = isWeighted ? ScoreColumn.weightedTotal : ScoreColumn.total.name
    let last = [total, ScoreColumn.remark.name, ScoreColumn.recusal.name]
    return details.map { XLSXCell(.text($0.name[language]), .header) } + titles
      + last.map { XLSXCell(.text($0[language]), .header) }
  }

  private func cells(_ line: JurorTask.Line, row: Int) -> [XLSXCell] {
    let nomination = line.stored.entry.nomination
    let marks = criteria.map { criterion in
      guard criterion.applies(to: nomination) else { return XLSXCell(.text("—"), Self.barred) }
      let points = line.sheet?.points(for: criterion.id)
      return XLSXCell(points.map { .number($0.description) } ?? .blank, Self.open)
    }
    return details.map { text(line.value(of: $0, task.contest), .wrapped) } + marks
      + [
        XLSXCell(
          .formula(
            total(nomination, row: row), result: line.sheet?.total(by: task.contest, in: nomination)?.rounded(to: 4)),
          Self.bordered),
        XLSXCell(line.sheet?.remark.map { .text($0) } ?? .blank, Self.openText), XLSXCell(.blank, Self.openText),
      ]
  }

  /// The sum, each criterion with its share where shares are given, as the ranking counts it; nothing while nothing is
  /// marked.
  private func total(_ nomination: Identifier?, row: Int) -> String {
    let applying = criteria.indices.filter { criteria[$0].applies(to: nomination) }
    func cell(_ index: Int) -> String { "\(XLSXReference.column(details.count + index + 1))\(row)" }
    let all = "\(cell(0)):\(cell(max(criteria.count - 1, 0)))"
    let areWeighted = applying.contains { criteria[$0].weight != nil }
    // SUM takes a text for nothing, where a product would fail.
    let terms = applying.map { "SUM(\(cell($0)))*\(criteria[$0].weight ?? .zero)" }
    let sum = areWeighted ? "(\(terms.joined(separator: "+")))/100" : "SUM(\(all))"
    return "IF(COUNT(\(all))=0,\"\",\(sum))"
  }

  /// The rows of a criterion take points from 0 to its maximum.
  private func limit(_ writer: inout XLSXWriter) throws(XLSXProblem) {
    for (index, criterion) in criteria.enumerated() {
      let maximum = criterion.maximum.text(language)
      let limit = XLSXLimit(
        maximum: Double(criterion.maximum.tenThousandths) / 10_000,
        title: language == .russian ? "Баллы" : "Points",
        message: language == .russian
          ? "Баллы — число от 0 до \(maximum)." : "Points are a number from 0 to \(maximum).")
      for rows in rows(of: criterion) { try writer.limit(rows: rows, column: details.count + index + 1, to: limit) }
    }
  }

  /// The rows that a criterion applies to, as ranges: entries stand nomination by nomination.
  private func rows(of criterion: Criterion) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for (index, line) in task.lines.enumerated() where criterion.applies(to: line.stored.entry.nomination) {
      let row = Self.headerRow + 1 + index
      if let last = ranges.last, last.upperBound == row - 1 {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    return ranges
  }

  private func name(_ column: ScoreColumn) -> XLSXCell { text(column.name[language], .bold) }
  private func text(_ text: String, _ style: XLSXStyle = XLSXStyle()) -> XLSXCell { XLSXCell(.text(text), style) }

  private static let bordered: XLSXStyle = {
    var style = XLSXStyle()
    style.hasBorder = true
    return style
  }()

  private static let barred: XLSXStyle = {
    var style = bordered
    style.fill = .barred
    return style
  }()

  private static let open: XLSXStyle = {
    var style = bordered
    style.isUnlocked = true
    return style
  }()

  private static let openText: XLSXStyle = {
    var style = open
    style.isWrapped = true
    style.number = .text
    return style
  }()
}
