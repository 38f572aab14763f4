import Contests
import Primitives
import Storage

extension Conformance {
  private static func sheet(_ juror: String, on entry: String, _ points: Int32, remark: String? = nil) throws
    -> ScoreSheet
  {
    ScoreSheet(
      id: try Sample.id("s-\(juror)"), juror: try Sample.id(juror), entry: try Sample.id(entry),
      date: try Sample.day("2020-04-01"),
      marks: [.init(criterion: try Sample.id("idea"), points: ExactDecimal(points))], remark: remark)
  }

  static let judging = [
    Check("sheets and recusals come back as they were put in") { store in
      try prepare(store)
      try store.write { session in
        let registrations = try ["a", "b"].map { try register(try Sample.bareEntry($0), in: session) }
        let contest = try Sample.id("snow-2020")
        func save(_ sheet: ScoreSheet) throws -> Saved {
          try session.judging.save(sheet, contest: contest, changedAt: try Sample.instant())
        }
        let first = try sheet("j2", on: "a", 8, remark: "ярко")
        try expect(try save(first), is: .added)
        try expect(try save(first), is: .unchanged)
        let other = try sheet("j1", on: "a", 3)
        try expect(try save(other), is: .added)
        let mended = try sheet("j2", on: "a", 7)
        try expect(try save(mended), is: .updated)
        try expect(try session.judging.sheets(of: contest), is: [other, mended])
        try expect(try session.judging.hasSheet(of: try Sample.id("j1"), on: registrations[0]))
        try expect(try !session.judging.hasSheet(of: try Sample.id("j1"), on: registrations[1]))

        let recusal = Recusal(
          id: try Sample.id("r"), juror: try Sample.id("j1"), entry: try Sample.id("b"),
          date: try Sample.day("2020-03-30"), reason: "родственник")
        func save(_ recusal: Recusal) throws -> Saved {
          try session.judging.save(recusal, contest: contest, changedAt: try Sample.instant())
        }
        try expect(try save(recusal), is: .added)
        try expect(try save(recusal), is: .unchanged)
        try expect(try session.judging.recusals(of: contest), is: [recusal])
        try expectRefusal(.missing("entry")) { _ = try save(try sheet("j1", on: "nobody", 1)) }
      }
    }
  ]
}
