import Contests
import Exchange
import Primitives
import Tables

/// Hands out the applications of a table as a document would: the header first, then a record for each row.
///
/// The whole table is gone through before: what is wrong with it as a spreadsheet (unknown columns, merged cells,
/// formulas, days typed as text) refuses it before any row was taken.
struct TableStream: IncomingDocument, ~Copyable {
  let kind: DocumentKind? = .applications
  let contest: Identifier?
  let digest: String
  let isFromOurselves = true
  private let survey: TableSurvey
  /// Bytes of the file.
  private let size: Int
  private let header: Header
  private let entries: EntryRows
  private let preview: TablePreview?
  private var rows: LocatedRows
  private var hasHeader = false
  private var number = 0
  /// The rows by their identifiers.
  private var seen: [Identifier: Int] = [:]

  /// - Parameters:
  ///   - contest: Nil in a check that does not see it.
  ///   - sender: Whom the applications are recorded for.
  ///   - preview: Is told of every row.
  init(
    _ source: TableSource, _ table: OpenTable, _ survey: TableSurvey, _ options: TableReading, contest: Contest?,
    sender: Organisation, receivedAt: Instant, preview: TablePreview?
  ) throws(DocumentRefusal) {
    // All that can fail comes before the first property is set.
    let rows = try table.rows()
    guard let columns = survey.header, !survey.problems.hasErrors else { throw DocumentRefusal(survey.problems) }
    self.survey = survey
    self.rows = rows
    self.preview = preview
    digest = Digest(of: source.bytes).description
    size = source.bytes.count
    self.contest = options.contest
    entries = EntryRows(
      contestID: options.contest ?? sender.id, contest: contest, submitted: options.submitted, header: columns,
      place: survey.place)
    // The same file is another message for another contest, from another of its sheets, or with another day.
    let name = [
      digest, options.contest?.description, survey.place.sheet?.lowercased(), options.submitted?.description,
    ].map { $0 ?? "" }
    header = Header(
      messageID: .named(by: Digest(of: Array(name.joined(separator: "\n").utf8))), createdAt: receivedAt,
      sender: sender, recordCount: survey.records)
  }

  /// As far as the rows have come: the bytes were all read before.
  var bytesRead: Int { survey.records == 0 ? size : size * min(number, survey.records) / survey.records }

  var notes: [Diagnostic] { survey.problems }

  var rootLocation: Diagnostic.Location? { survey.header.map { survey.place.location(row: $0.row) } }

  mutating func next() throws(DocumentRefusal) -> DocumentPart? {
    guard hasHeader else {
      hasHeader = true
      return .header(header)
    }
    while let row = try rows.next() {
      if row.number > entries.header.row { return .application(record(row)) }
    }
    return nil
  }

  private mutating func record(_ row: TableRow) -> CheckedRecord<Application> {
    number += 1
    var (id, entry, problems) = entries.read(row)
    if let first = seen[id] {
      problems.append(.rowTwice(first, at: survey.place.location(row: row.number)))
    } else {
      seen[id] = row.number
    }
    preview?.add(number, row: row.number, entry)
    let cells = ApplicationCells(row, entries.header.columns, survey.place)
    let columns = entries.header.columns
    return CheckedRecord(
      number: number, id: id.description, value: entry.map { .entry($0) },
      diagnostics: problems.map { problem in
        var problem = problem
        problem.record = id.description
        return problem
      },
      locate: { finding in
        let candidates = ApplicationColumn.columns(ofField: finding.field ?? "")
        return cells.location(candidates.first { columns[$0] != nil })
      })
  }
}

extension Diagnostic {
  fileprivate static func rowTwice(_ first: Int, at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.rowTwice,
      LocalizedText(
        ru: "строка повторяет номер или всё содержание строки \(first)",
        en: "the row repeats the id, or all, of row \(first)"),
      advice: LocalizedText(
        ru: "удалите лишнюю строку или дайте заявкам разные номера", en: "delete one of them, or give each an id"),
      location: place)
  }
}
