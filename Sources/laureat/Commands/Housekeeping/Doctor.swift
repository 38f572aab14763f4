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

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Убрать приложенные файлы, о которых хранилище не знает.",
        en: "Remove attached files that the store does not know of.")))
  var clean = false

  func run() throws {
    let store = try common.openStore()
    if clean { try common.shelf.sweep(for: store) }
    let checks = [Check(.file, try store.faults().map(Diagnostic.file))]
    let (chain, unanswered, files) = try store.read { session in
      (try session.events.verify(), try session.messages.withoutReceipt(), try session.files.list())
    }
    let all =
      checks + [
        Check(.history, chain.faults.map(\.diagnostic)), Check(.receipts, unanswered.map(Diagnostic.noReceipt)),
        Check(.files, common.shelf.faults(of: files).map(\.diagnostic)),
      ]
    try common.print(json(all, chain), or: text(all, chain))
    if all.contains(where: { !$0.faults.isEmpty }) { throw ExitStatus.refused }
  }

  /// What is looked at.
  private enum Part: String {
    case file, history, receipts, files

    var title: LocalizedText {
      switch self {
      case .file: LocalizedText(ru: "файл хранилища", en: "the store's file")
      case .history: LocalizedText(ru: "цепочка событий", en: "the chain of events")
      case .receipts: LocalizedText(ru: "квитанции на принятое", en: "receipts for what was taken in")
      case .files: LocalizedText(ru: "приложенные файлы", en: "attached files")
      }
    }
  }

  private struct Check {
    var part: Part
    var faults: [Diagnostic]

    init(_ part: Part, _ faults: [Diagnostic]) {
      self.part = part
      self.faults = faults
    }
  }

  private func json(_ checks: [Check], _ chain: ChainVerdict) -> JSON {
    [
      "ok": .bool(checks.allSatisfy(\.faults.isEmpty)), "events": .integer(chain.events),
      "unchained": .integer(chain.unchained), "head": JSON(chain.head?.hexadecimal),
      "checks": .array(
        checks.map { check in
          [
            "name": .string(check.part.rawValue), "ok": .bool(check.faults.isEmpty),
            "faults": .array(
              check.faults.map { fault in
                [
                  "code": .string(fault.code.description), "message": .string(fault.message[Speech.language]),
                  "advice": JSON(fault.advice?[Speech.language]),
                ]
              }),
          ]
        }),
    ]
  }

  private func text(_ checks: [Check], _ chain: ChainVerdict) -> String {
    var lines = checks.flatMap { check in
      let title = check.part.title[Speech.language]
      if check.faults.isEmpty { return [local(ru: "в порядке: ", en: "sound: ") + title] }
      return [local(ru: "НЕ В ПОРЯДКЕ: ", en: "NOT SOUND: ") + title] + check.faults.flatMap(Self.lines)
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

extension Doctor {
  private static func lines(_ fault: Diagnostic) -> [String] {
    ["  \(fault.message[Speech.language]) [\(fault.code)]"]
      + (fault.advice.map { ["    → " + $0[Speech.language]] } ?? [])
  }
}
