import Primitives
import Reports
import Storage

// A message in the words of the office, and with the keys that scripts rely on.

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
