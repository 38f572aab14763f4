import Contests
import Primitives

/// Contests and what belongs to them.
extension RandomValues {
  mutating func prize() -> Prize {
    Prize(rank: maybe { $0.number(1...3) }, title: text(), quantity: number(1...5), value: maybe { $0.money() })
  }

  mutating func nomination() -> Nomination {
    Nomination(
      id: id(), title: text(), description: maybe { $0.long() }, acceptsApplications: chance(),
      ageGroups: list(0...2) { values in
        AgeGroup(
          title: values.short(), minimumAge: values.maybe { $0.number(0...9) },
          maximumAge: values.maybe { $0.number(10...99) })
      },
      prizes: list(0...2) { $0.prize() }, minimumEntries: maybe { $0.number(0...9) }, passMark: maybe { $0.decimal() })
  }

  mutating func criterion() -> Criterion {
    Criterion(
      id: id(), title: text(), weight: maybe { $0.decimal() }, maximum: decimal(), nominations: list(0...2) { $0.id() })
  }

  mutating func juror() -> Juror {
    Juror(
      id: id(), name: text(), role: any(Juror.Role.allCases), post: maybe { $0.text() },
      nominations: list(0...2) { $0.id() })
  }

  mutating func rules() -> ContestRules {
    ContestRules(
      aggregation: any(ContestRules.Aggregation.allCases),
      tieBreaks: list(0...2) { $0.any(ContestRules.TieBreak.allCases) },
      sharesPlaces: chance(), placesByAgeGroup: chance(), oneWinPerParticipant: chance(),
      quorum: maybe { $0.fixed(Quorum(2, of: 3)) },
      passMark: maybe { $0.decimal() }, minimumEntries: maybe { $0.number(0...9) }, isBlind: chance(),
      publication: any(ContestRules.Publication.allCases))
  }

  mutating func contest() -> Contest {
    Contest(
      id: id(), title: text(), edition: maybe { $0.short() }, year: number(1990...2099), level: any(Level.allCases),
      organiser: organisation(), territory: maybe { $0.territory() },
      programme: maybe { values in
        MunicipalProgramme(
          title: values.text(), period: values.maybe { $0.period() }, approvedOn: values.maybe { $0.day() })
      },
      approvingAct: maybe { $0.approvingAct() },
      stageOf: maybe { values in LargerContest(id: values.maybe { $0.id() }, title: values.text()) },
      description: maybe { $0.long() }, eligibility: maybe { $0.long() },
      schedule: Schedule(
        opens: maybe { $0.day() }, closes: maybe { $0.day() }, judging: maybe { $0.day() }, results: maybe { $0.day() }),
      prizeFund: maybe { $0.money() }, nominations: list(0...3) { $0.nomination() }, prizes: list(0...2) { $0.prize() },
      criteria: list(0...3) { $0.criterion() }, jury: list(0...3) { $0.juror() },
      rules: chance() ? rules() : ContestRules(), achievements: list(0...2) { $0.achievement() }, history: history(),
      extensions: maybe { $0.extensions() })
  }
}
