import Grants
import Primitives
import Testing

struct GrantCodeTests {
  @Test func `no code stands for two things`() {
    #expect(Set(GrantCode.all).count == GrantCode.all.count)
  }

  @Test func `codes keep to the ranges of grants`() {
    for code in GrantCode.all {
      switch code.class {
      case .logic: #expect((100...199).contains(code.number))
      case .directory: #expect((20...39).contains(code.number))
      default: Issue.record("\(code) is of another class")
      }
    }
  }

  @Test func `published codes do not change`() {
    #expect(GrantCode.receivedBeyondAwarded.description == "GC-040-0100")
    #expect(GrantCode.spentBeyondReceived.description == "GC-040-0102")
    #expect(GrantCode.unknownBudgetLine.description == "GC-050-0020")
  }
}

struct ProjectLifecycleTests {
  @Test(arguments: [
    (ProjectStatus.planned, "applied awarded cancelled"), (.applied, "awarded cancelled declined"),
    (.awarded, "active agreementSigned cancelled"), (.agreementSigned, "active cancelled suspended terminated"),
    (.active, "closed reporting suspended terminated"), (.reporting, "active closed suspended terminated"),
    (.suspended, "active cancelled reporting terminated"), (.declined, ""), (.closed, ""), (.cancelled, ""),
    (.terminated, ""),
  ]) func `a project goes from plan to end`(status: ProjectStatus, successors: String) {
    #expect(status.successors.map(\.rawValue).sorted().joined(separator: " ") == successors)
  }

  @Test func `breaks need a reason`() {
    #expect(ProjectStatus.allCases.filter(\.needsReason) == [.declined, .suspended, .cancelled, .terminated])
    #expect(ProjectStatus.initial == .planned)
  }

  @Test func `the award day is the stated one, or the first day as awarded or later`() throws {
    var project = Project.clean.with { $0.awardedOn = nil }
    project.history = try StatusHistory([
      StatusChange(.applied, on: "2020-01-10"), StatusChange(.awarded, on: "2020-02-20"),
      StatusChange(.active, on: "2020-03-01"), StatusChange(.closed, on: "2020-12-01"),
    ])
    #expect(project.awardDay == "2020-02-20")
    #expect(project.endDay == "2020-12-01")
    #expect(project.with { $0.awardedOn = "2020-02-01" }.awardDay == "2020-02-01")
    project.history = Project.history([.applied, .declined])
    #expect(project.awardDay == nil)
    #expect(project.endDay == "2020-03-01")
  }
}
