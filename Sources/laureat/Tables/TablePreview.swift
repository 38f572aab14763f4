import Contests
import Exchange
import Primitives

/// How a table was understood, and what would become of its first rows. Filled while a dry run takes it in.
final class TablePreview {
  struct Row {
    /// Its place among the records.
    let number: Int
    /// Its number in the table.
    let row: Int
    /// Nil when the row does not give one.
    let entry: Entry?
    /// Nil when nobody judged it: the whole file was taken in before.
    var status: RecordStatus?
  }

  private(set) var survey: TableSurvey?
  /// Nil for one that is not there.
  var contest: Contest?
  private(set) var rows: [Row] = []

  /// Enough to see whether each column means what it says.
  private static let most = 5

  func begin(_ survey: TableSurvey) { self.survey = survey }

  /// - Parameter number: The record's place among the records.
  func add(_ number: Int, row: Int, _ entry: Entry?) {
    if rows.count < Self.most { rows.append(Row(number: number, row: row, entry: entry)) }
  }

  func judge(_ verdict: RecordVerdict) {
    guard let index = rows.firstIndex(where: { $0.number == verdict.number }) else { return }
    rows[index].status = verdict.status
  }

  /// What becomes of a row in a file that ends like this.
  func status(of row: Row, in file: GroupStatus) -> RecordStatus {
    switch file {
    case .rejected: .rejected
    case .duplicate: .unchanged
    case .accepted, .acceptedWithWarnings, .partial: row.status ?? .rejected
    }
  }

  /// The columns in their order, with what each says; nil for one that is not read.
  var columns: [(number: Int, title: String, field: ApplicationColumn?)] {
    guard let header = survey?.header else { return [] }
    let fields = Dictionary(header.columns.map { ($0.value, $0.key) }) { first, _ in first }
    return header.titles.sorted { $0.key < $1.key }.map { ($0.key, $0.value, fields[$0.key]) }
  }

  /// What a row gives: the fields of the columns in their order, after those that no column says.
  func values(of entry: Entry) -> [(field: ApplicationColumn, value: EntryValue)] {
    var stated = columns.compactMap(\.field)
    // A person's organisation is where the person learns or works, unless another column says that.
    if case .person = entry.applicant, stated.contains(.institution) { stated.removeAll { $0 == .organisation } }
    let implied = [ApplicationColumn.id, .kind, .submitted].filter { !stated.contains($0) }
    return (implied + stated).compactMap { field in
      EntryValue(of: field, in: entry, contest: contest).map { (field, $0) }
    }
  }
}
