internal import Grants
internal import Primitives

extension BudgetLine {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), quantity: node.value(.quantity),
      unit: node.text(.unit), price: money.amount(.price, in: node), planned: try money.required(.planned, in: node),
      requested: money.amount(.requested, in: node), own: money.amount(.own, in: node),
      attracted: money.amount(.attracted, in: node), divergenceReason: node.text(.divergenceReason))
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(.budgetLine, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.quantity, quantity)
    try writer.element(.unit, unit)
    try writer.element(.price, price, currency)
    try writer.element(.planned, planned, currency)
    try writer.element(.requested, requested, currency)
    try writer.element(.own, own, currency)
    try writer.element(.attracted, attracted, currency)
    try writer.element(.divergenceReason, divergenceReason)
    try writer.close()
  }
}

extension PaymentDocument {
  init(_ node: Node) {
    self.init(kind: node.attribute(.kind), number: node.attribute(.number), date: node.attribute(.date))
  }

  func write(to writer: inout Writer) throws {
    try writer.empty(.document, [(.kind, kind), (.number, number), (.date, date?.description)])
  }
}

extension Instalment {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), plannedOn: node.value(.plannedOn),
      planned: money.amount(.planned, in: node), receivedOn: node.value(.receivedOn),
      received: money.amount(.received, in: node), document: try node.part(.document, PaymentDocument.init),
      shares: try node.list(.share) { node throws(Unreadable) in
        InstalmentShare(line: try node.requiredAttribute(.line), amount: try money.required(.amount, in: node))
      })
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(.instalment, [(.id, id.description)])
    try writer.element(.plannedOn, plannedOn)
    try writer.element(.planned, planned, currency)
    try writer.element(.receivedOn, receivedOn)
    try writer.element(.received, received, currency)
    try document?.write(to: &writer)
    for share in shares {
      try writer.open(.share, [(.line, share.line.description)])
      try writer.element(.amount, share.amount, currency)
      try writer.close()
    }
    try writer.close()
  }
}

extension Expense {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), date: try node.required(.date),
      amount: try money.required(.amount, in: node), source: node.attributeChoice(.source) ?? .grant,
      line: node.value(.line), payee: node.text(.payee), document: try node.part(.document, PaymentDocument.init),
      fileDigest: node.text(.sha256), note: node.text(.note))
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(.expense, [(.id, id.description), (.source, source == .grant ? nil : source.rawValue)])
    try writer.element(.date, date)
    try writer.element(.amount, amount, currency)
    try writer.element(.line, line)
    try writer.element(.payee, payee)
    try document?.write(to: &writer)
    try writer.element(.sha256, fileDigest)
    try writer.element(.note, note)
    try writer.close()
  }
}

extension Refund {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), direction: try node.requiredAttributeChoice(.direction),
      date: try node.required(.date), amount: try money.required(.amount, in: node), line: node.value(.line),
      document: try node.part(.document, PaymentDocument.init), reason: node.text(.reason))
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(.refund, [(.id, id.description), (.direction, direction.rawValue)])
    try writer.element(.date, date)
    try writer.element(.amount, amount, currency)
    try writer.element(.line, line)
    try document?.write(to: &writer)
    try writer.element(.reason, reason)
    try writer.close()
  }
}

extension Indicator {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), unit: node.text(.unit),
      unitCode: node.text(.unitCode), planned: try node.required(.planned), actual: node.value(.actual),
      deviationReason: node.text(.deviationReason), stages: try node.list(.stage, IndicatorStage.init))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.indicator, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.unit, unit)
    try writer.element(.unitCode, unitCode)
    try writer.element(.planned, planned)
    try writer.element(.actual, actual)
    try writer.element(.deviationReason, deviationReason)
    for stage in stages { try stage.write(to: &writer) }
    try writer.close()
  }
}

extension IndicatorStage {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      period: Period(start: try node.requiredAttribute(.start), end: try node.requiredAttribute(.end)),
      planned: node.value(.planned), actual: node.value(.actual), deviationReason: node.text(.deviationReason))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.stage, [(.start, period.start?.description), (.end, period.end?.description)])
    try writer.element(.planned, planned)
    try writer.element(.actual, actual)
    try writer.element(.deviationReason, deviationReason)
    try writer.close()
  }
}

extension LineMove {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), from: try node.requiredAttribute(.from), to: try node.requiredAttribute(.to),
      date: try node.requiredAttribute(.date), amount: try money.required(.amount, in: node),
      reason: try node.requiredText(.reason))
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(
      .lineMove,
      [(.id, id.description), (.from, from.description), (.to, to.description), (.date, date.description)])
    try writer.element(.amount, amount, currency)
    try writer.element(.reason, reason)
    try writer.close()
  }
}

extension Checkpoint {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title),
      plannedOn: try node.required(.plannedOn), actualOn: node.value(.actualOn),
      status: node.attributeChoice(.status) ?? .scheduled, evidence: node.text(.evidence))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .checkpoint, [(.id, id.description), (.status, status == .scheduled ? nil : status.rawValue)])
    try writer.element(.title, title)
    try writer.element(.plannedOn, plannedOn)
    try writer.element(.actualOn, actualOn)
    try writer.element(.evidence, evidence)
    try writer.close()
  }
}
