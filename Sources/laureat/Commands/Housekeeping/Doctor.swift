import ArgumentParser
import Primitives
import Reports
import Storage

/// `laureat doctor`: whether the store is whole and its history is the one that was written.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(
      ru: "Проверить, цело ли хранилище и не подменена ли история.",
      en: "Check that the store is whole and its history is as it was written."),
    discussion: examples(["laureat doctor", "laureat doctor --json"]))

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.openStore()
    let (chain, unanswered, files) = try store.read { session in
      (try session.events.verify(), try session.messages.withoutReceipt(), try session.files.list())
    }
    let checks = [
      Check(
        name: "file", title: LocalizedText(ru: "файл хранилища", en: "the store's file"), faults: try store.faults()),
      Check(
        name: "history", title: LocalizedText(ru: "цепочка событий", en: "the chain of events"),
        faults: chain.faults.map { $0.text[Speech.language] }),
      Check(
        name: "receipts", title: LocalizedText(ru: "квитанции на принятое", en: "receipts for what was taken in"),
        faults: unanswered.map {
          local(ru: "нет квитанции на сообщение \($0)", en: "no receipt is kept for the message \($0)")
        }),
      Check(
        name: "files", title: LocalizedText(ru: "приложенные файлы", en: "attached files"),
        faults: common.shelf.faults(of: files).map { $0.text[Speech.language] }),
    ]
    try common.print(json(checks, chain), or: text(checks, chain))
    if checks.contains(where: { !$0.faults.isEmpty }) { throw ExitStatus.refused }
  }

  private struct Check {
    var name: String
    var title: LocalizedText
    var faults: [String]
  }

  private func json(_ checks: [Check], _ chain: ChainVerdict) -> JSON {
    [
      "ok": .bool(checks.allSatisfy(\.faults.isEmpty)), "events": .integer(chain.events),
      "unchained": .integer(chain.unchained), "head": JSON(chain.head?.hexadecimal),
      "checks": .array(
        checks.map { check in
          [
            "name": .string(check.name), "ok": .bool(check.faults.isEmpty),
            "faults": .array(check.faults.map { .string($0) }),
          ]
        }),
    ]
  }

  private func text(_ checks: [Check], _ chain: ChainVerdict) -> String {
    var lines = checks.flatMap { check in
      check.faults.isEmpty
        ? [local(ru: "в порядке: ", en: "sound: ") + check.title[Speech.language]]
        : [local(ru: "НЕ В ПОРЯДКЕ: ", en: "NOT SOUND: ") + check.title[Speech.language]]
          + check.faults.map { "  " + $0 }
    }
    lines.append(local(ru: "событий: \(chain.events)", en: "events: \(chain.events)"))
    if chain.unchained > 0 {
      lines.append(
        local(
          ru: "из них до начала цепочки: \(chain.unchained)", en: "from before there was a chain: \(chain.unchained)"))
    }
    if let head = chain.head {
      lines.append(
        local(
          ru:
            "последнее звено: \(head.hexadecimal)\n  (запишите его отдельно: по нему видно, что с тех пор ничего не отрезали)",
          en: "last link: \(head.hexadecimal)\n  (noted elsewhere, it shows that nothing was cut off since)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FileShelf.Fault {
  fileprivate var text: LocalizedText {
    switch self {
    case .missing(let file):
      LocalizedText(ru: "нет файла \(file.digest)", en: "the file \(file.digest) is missing")
    case .changed(let file):
      LocalizedText(ru: "файл \(file.digest) изменён", en: "the file \(file.digest) was changed")
    }
  }
}

extension ChainFault {
  fileprivate var text: LocalizedText {
    switch self {
    case .changed(let event):
      LocalizedText(
        ru: "событие № \(event) изменено после записи", en: "event no. \(event) was changed after it was written")
    case .broken(let event):
      LocalizedText(
        ru: "событие № \(event) не продолжает предыдущее: его подменили, вставили или вырезали соседнее",
        en: "event no. \(event) does not follow the one before it: one was replaced, put in or taken out")
    case .missing(let event):
      LocalizedText(ru: "события № \(event) нет", en: "event no. \(event) is missing")
    case .otherMessage(let event):
      LocalizedText(
        ru: "сообщение, о котором говорит событие № \(event), не то, что было принято или отправлено",
        en: "the message that event no. \(event) speaks of is not the one taken in or sent")
    }
  }
}
