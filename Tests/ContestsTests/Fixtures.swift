import Contests
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

extension Instant: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let instant = Instant(text) else { preconditionFailure("no instant: \(text)") }
    self = instant
  }
}

extension Organisation {
  static let city = Organisation(id: "RU-INN-4205123459", title: "Administration")
  static let school = Organisation(id: "school-7", title: "School 7")
}

extension Contest {
  /// An open contest that takes applications in two nominations; the jury fills the third from their entries.
  static let open = Contest(
    id: "teplo-2020", title: "Тепло твоих рук", year: 2020, organiser: .city,
    schedule: Schedule(opens: "2020-03-01", closes: "2020-03-31", judging: "2020-04-05", results: "2020-04-20"),
    nominations: [
      Nomination(
        id: "spring", title: "Весна",
        ageGroups: [
          AgeGroup(title: "7–10 лет", minimumAge: 7, maximumAge: 10), AgeGroup(title: "11+", minimumAge: 11),
        ],
        prizes: [
          Prize(rank: 1, title: "Диплом I степени"), Prize(rank: 2, title: "Диплом II степени", quantity: 2),
          Prize(title: "За оригинальность"),
        ]),
      Nomination(id: "eco", title: "Экодомик"),
      Nomination(id: "jury", title: "Специальный приз жюри", acceptsApplications: false),
    ],
    history: history([.announced, .open]))

  static func history(_ statuses: [ContestStatus]) -> StatusHistory<ContestStatus> {
    let changes = statuses.map { StatusChange($0, on: "2020-02-01", reason: "reason") }
    guard let history = try? StatusHistory(changes) else { preconditionFailure("illegal history") }
    return history
  }

  func with(_ change: (inout Contest) -> Void) -> Contest {
    var contest = self
    change(&contest)
    return contest
  }
}

extension Entry {
  /// An entry no rule objects to.
  static let clean = Entry(
    id: "a-1", contest: "teplo-2020", nomination: "spring", title: "Птичий дом", ageGroup: "7–10 лет",
    applicant: .organisation(.school), participants: Participants(count: 2),
    submittedAt: "2020-03-10T12:00:00+07:00", processingConsent: Consent(isGiven: true))

  func with(_ change: (inout Entry) -> Void) -> Entry {
    var entry = self
    change(&entry)
    return entry
  }
}

extension [Diagnostic] {
  /// The codes; the texts of every finding that a test provokes are looked at on the way.
  var codes: [Diagnostic.Code] {
    for finding in self { finding.checkStyle() }
    return map(\.code)
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
