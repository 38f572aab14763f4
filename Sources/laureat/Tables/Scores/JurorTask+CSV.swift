import Contests
import Primitives
import Reports
import Storage

extension JurorTask {
  /// The columns that tell the juror what is judged. In a blind contest that is not who applied.
  var details: [ScoreColumn] {
    let entries = lines.map(\.stored.entry)
    return [.entry, .title] + (contest.rules.isBlind ? [] : [.applicant])
      + (contest.nominations.isEmpty ? [] : [.nomination])
      + (entries.contains { $0.ageGroup != nil } ? [.ageGroup] : [])
  }

  /// The form as separated values, for whoever has no spreadsheet that reads workbooks.
  func csv(_ language: Language) -> [UInt8] {
    let header =
      details.map { CSV.Field.text($0.name[language]) } + criteria.map { .text($0.columnTitle[language]) }
      + [.text(ScoreColumn.remark.name[language]), .text(ScoreColumn.recusal.name[language])]
    func head(_ column: ScoreColumn, _ values: String...) -> [CSV.Field] {
      let fields = [CSV.Field.text(column.name[language])] + values.map { .text($0) }
      // As many cells in every row: the separator is recognised by that.
      return fields + Array(repeating: .text(""), count: max(0, header.count - fields.count))
    }
    let rows = lines.map { line in
      details.map { CSV.Field.text(line.value(of: $0, contest)) } + criteria.map { field(of: $0, line) }
        + [.text(line.sheet?.remark ?? ""), .text("")]
    }
    return CSV.bytes(
      [
        head(.contest, contest.id.description, contest.title), head(.juror, juror.id.description, juror.name),
        head(.date), header,
      ] + rows, language)
  }

  private func field(of criterion: Criterion, _ line: Line) -> CSV.Field {
    guard criterion.applies(to: line.stored.entry.nomination) else { return .text("—") }
    return line.sheet?.points(for: criterion.id).map { .decimal($0) } ?? .text("")
  }
}

extension JurorTask.Line {
  /// What a column tells of the entry.
  func value(of column: ScoreColumn, _ contest: Contest) -> String {
    switch column {
    case .entry: stored.registration.description
    case .title: stored.entry.title
    case .applicant: stored.entry.applicant.title
    case .nomination: stored.entry.nomination.flatMap { contest.nomination($0)?.title } ?? ""
    case .ageGroup: stored.entry.ageGroup ?? ""
    case .contest, .juror, .date, .total, .remark, .recusal, .criterion: ""
    }
  }
}
