import Contests
import Exchange
import Primitives

/// What is entered for a contest.
extension RandomValues {
  mutating func entry(in contest: Identifier) -> Entry {
    Entry(
      id: id(), contest: contest, nomination: maybe { $0.id() }, title: text(), description: maybe { $0.long() },
      ageGroup: maybe { $0.short() }, applicant: party(),
      participants: maybe { values in
        let people = values.list(0...3) { $0.person() }
        return Participants(count: people.count + values.number(0...9), people: people)
      },
      works: maybe { $0.number(0...9) }, leader: maybe { $0.text() }, territory: maybe { $0.territory() },
      district: maybe { $0.text() }, site: maybe { $0.text() }, submittedAt: instant(),
      correctionNumber: number(0...3), processingConsent: maybe { $0.consent() },
      publicationConsent: maybe { $0.consent() },
      attachments: list(0...2) { values in
        Attachment(
          name: values.text(), mediaType: "image/svg+xml", size: values.number(0...999_999_999_999_999),
          digest: values.digest())
      },
      previousStage: maybe { $0.previousStage() }, achievements: list(0...2) { $0.achievement() },
      extensions: maybe { $0.extensions() })
  }

  private mutating func consent() -> Consent { Consent(isGiven: chance(), date: maybe { $0.day() }) }

  private mutating func previousStage() -> PreviousStage {
    PreviousStage(
      contestTitle: text(), contest: maybe { $0.id() }, organiser: maybe { $0.text() }, entry: maybe { $0.id() },
      place: maybe { $0.number(1...9) }, prize: maybe { $0.text() },
      minutes: maybe { ProtocolReference(number: $0.short(), date: $0.day()) })
  }

  mutating func application(in contest: Identifier) -> Application {
    if number(0...3) > 0 { return .entry(entry(in: contest)) }
    return .withdrawal(Withdrawal(id: id(), date: maybe { $0.day() }, reason: text(), isErased: chance()))
  }
}
