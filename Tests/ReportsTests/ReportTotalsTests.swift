import Grants
import Primitives
import SeededGenerator
import Testing

@testable import Reports

/// Whatever the ledger holds, the report adds up to it.
struct ReportTotalsTests {
  private func project(_ random: inout SplitMix64) throws -> Project {
    var project = try Fixture.project("p", "П", ("f", "Ф"), ("g", "Г"), awarded: "9999999.00", on: "2019-01-01")
    func amount(_ random: inout SplitMix64) -> Amount {
      Amount(minorUnits: Int128(Int.random(in: 1...9_999_999, using: &random)))
    }
    func day(_ random: inout SplitMix64) throws -> Day {
      try Fixture.day(
        "20\(Int.random(in: 19...21, using: &random))-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
      )
    }
    let lines: [Identifier] = try (0..<Int.random(in: 0...4, using: &random)).map { try Fixture.id("l\($0)") }
    project.budget = lines.map { line in
      let own = Bool.random(using: &random) ? amount(&random) : nil
      return BudgetLine(id: line, title: "Статья \(line)", planned: (own ?? .zero) + amount(&random), own: own)
    }
    for number in 0..<Int.random(in: 0...40, using: &random) {
      let id = try Fixture.id("x\(number)")
      let line = Bool.random(using: &random) ? lines.randomElement(using: &random) : nil
      switch Int.random(in: 0...3, using: &random) {
      case 0:
        let received = amount(&random)
        project.instalments.append(
          Instalment(
            id: id, receivedOn: try day(&random), received: received,
            shares: line.map { [InstalmentShare(line: $0, amount: received)] } ?? []))
      case 1:
        project.refunds.append(
          Refund(
            id: id, direction: Bool.random(using: &random) ? .toFunder : .fromPayee, date: try day(&random),
            amount: amount(&random), line: line))
      default:
        project.expenses.append(
          Expense(
            id: id, date: try day(&random), amount: amount(&random),
            source: Int.random(in: 0...3, using: &random) == 0 ? .own : .grant, line: line))
      }
    }
    return project
  }

  @Test(arguments: 1...200)
  func `totals are the sums of what is in the ledger`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let project = try project(&random)
    let period = Period(year: 2020)
    let reported = ReportedProject(project, in: period)
    func sum(_ days: (Day) -> Bool) -> (received: Int128, spent: Int128, refunded: Int128) {
      var sums: (received: Int128, spent: Int128, refunded: Int128) = (0, 0, 0)
      for part in project.instalments where part.receivedOn.map(days) == true {
        sums.received += part.received?.minorUnits ?? 0
      }
      for expense in project.expenses where days(expense.date) && expense.source == .grant {
        sums.spent += expense.amount.minorUnits
      }
      for refund in project.refunds where days(refund.date) {
        if refund.direction == .toFunder {
          sums.refunded += refund.amount.minorUnits
        } else {
          sums.spent -= refund.amount.minorUnits
        }
      }
      return sums
    }
    let year = sum { $0.year == 2020 }
    let toEnd = sum { $0.year <= 2020 }
    for (turnover, sums) in [(reported.inPeriod, year), (reported.cumulative, toEnd)] {
      #expect(turnover.received.minorUnits == sums.received)
      #expect(turnover.spent.minorUnits == sums.spent)
      #expect(turnover.refunded.minorUnits == sums.refunded)
      #expect(turnover.balance.minorUnits == sums.received - sums.spent - sums.refunded)
    }
    // The financial part: each column is the sum of its rows, whoever's money it is.
    let own = project.expenses.filter { $0.source == .own && $0.date.year <= 2020 }.map(\.amount.minorUnits).reduce(
      0, +)
    #expect(reported.ownSpent.minorUnits == own)
    let table = reported.budgetTable("", .russian)
    // What was spent is told also where there is no budget.
    #expect(table != nil || project.budget.isEmpty && toEnd.spent == 0 && own == 0)
    if let table {
      func column(_ number: Int, _ rows: some Sequence<Table.Row>) -> Int128 {
        rows.reduce(0) { sum, row in
          guard case .amount(let amount) = row.cells[number] else { return sum }
          return sum + amount.minorUnits
        }
      }
      let lines = table.rows.filter { $0.kind != .part && $0.kind != .total }
      let total = try #require(table.rows.first { $0.kind == .total })
      for number in [1, 3, 4, 5] { #expect(column(number, lines) == column(number, [total])) }
      #expect(column(3, [total]) == toEnd.spent + own)
      let ownInYear = project.expenses.filter { $0.source == .own && $0.date.year == 2020 }.map(\.amount.minorUnits)
      #expect(column(4, [total]) == year.spent + ownInYear.reduce(0, +))
      #expect(column(5, [total]) == column(1, [total]) - column(3, [total]))
      #expect(column(2, [total]) == toEnd.received - toEnd.refunded)
      if lines.contains(where: { $0.cells[2] != .missing }) { #expect(column(2, lines) == column(2, [total])) }
      let parts = table.rows.filter { $0.kind == .total }.dropFirst()
      let hasOwn = own != 0 || reported.budget.contains { $0.own != nil }
      #expect(parts.map { column(3, [$0]) } == (hasOwn ? [toEnd.spent, own] : []))
    }
    let bought = project.expenses.filter { $0.date.year == 2020 && $0.source == .grant }.map(\.amount.minorUnits)
    let returned = project.refunds.filter { $0.date.year == 2020 && $0.direction == .fromPayee }.map(
      \.amount.minorUnits)
    if let register = reported.expenses("", .russian) {
      let totals = register.rows.filter { $0.kind == .total }.map(\.cells)
      let spent = bought.reduce(0, +)
      #expect(
        totals.first { $0.first == .text("Итого за счёт гранта") }?.last == .amount(Amount(minorUnits: spent)))
      #expect(totals.last?.last == .amount(Amount(minorUnits: spent - returned.reduce(0, +))))
    }
  }
}
