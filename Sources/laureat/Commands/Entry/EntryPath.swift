import Contests
import Primitives
import Reports
import Storage

/// What became of an entry: the messages it came in and went out with, what it reached elsewhere, and whether its people
/// were erased.
struct EntryPath {
  /// What the jury gave it in its own contest, revoked or not, in the order of the decisions.
  let awards: [StoredWinner]
  let outcomes: [Outcome]
  let erasure: Erasure?
  /// How many of its attached files are at hand.
  let filesHere: Int
  private let contest: Contest
  private let entry: Entry
  private let previousStage: PreviousStage?
  private let receivedIn: [StoredMessage]
  private let sentIn: [Dispatch]

  init(_ stored: StoredEntry, in contest: Contest, _ session: Session) throws {
    let registration = stored.registration
    self.contest = contest
    entry = stored.entry
    awards = try session.winners.list(contest: contest.id).filter { $0.registration == registration }
      .sorted { $0.id < $1.id }
    outcomes = try session.outcomes(of: stored, in: contest)
    erasure = try session.erasures.find(registration)
    filesHere = try stored.entry.attachments.count { try session.files.has($0) }
    previousStage = stored.entry.previousStage
    receivedIn = try session.messages.bringing(registration)
    sentIn = try session.sent.dispatches(of: registration, named: stored.namesInMessages)
  }

  /// What `entry show` tells beside the entry itself.
  var json: [String: JSON] {
    [
      "ageGroup": JSON(entry.ageGroup), "institution": JSON(entry.institutions.joined),
      "leader": JSON(entry.leaders.joined),
      "awards": .array(
        awards.map { award in
          [
            "nomination": JSON(award.winner.nomination), "ageGroup": JSON(award.ageGroup(in: contest)),
            "place": JSON(award.winner.place), "prize": JSON(award.winner.prize),
            "protocol": .string(award.winner.minutes.number), "date": JSON(award.winner.minutes.date),
            "revokedOn": JSON(award.revoked?.date), "ground": JSON(award.revoked?.ground.rawValue),
          ]
        }),
      "previousStage": previousStage?.json ?? .null,
      "receivedIn": .array(receivedIn.map(\.jsonOfCarrier)),
      "sentIn": .array(sentIn.map { $0.message.jsonOfCarrier.adding(["answer": $0.answer?.json ?? .null]) }),
    ]
  }

  /// The messages; nil where there were none.
  var section: Document.Section? {
    var blocks: [Document.Block] = []
    if !receivedIn.isEmpty {
      blocks.append(.list(lead: local(ru: "Заявка пришла", en: "The entry came in"), receivedIn.map(\.line)))
    }
    if !sentIn.isEmpty {
      blocks.append(
        .list(
          lead: local(ru: "Заявка отправлена", en: "The entry went out in"),
          sentIn.map { "\($0.message.line): \($0.state[Speech.language])" }))
    }
    return blocks.isEmpty ? nil : Document.Section(local(ru: "Сообщения", en: "Messages"), blocks)
  }
}

extension Entry {
  /// Of the applicant and the participants, each once.
  var institutions: [String] { distinct(people.compactMap(\.institution)) }
  var leaders: [String] { distinct([leader].compactMap { $0 } + people.compactMap(\.leader)) }

  private func distinct(_ names: [String]) -> [String] {
    names.reduce(into: []) { kept, name in if !kept.contains(name) { kept.append(name) } }
  }
}

extension [String] {
  /// Nil where there are none.
  var joined: String? { isEmpty ? nil : joined(separator: "; ") }
}

extension PreviousStage {
  fileprivate var json: JSON {
    [
      "contest": JSON(contest), "title": .string(contestTitle), "organiser": JSON(organiser), "entry": JSON(entry),
      "place": JSON(place), "prize": JSON(prize), "protocol": JSON(minutes?.number), "date": JSON(minutes?.date),
    ]
  }
}

extension StoredEntry {
  /// What the entry may be called in messages that carry it: its own identifier, or that of the next stage.
  var namesInMessages: [Identifier] { [exchangeID] + [NextStage.id(of: registration)].compactMap { $0 } }
}

extension Dispatch {
  /// How the other side answered on the entry, in a few words.
  fileprivate var state: LocalizedText {
    guard let answer else {
      return message.isAnswered
        ? LocalizedText(ru: "в квитанции не названа", en: "the receipt does not name it")
        : LocalizedText(ru: "квитанции ещё нет", en: "not answered yet")
    }
    let number = answer.registration.map { " (\($0))" } ?? ""
    let reasons = answer.reasons.map { reason in
      LocalizedText(ru: "\(reason.ru) [\(reason.code)]", en: "\(reason.en) [\(reason.code)]")
    }
    func line(_ language: Language) -> String {
      ([Format.name(answer.status, language) + number] + reasons.map { $0[language] }).joined(separator: "; ")
    }
    return LocalizedText(ru: line(.russian), en: line(.english))
  }
}
