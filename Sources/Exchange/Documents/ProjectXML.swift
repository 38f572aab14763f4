internal import Grants
internal import Primitives

extension Project {
  /// Reads a project. The first amount gives the currency; any other currency in the record is reported.
  init(_ node: Node) throws(Unreadable) {
    let money = MoneyReader(node)
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), description: node.text(.description),
      funder: try Funder(try node.required(.funder)), programme: node.text(.programme),
      nomination: node.text(.nomination), grantee: try Organisation(try node.required(.grantee)),
      territory: try node.part(.territory, Territory.init), currency: money.currency,
      applied: money.amount(.applied, in: node), awarded: money.amount(.awarded, in: node),
      coFinancing: money.amount(.coFinancing, in: node), awardedOn: node.value(.awardedOn),
      agreement: try node.part(.agreement, Agreement.init),
      plannedPeriod: try node.part(.plannedPeriod, Period.init),
      actualPeriod: try node.part(.actualPeriod, Period.init),
      history: try StatusHistory(node.child(.statusHistory)),
      budget: try node.list(.budgetLine) { node throws(Unreadable) in try BudgetLine(node, money) },
      instalments: try node.list(.instalment) { node throws(Unreadable) in try Instalment(node, money) },
      expenses: try node.list(.expense) { node throws(Unreadable) in try Expense(node, money) },
      refunds: try node.list(.refund) { node throws(Unreadable) in try Refund(node, money) },
      indicators: try node.list(.indicator, Indicator.init),
      checkpoints: try node.list(.checkpoint, Checkpoint.init),
      moves: try node.list(.lineMove) { node throws(Unreadable) in try LineMove(node, money) },
      texts: try node.list(.narrative, ProjectText.init),
      extensions: node.extensions)
    checkStatedTotals(node, money)
  }

  /// Totals in a document are control figures: they must agree with the movements below them.
  private func checkStatedTotals(_ node: Node, _ money: MoneyReader) {
    guard let totals = node.child(.totals) else { return }
    let balance = balance()
    for (tag, figure, name) in [
      (Tag.received, balance.received, Wording.received), (.spent, balance.spent, Wording.spent),
    ] {
      guard let stated = money.amount(tag, in: totals), stated != figure else { continue }
      totals.child(tag)?.report(
        ExchangeCode.totalsDisagree,
        Wording.totalDisagrees(name, stated: stated, computed: figure, money.currency), advice: Wording.mendTotals)
    }
  }

  /// - Throws: ``Diagnostic`` when the project has no status with a day, which the schema asks for.
  func write(to writer: inout Writer) throws {
    guard !history.changes.isEmpty else { throw Wording.historyMissing(record: id.description) }
    try writer.open(.project, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.description, description)
    try funder.write(to: &writer)
    try writer.element(.programme, programme)
    try writer.element(.nomination, nomination)
    try grantee.write(.grantee, to: &writer)
    try territory?.write(to: &writer)
    try writer.element(.applied, applied, currency)
    try writer.element(.awarded, awarded, currency)
    try writer.element(.coFinancing, coFinancing, currency)
    try writer.element(.awardedOn, awardedOn)
    try agreement?.write(to: &writer)
    try plannedPeriod?.write(.plannedPeriod, to: &writer)
    try actualPeriod?.write(.actualPeriod, to: &writer)
    try history.write(to: &writer)
    try writeTotals(to: &writer)
    for line in budget { try line.write(to: &writer, currency) }
    for instalment in instalments { try instalment.write(to: &writer, currency) }
    for expense in expenses { try expense.write(to: &writer, currency) }
    for refund in refunds { try refund.write(to: &writer, currency) }
    for indicator in indicators { try indicator.write(to: &writer) }
    for checkpoint in checkpoints { try checkpoint.write(to: &writer) }
    for move in moves { try move.write(to: &writer, currency) }
    for text in texts { try text.write(to: &writer) }
    try writer.extensions(extensions)
    try writer.close()
  }

  /// An overdrawn ledger has no totals: a negative amount has no form in the exchange.
  private func writeTotals(to writer: inout Writer) throws {
    let balance = balance()
    guard balance.received >= .zero, balance.spent >= .zero else { return }
    try writer.open(.totals)
    try writer.element(.received, balance.received, currency)
    try writer.element(.spent, balance.spent, currency)
    try writer.close()
  }
}

/// Reads the amounts of one project, which are all in one currency.
final class MoneyReader {
  let currency: Currency

  /// The currency of the first amount in the order of the document; roubles where there is none.
  init(_ node: Node) {
    currency = node.firstCurrency ?? .rouble
  }

  func amount(_ tag: Tag, in node: Node, isSigned: Bool = false) -> Amount? {
    guard let money = node.money(tag, isSigned: isSigned) else { return nil }
    if money.currency != currency {
      node.child(tag)?.report(
        ExchangeCode.currenciesDiffer, Wording.currenciesDiffer(money.currency, currency), advice: Wording.oneCurrency)
    }
    return money.amount
  }

  func required(_ tag: Tag, in node: Node, isSigned: Bool = false) throws(Unreadable) -> Amount {
    _ = try node.required(tag)
    guard let amount = amount(tag, in: node, isSigned: isSigned) else { throw Unreadable() }
    return amount
  }
}

extension Funder {
  init(_ node: Node) throws(Unreadable) {
    self.init(id: try node.requiredAttribute(.id), title: try node.requiredText(.title))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.funder, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.close()
  }
}

extension Agreement {
  init(_ node: Node) throws(Unreadable) {
    self.init(number: node.attribute(.number), date: try node.requiredAttribute(.date))
  }

  func write(to writer: inout Writer) throws {
    try writer.empty(.agreement, [(.number, number), (.date, date.description)])
  }
}
