import Grants
import Primitives
import Reports
import Storage

/// What is kept beside the ledger of a project.
struct GrantBooks {
  var closed = ClosedPeriods([])
  var obligations: [Obligation] = []
  var calendar = WorkCalendar()

  /// The section that tells which periods are closed.
  var closedSection: Document.Section {
    let title = local(ru: "Закрытые периоды", en: "Closed periods")
    let columns = [local(ru: "Дни", en: "Days"), local(ru: "Закрыт", en: "Closed on")]
    let rows = closed.periods.map {
      Table.Row(.plain, [.text(Format.span($0.period, Speech.language)), .day($0.closedOn)])
    }
    return Document.Section(
      title, rows.isEmpty ? [] : [.table(Table(title, columns: columns.map { .text($0) }, rows: rows))])
  }
}

extension GrantBooks {
  init(of project: Identifier, in session: Session) throws {
    self.init(
      closed: try session.books.closedPeriods(of: project), obligations: try session.books.obligations(of: project),
      calendar: try session.books.calendar())
  }
}

extension Project {
  /// The years in which money moved, in order.
  var years: [Int] {
    let days = instalments.compactMap(\.receivedOn) + expenses.map(\.date) + refunds.map(\.date)
    return Set(days.map(\.year)).sorted()
  }
}
