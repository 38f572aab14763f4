import Contests
import Primitives

/// What a jury gives and what its protocol says.
extension RandomValues {
  mutating func scoreSheet() -> ScoreSheet {
    ScoreSheet(
      id: id(), juror: id(), entry: id(), date: day(),
      marks: list(1...4) { .init(criterion: $0.id(), points: $0.decimal()) }, remark: maybe { $0.long() },
      extensions: maybe { $0.extensions() })
  }

  mutating func recusal() -> Recusal {
    Recusal(
      id: id(), juror: id(), entry: id(), date: day(), reason: text(), extensions: maybe { $0.extensions() })
  }

  mutating func minutes() -> ResultsProtocol {
    ResultsProtocol(
      number: short(), date: day(), contest: maybe { $0.id() }, contestTitle: text(), organiser: organisation(),
      level: any(Level.allCases), year: number(1990...2099),
      attendance: list(0...3) { values in
        .init(
          juror: values.maybe { $0.id() }, name: values.text(), role: values.any(Juror.Role.allCases),
          post: values.maybe { $0.text() }, isPresent: values.chance())
      },
      quorum: maybe { $0.fixed(Quorum(1, of: 2)) }, received: maybe { $0.number(0...99) },
      admitted: maybe { $0.number(0...99) }, rejected: maybe { $0.number(0...99) },
      decisions: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, outcome: values.any(NominationOutcome.allCases),
          withheld: values.maybe { $0.list(1...2) { $0.number(1...9) } }, note: values.maybe { $0.text() })
      },
      tieDecisions: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, method: values.any(ContestRules.TieBreak.allCases),
          entries: values.list(1...3) { $0.id() }, reason: values.maybe { $0.text() })
      },
      approvingAct: maybe { $0.approvingAct() }, rules: maybe { $0.chance() ? $0.rules() : ContestRules() },
      nominations: list(0...2) { $0.nomination() }, prizes: list(0...2) { $0.prize() },
      criteria: list(0...2) { $0.criterion() }, jury: list(0...2) { $0.juror() },
      signatories: list(0...2) { values in .init(name: values.text(), post: values.maybe { $0.text() }) },
      achievements: list(0...2) { $0.achievement() }, scoresDigest: maybe { $0.digest() },
      extensions: maybe { $0.extensions() })
  }

  mutating func result() -> ProtocolResult {
    ProtocolResult(
      id: id(), nomination: maybe { $0.id() }, nominationTitle: maybe { $0.text() }, ageGroup: maybe { $0.short() },
      title: maybe { $0.text() }, applicant: maybe { $0.text() }, source: maybe { .init(sender: $0.id(), id: $0.id()) },
      territory: maybe { $0.territory() }, isAdmitted: chance(),
      reason: maybe { $0.text() }, total: maybe { $0.decimal() },
      scores: list(0...2) { values in
        .init(
          juror: values.id(), marks: values.list(0...2) { .init(criterion: $0.id(), points: $0.decimal()) },
          total: values.decimal(), digest: values.maybe { $0.digest() })
      }, sharedParticipants: list(0...2) { $0.number(1...99) }, hasWonBefore: chance(),
      awards: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, place: values.maybe { $0.number(1...9) },
          prize: values.maybe { $0.text() })
      },
      earlierPlaces: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, place: values.maybe { $0.number(1...9) },
          prize: values.maybe { $0.text() }, minutes: values.short(),
          revocation: values.maybe { .init(date: $0.day(), ground: $0.any(RevocationGround.allCases)) },
          movedUpBy: values.maybe { $0.short() })
      },
      outOf: maybe { $0.number(1...99) }, submitted: maybe { $0.number(0...99) }, selected: maybe { $0.number(0...99) },
      note: maybe { $0.long() }, achievements: list(0...2) { $0.achievement() }, extensions: maybe { $0.extensions() })
  }
}
