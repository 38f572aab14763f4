internal import Grants
internal import Primitives

extension GrantReport {
  /// Reads the heading; the projects follow as records of their own.
  init(_ node: Node) throws(Unreadable) {
    let period = try node.required(.period)
    self.init(
      kind: node.attributeChoice(.kind) ?? .period, correctionNumber: node.attribute(.correctionNumber) ?? 0,
      replaces: try node.part(.replaces) { node throws(Unreadable) in
        ReplacedReport(
          correctionNumber: try node.requiredAttribute(.correctionNumber), submittedOn: node.attribute(.submittedOn))
      },
      funder: try Funder(try node.required(.funder)), period: Period(period), note: node.text(.note),
      isDraft: node.attribute(.draft) ?? false,
      extensions: node.extensions)
  }

  func writeHeading(to writer: inout Writer) throws {
    try writer.open(
      .report,
      [
        (.kind, kind.rawValue), (.correctionNumber, correctionNumber == 0 ? nil : String(correctionNumber)),
        (.draft, isDraft ? "true" : nil),
      ])
    try funder.write(to: &writer)
    try period.write(.period, to: &writer)
    if let replaces {
      try writer.empty(
        .replaces,
        [
          (.correctionNumber, String(replaces.correctionNumber)), (.submittedOn, replaces.submittedOn?.description),
        ])
    }
    try writer.element(.note, note)
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension ReportedProject {
  /// Reads a project of a report on money of `funder`.
  init(_ node: Node, funder: Funder) throws(Unreadable) {
    let money = MoneyReader(node)
    let status = try node.required(.status)
    guard let reached = ProjectStatus(rawValue: status.text) else {
      status.report(ExchangeCode.valueNotListed, Wording.valueNotTaken)
      throw Unreadable()
    }
    let project = Project(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), funder: funder,
      programme: node.text(.programme), nomination: node.text(.nomination),
      grantee: try Organisation(try node.required(.grantee)), currency: money.currency,
      applied: money.amount(.applied, in: node), awarded: money.amount(.awarded, in: node),
      coFinancing: money.amount(.coFinancing, in: node), agreement: try node.part(.agreement, Agreement.init),
      plannedPeriod: try node.part(.plannedPeriod, Period.init),
      actualPeriod: try node.part(.actualPeriod, Period.init),
      instalments: try node.list(.instalment) { node throws(Unreadable) in try Instalment(node, money) },
      expenses: try node.list(.expense) { node throws(Unreadable) in try Expense(node, money) },
      refunds: try node.list(.refund) { node throws(Unreadable) in try Refund(node, money) },
      indicators: try node.list(.indicator, Indicator.init),
      checkpoints: try node.list(.checkpoint, Checkpoint.init),
      moves: try node.list(.lineMove) { node throws(Unreadable) in try LineMove(node, money) },
      extensions: node.extensions)
    self.init(
      project: project, status: reached, statusDate: status.attribute(.date),
      inPeriod: try Turnover(try node.required(.inPeriod), money),
      cumulative: try Turnover(try node.required(.cumulative), money),
      ownSpent: money.amount(.ownSpent, in: node) ?? .zero,
      budget: try node.list(.budgetLine) { node throws(Unreadable) in try BudgetLineFact(node, money) },
      narrative: try node.list(.narrative, Narrative.init))
  }

  func write(to writer: inout Writer) throws {
    let currency = project.currency
    try writer.open(.project, [(.id, project.id.description)])
    try writer.element(.title, project.title)
    try project.grantee.write(.grantee, to: &writer)
    try writer.element(.programme, project.programme)
    try writer.element(.nomination, project.nomination)
    try project.agreement?.write(to: &writer)
    try writer.element(.status, status.rawValue, [(.date, statusDate?.description)])
    try writer.element(.applied, project.applied, currency)
    try writer.element(.awarded, project.awarded, currency)
    try writer.element(.coFinancing, project.coFinancing, currency)
    try project.plannedPeriod?.write(.plannedPeriod, to: &writer)
    try project.actualPeriod?.write(.actualPeriod, to: &writer)
    try inPeriod.write(.inPeriod, to: &writer, currency)
    try cumulative.write(.cumulative, to: &writer, currency, withBalance: true)
    if ownSpent != .zero { try writer.element(.ownSpent, ownSpent, currency) }
    for line in budget { try line.write(to: &writer, currency) }
    for instalment in project.instalments { try instalment.write(to: &writer, currency) }
    for expense in project.expenses { try expense.write(to: &writer, currency) }
    for refund in project.refunds { try refund.write(to: &writer, currency) }
    for indicator in project.indicators { try indicator.write(to: &writer) }
    for checkpoint in project.checkpoints { try checkpoint.write(to: &writer) }
    for move in project.moves { try move.write(to: &writer, currency) }
    for narrative in narrative { try narrative.write(to: &writer) }
    try writer.extensions(project.extensions)
    try writer.close()
  }
}

extension Turnover {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      received: try money.required(.received, in: node, isSigned: true),
      spent: try money.required(.spent, in: node, isSigned: true), refunded: try money.required(.refunded, in: node))
    if let stated = money.amount(.balance, in: node, isSigned: true), stated != balance {
      node.child(.balance)?.report(
        ExchangeCode.totalsDisagree, Wording.balanceDisagrees(stated: stated, computed: balance, money.currency),
        advice: Wording.mendBalance)
    }
  }

  func write(_ tag: Tag, to writer: inout Writer, _ currency: Currency, withBalance: Bool = false) throws {
    try writer.open(tag)
    try writer.element(.received, received, currency)
    try writer.element(.spent, spent, currency)
    try writer.element(.refunded, refunded, currency)
    if withBalance { try writer.element(.balance, balance, currency) }
    try writer.close()
  }
}

extension BudgetLineFact {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title),
      planned: try money.required(.planned, in: node), received: money.amount(.received, in: node, isSigned: true),
      spent: try money.required(.spent, in: node, isSigned: true),
      balance: try money.required(.balance, in: node, isSigned: true),
      own: try node.part(.own) { node throws(Unreadable) in try PlanAndFact(node, money) },
      divergenceReason: node.text(.divergenceReason))
    let stated = try node.part(.grant) { node throws(Unreadable) in try PlanAndFact(node, money) }
    if let stated, stated != grant {
      node.child(.grant)?.report(ExchangeCode.totalsDisagree, Wording.partsDisagree, advice: Wording.mendParts)
    }
  }

  func write(to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(.budgetLine, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.planned, planned, currency)
    try writer.element(.received, received, currency)
    try writer.element(.spent, spent, currency)
    try writer.element(.balance, balance, currency)
    try writer.element(.divergenceReason, divergenceReason)
    if let own {
      try grant.write(.grant, to: &writer, currency)
      try own.write(.own, to: &writer, currency)
    }
    try writer.close()
  }
}

extension PlanAndFact {
  init(_ node: Node, _ money: MoneyReader) throws(Unreadable) {
    self.init(
      planned: try money.required(.planned, in: node, isSigned: true),
      spent: try money.required(.spent, in: node, isSigned: true))
    if let stated = money.amount(.balance, in: node, isSigned: true), stated != balance {
      node.child(.balance)?.report(
        ExchangeCode.totalsDisagree, Wording.planLeftDisagrees(stated: stated, computed: balance, money.currency),
        advice: Wording.mendPlanLeft)
    }
  }

  func write(_ tag: Tag, to writer: inout Writer, _ currency: Currency) throws {
    try writer.open(tag)
    try writer.element(.planned, planned, currency)
    try writer.element(.spent, spent, currency)
    try writer.element(.balance, balance, currency)
    try writer.close()
  }
}
