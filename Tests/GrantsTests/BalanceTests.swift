import Grants
import Primitives
import SeededGenerator
import Testing

struct BalanceTests {
  @Test func `received and spent are net of refunds, and own money is neither`() {
    let project = Project.clean.with {
      $0.expenses.append(Expense(id: "e-3", date: "2020-05-02", amount: 999, source: .own))
      $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-09-01", planned: 400))
      $0.refunds = [
        Refund(id: "r-1", direction: .toFunder, date: "2020-06-01", amount: 50),
        Refund(id: "r-2", direction: .fromPayee, date: "2020-06-02", amount: 20),
      ]
    }
    let balance = project.balance()
    #expect(balance.received == 550)
    #expect(balance.spent == 480)
    #expect(balance.balance == 70)
  }

  @Test func `a period takes the events dated in it`() {
    let april = Project.clean.balance(in: Period(start: "2020-04-01", end: "2020-04-30"))
    #expect(april == Balance(received: 600, spent: 300))
    let may = Project.clean.balance(in: Period(start: "2020-05-01", end: nil))
    #expect(may == Balance(received: 0, spent: 200))
    #expect(may.balance == -200)
  }

  @Test func `for any movements received is spent and balance, and periods add up`() throws {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<100 {
      var project = Project.clean.with {
        $0.instalments = []; $0.expenses = []
      }
      var expected = Int128(0)
      for index in 0..<Int.random(in: 0...60, using: &generator) {
        let id = Identifier(stringLiteral: "m-\(index)")
        let day = try #require(Day(daysSince1970: Int.random(in: 18_262...18_992, using: &generator)))
        let amount = Amount(minorUnits: Int128(Int64.random(in: 1...1_000_000_000, using: &generator)))
        switch Int.random(in: 0...4, using: &generator) {
        case 0:
          project.instalments.append(Instalment(id: id, receivedOn: day, received: amount))
          expected += amount.minorUnits
        case 1:
          project.expenses.append(Expense(id: id, date: day, amount: amount))
          expected -= amount.minorUnits
        case 2:
          project.refunds.append(Refund(id: id, direction: .toFunder, date: day, amount: amount))
          expected -= amount.minorUnits
        case 3:
          project.refunds.append(Refund(id: id, direction: .fromPayee, date: day, amount: amount))
          expected += amount.minorUnits
        default: project.expenses.append(Expense(id: id, date: day, amount: amount, source: .own))
        }
      }
      let whole = project.balance()
      #expect(whole.received == whole.spent + whole.balance)
      #expect(whole.balance.minorUnits == expected)
      let turnover = project.turnover(in: Period(start: nil, end: nil))
      #expect(turnover.received == turnover.spent + turnover.refunded + turnover.balance)
      #expect(turnover.received == project.instalments.compactMap(\.received).sum())
      #expect(turnover.balance == whole.balance)
      let years = [2020, 2021].map { project.balance(in: Period(year: $0)) }
      #expect(years.map(\.received).sum() == whole.received)
      #expect(years.map(\.spent).sum() == whole.spent)
    }
  }
}
