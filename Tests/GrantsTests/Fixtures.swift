import Grants
public import Primitives
import Testing

// In tests a day or an identifier that cannot be read is a slip of the author: it stops the run.
extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
    self = day
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let identifier = Identifier(text) else { preconditionFailure("no identifier: \(text)") }
    self = identifier
  }
}

extension Amount: ExpressibleByIntegerLiteral {
  /// Whole roubles.
  public init(integerLiteral roubles: Int) {
    self.init(minorUnits: Int128(roubles) * 100)
  }
}

extension Project {
  /// An active project no rule objects to: 1000 awarded, 600 received, 500 spent.
  static let clean = Project(
    id: "p-1", title: "Проект", funder: Funder(id: "fund", title: "Фонд"),
    grantee: Organisation(id: "centre", title: "Центр"), applied: 1000, awarded: 1000, awardedOn: "2020-03-01",
    agreement: Agreement(date: "2020-03-10"), plannedPeriod: Period(start: "2020-03-01", end: "2020-12-31"),
    history: history([.applied, .awarded, .active]),
    budget: [
      BudgetLine(id: "l-1", title: "Материалы", planned: 800), BudgetLine(id: "l-2", title: "Прочее", planned: 200),
    ],
    instalments: [
      Instalment(id: "i-1", plannedOn: "2020-04-01", planned: 600, receivedOn: "2020-04-02", received: 600)
    ],
    expenses: [
      Expense(id: "e-1", date: "2020-04-02", amount: 300, line: "l-1", document: PaymentDocument(number: "1")),
      Expense(id: "e-2", date: "2020-05-01", amount: 200, line: "l-2", document: PaymentDocument(number: "2")),
    ])

  static func history(_ statuses: [ProjectStatus]) -> StatusHistory<ProjectStatus> {
    let changes = statuses.map { StatusChange($0, on: "2020-03-01", reason: "reason") }
    guard let history = try? StatusHistory(changes) else { preconditionFailure("illegal history") }
    return history
  }

  func with(_ change: (inout Project) -> Void) -> Project {
    var project = self
    change(&project)
    return project
  }
}

extension Diagnostic {
  /// Texts stand within a line: they begin with a small letter and end without a full stop.
  func checkStyle() {
    for text in [message, advice].compactMap({ $0 }).flatMap({ [$0.russian, $0.english] }) {
      #expect(text.first?.isUppercase == false && text.last != "." && !text.contains(". "), "\(text)")
    }
  }
}
