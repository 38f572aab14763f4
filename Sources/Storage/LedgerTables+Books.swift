import Grants
import Primitives

// The tables of the ledger that no payment stands in.

extension LedgerTable<LineMove> {
  static var moves: Self {
    LedgerTable(
      name: "line_move", columns: "from_line, to_line, date, amount, reason", prefix: "m", id: \.id,
      values: { move in
        [.coded(move.from), .coded(move.to), .day(move.date), .amount(move.amount), .text(move.reason)]
      },
      read: { id, fields in
        LineMove(
          id: id, from: try fields.value(), to: try fields.value(), date: try fields.day(),
          amount: try fields.amount(), reason: try fields.text())
      })
  }
}

extension LedgerTable<ProjectText> {
  static var texts: Self {
    LedgerTable(
      name: "narrative", columns: "starts, ends, section, title, text", prefix: "t", id: \.id,
      values: { text in
        [
          .day(text.period.start), .day(text.period.end), .named(text.section), .text(text.title), .text(text.text),
        ]
      },
      read: { id, fields in
        ProjectText(
          id: id, period: Period(start: try fields.day(), end: try fields.day()), section: try fields.named(),
          title: fields.textIfAny(), text: try fields.text())
      })
  }
}

extension LedgerTable<ClosedPeriod> {
  static var closedPeriods: Self {
    LedgerTable(
      name: "closed_period", columns: "starts, ends, closed_on", prefix: "p", id: \.id,
      values: { [.day($0.period.start), .day($0.period.end), .day($0.closedOn)] },
      read: { id, fields in
        ClosedPeriod(
          id: id, period: Period(start: try fields.day(), end: try fields.day()), closedOn: try fields.day())
      })
  }
}
