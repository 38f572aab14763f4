import Grants
import Primitives

// The tables of the ledger, one for each kind of item.

extension LedgerTable<BudgetLine> {
  static var budgetLines: Self {
    LedgerTable(
      name: "budget_line",
      columns: "title, quantity, unit, price, planned, requested, own, attracted, divergence_reason", prefix: "l",
      id: \.id,
      values: { line in
        [
          .text(line.title), .decimal(line.quantity), .text(line.unit), .amount(line.price), .amount(line.planned),
          .amount(line.requested), .amount(line.own), .amount(line.attracted), .text(line.divergenceReason),
        ]
      },
      read: { id, fields in
        BudgetLine(
          id: id, title: try fields.text(), quantity: fields.decimalIfAny(), unit: fields.textIfAny(),
          price: fields.amountIfAny(), planned: try fields.amount(), requested: fields.amountIfAny(),
          own: fields.amountIfAny(), attracted: fields.amountIfAny(), divergenceReason: fields.textIfAny())
      })
  }
}

extension LedgerTable<Instalment> {
  static var instalments: Self {
    LedgerTable(
      name: "instalment",
      columns: "planned_on, planned, received_on, received, document_kind, document_number, document_date, shares",
      prefix: "i", id: \.id,
      values: { instalment in
        [
          .day(instalment.plannedOn), .amount(instalment.planned), .day(instalment.receivedOn),
          .amount(instalment.received),
        ] + PaymentDocument.values(instalment.document) + [try .list(instalment.shares)]
      },
      read: { id, fields in
        Instalment(
          id: id, plannedOn: try fields.dayIfAny(), planned: fields.amountIfAny(),
          receivedOn: try fields.dayIfAny(), received: fields.amountIfAny(),
          document: try PaymentDocument.read(&fields), shares: try fields.list())
      })
  }
}

extension LedgerTable<Expense> {
  static var expenses: Self {
    LedgerTable(
      name: "expense",
      columns: """
        date, amount, source, line, payee, document_kind, document_number, document_date, file_digest, note
        """,
      prefix: "e", id: \.id,
      values: { expense in
        [
          .day(expense.date), .amount(expense.amount), .named(expense.source), .coded(expense.line),
          .text(expense.payee),
        ] + PaymentDocument.values(expense.document) + [.text(expense.fileDigest), .text(expense.note)]
      },
      read: { id, fields in
        Expense(
          id: id, date: try fields.day(), amount: try fields.amount(), source: try fields.named(),
          line: try fields.valueIfAny(), payee: fields.textIfAny(), document: try PaymentDocument.read(&fields),
          fileDigest: fields.textIfAny(), note: fields.textIfAny())
      })
  }
}

extension LedgerTable<Refund> {
  static var refunds: Self {
    LedgerTable(
      name: "refund",
      columns: "direction, date, amount, line, document_kind, document_number, document_date, reason", prefix: "r",
      id: \.id,
      values: { refund in
        [.named(refund.direction), .day(refund.date), .amount(refund.amount), .coded(refund.line)]
          + PaymentDocument.values(refund.document) + [.text(refund.reason)]
      },
      read: { id, fields in
        Refund(
          id: id, direction: try fields.named(), date: try fields.day(), amount: try fields.amount(),
          line: try fields.valueIfAny(), document: try PaymentDocument.read(&fields), reason: fields.textIfAny())
      })
  }
}

extension LedgerTable<Indicator> {
  static var indicators: Self {
    LedgerTable(
      name: "indicator", columns: "title, unit, unit_code, planned, actual, deviation_reason, stages", prefix: "n",
      id: \.id,
      values: { indicator in
        [
          .text(indicator.title), .text(indicator.unit), .text(indicator.unitCode), .decimal(indicator.planned),
          .decimal(indicator.actual), .text(indicator.deviationReason), try .list(indicator.stages),
        ]
      },
      read: { id, fields in
        Indicator(
          id: id, title: try fields.text(), unit: fields.textIfAny(), unitCode: fields.textIfAny(),
          planned: try fields.decimal(), actual: fields.decimalIfAny(), deviationReason: fields.textIfAny(),
          stages: try fields.list())
      })
  }
}

extension LedgerTable<Checkpoint> {
  static var checkpoints: Self {
    LedgerTable(
      name: "checkpoint", columns: "title, planned_on, actual_on, status, evidence", prefix: "c", id: \.id,
      values: { checkpoint in
        [
          .text(checkpoint.title), .day(checkpoint.plannedOn), .day(checkpoint.actualOn),
          .named(checkpoint.status), .text(checkpoint.evidence),
        ]
      },
      read: { id, fields in
        Checkpoint(
          id: id, title: try fields.text(), plannedOn: try fields.day(), actualOn: try fields.dayIfAny(),
          status: try fields.named(), evidence: fields.textIfAny())
      })
  }
}
