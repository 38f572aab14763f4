import Grants
import Primitives
import Testing

/// What a report must explain beside what the rules find.
struct ReportFindingsTests {
  private func codes(_ kind: GrantReport.Kind, _ year: Int, today: Day, _ change: (inout Project) -> Void)
    -> [Diagnostic.Code]
  {
    Project.clean.with(change).findings(inReport: kind, on: Period(year: year), today: today).map(\.code)
  }

  @Test func `money left of a project that is over is told also before the end of the period`() {
    #expect(codes(.annual, 2021, today: "2021-06-01") { _ in } == [GrantCode.unspentNotReturned])
    #expect(codes(.annual, 2020, today: "2020-12-31") { _ in } == [])
    let returned = codes(.annual, 2021, today: "2021-06-01") {
      $0.refunds = [Refund(id: "r", direction: .toFunder, date: "2021-01-20", amount: 100)]
    }
    #expect(returned == [])
  }

  @Test func `a final report explains also whose money was spent against the plan`() {
    func codes(_ change: (inout BudgetLine) -> Void) -> [Diagnostic.Code] {
      self.codes(.final, 2020, today: "2020-12-31") {
        $0.budget[0].planned = 300
        change(&$0.budget[0])
      }
    }
    #expect(codes { _ in } == [])
    #expect(codes { $0.own = 0 } == [])
    let swapped = codes {
      $0.requested = 100
      $0.own = 200
    }
    #expect(swapped == [GrantCode.lineOverspent, GrantCode.divergenceWithoutReason])
    let reasoned = codes {
      $0.requested = 100
      $0.own = 200
      $0.divergenceReason = "письмо фонда"
    }
    #expect(reasoned == [GrantCode.lineOverspent])
  }
}
