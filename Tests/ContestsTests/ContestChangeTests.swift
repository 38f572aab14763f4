import Contests
import Primitives
import Testing

/// What may change in a contest whose work has begun.
struct ContestChangeTests {
  private static let before = Contest.open.with {
    $0.criteria = [Criterion(id: "idea", title: "Идея", maximum: ExactDecimal(10))]
  }

  private func codes(
    entered: Set<Identifier> = [], hasSheets: Bool = false, _ change: (inout Contest) -> Void
  ) -> [Diagnostic.Code] {
    ContestChange(from: Self.before, to: Self.before.with(change)).findings(entered: entered, hasSheets: hasSheets)
      .map(\.code)
  }

  @Test func `a nomination that entries stand in stays`() {
    #expect(codes(entered: ["spring"]) { $0.nominations.removeFirst() } == [ContestCode.unknownNomination])
    #expect(codes(entered: ["eco"]) { $0.nominations.removeFirst() } == [])
  }

  @Test func `once there are points, they go on to count alike`() {
    #expect(codes(hasSheets: true) { $0.criteria[0].maximum = ExactDecimal(5) } == [ContestCode.rulesInUse])
    #expect(codes(hasSheets: true) { $0.rules.aggregation = .sum } == [ContestCode.rulesInUse])
    #expect(codes(hasSheets: false) { $0.criteria[0].maximum = ExactDecimal(5) } == [])
    #expect(codes(hasSheets: true) { $0.schedule.closes = "2020-04-01" } == [])
  }
}
