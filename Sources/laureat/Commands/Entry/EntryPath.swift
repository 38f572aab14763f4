import Contests
import Primitives
import Reports
import Storage

/// What became of an entry: the messages it came in and went out with, what it reached elsewhere, and whether its people
/// were erased.
struct EntryPath {
  let outcomes: [Outcome]
  let erasure: Erasure?
  /// How many of its attached files are at hand.
  let filesHere: Int
  private let previousStage: PreviousStage?
  private let receivedIn: [StoredMessage]
  private let sentIn: [Dispatch]

  init(_ stored: StoredEntry, in contest: Contest, _ session: Session) throws {
    let registration = stored.registration
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
    let title = answer.status.title
    return LocalizedText(
      ru: ([title.russian + number] + reasons.map(\.russian)).joined(separator: "; "),
      en: ([title.english + number] + reasons.map(\.english)).joined(separator: "; "))
  }
}

extension StoredMessage {
  /// Which message, when, and to whom or from whom.
  var line: String {
    let other =
      direction == .outgoing
      ? recipient.map { local(ru: ", получатель \($0)", en: ", to \($0)") } ?? ""
      : local(ru: ", отправитель \(sender.id)", en: ", from \(sender.id)")
    let file = fileName.map { ", \($0)" } ?? ""
    return "\(messageID), \(Format.moment(createdAt, Speech.language))\(other)\(file)"
  }

  /// A message as what carried an entry.
  var jsonOfCarrier: JSON {
    [
      "messageID": .string(messageID), "document": .string(document), "sender": .string(sender.id.description),
      "recipient": JSON(recipient?.description), "createdAt": JSON(createdAt), "file": JSON(fileName),
    ]
  }
}
