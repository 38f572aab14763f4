import Contests
import Primitives
import Testing

struct ContestCodeTests {
  @Test func `no code stands for two things`() {
    #expect(Set(ContestCode.all).count == ContestCode.all.count)
  }

  @Test func `codes keep to the ranges of contests`() {
    for code in ContestCode.all {
      switch code.class {
      case .logic: #expect((1...99).contains(code.number) || (300...399).contains(code.number))
      case .directory: #expect((1...19).contains(code.number))
      default: Issue.record("\(code) is of another class")
      }
    }
  }

  @Test func `published codes do not change`() {
    #expect(ContestCode.submittedLate.description == "GC-040-0001")
    #expect(ContestCode.unknownContest.description == "GC-050-0001")
    #expect(ContestCode.unknownNomination.description == "GC-050-0002")
    #expect(ContestCode.unknownEntry.description == "GC-050-0003")
    #expect(ContestCode.unknownJuror.description == "GC-050-0004")
    #expect(ContestCode.unknownCriterion.description == "GC-050-0005")
  }
}
