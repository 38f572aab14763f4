import Contests
import Exchange
import Primitives
import Storage

/// The attached files that come with a document, on their way to the shelf.
final class IncomingFiles {
  private let package: DocumentPackage
  /// Nil where files are only looked at.
  private let delivery: ShelfDelivery?

  init(_ package: DocumentPackage, to delivery: ShelfDelivery?) {
    self.package = package
    self.delivery = delivery
  }

  /// Compares the files of an application with what it says of them, and lays them on the shelf.
  ///
  /// A file that is there already need not come again: a correction may bring only what is new.
  func findings(for entry: Entry, in session: Session) throws -> [Diagnostic] {
    try entry.attachments.enumerated().compactMap { index, attachment in
      var fault: DocumentPackage.Fault?
      if let delivery, !delivery.shelf.holdsUnchanged(attachment) {
        try delivery.put(attachment) { take in
          fault = try package.copy(attachment, of: entry.id, to: take)
          return fault == nil
        }
      } else {
        fault = try package.copy(attachment, of: entry.id) { _ in }
      }
      if fault == .missing, try session.files.has(attachment) { return nil }
      return fault.map { .attached($0, index + 1) }
    }
  }

  /// The entry is taken: its files stay.
  func keep(_ attachments: [Attachment], in session: Session) throws {
    for attachment in attachments { try delivery?.keep(attachment, in: session) }
  }

  /// How many were not here before, or no longer.
  var new: Int { delivery?.new ?? 0 }

  /// The entry is refused for another reason: its files belong to it all the same.
  func pass(_ attachments: [Attachment], of entry: Identifier) {
    package.claim(attachments, of: entry)
  }

  /// What is said once of the whole package.
  func leftovers() -> [Diagnostic] {
    package.unclaimed == 0 ? [] : [.ofNoApplication(package.unclaimed)]
  }
}

extension Diagnostic {
  fileprivate static func attached(_ fault: DocumentPackage.Fault, _ number: Int) -> Diagnostic {
    let code: Code
    let message: LocalizedText
    let advice: LocalizedText
    switch fault {
    case .missing:
      code = ExchangeCode.attachedFileMissing
      message = LocalizedText(
        ru: "приложенного файла № \(number) в пакете нет", en: "attached file no. \(number) is not in the package")
      advice = LocalizedText(
        ru: "положите его в папку files/<идентификатор заявки>/ под именем из заявки",
        en: "put it into the folder files/<id of the application>/ under the name that the application gives")
    case .renamed:
      code = ExchangeCode.attachedFileRenamed
      message = LocalizedText(
        ru: "приложенный файл № \(number) лежит в пакете под другим именем",
        en: "attached file no. \(number) is in the package under another name")
      advice = LocalizedText(
        ru: "верните ему имя из заявки и место: files/<идентификатор заявки>/",
        en: "give it back the name that the application says, and its place: files/<id of the application>/")
    case .otherSize, .otherContent:
      code = ExchangeCode.attachedFileDiffers
      message =
        fault == .otherSize
        ? LocalizedText(
          ru: "приложенный файл № \(number) не того размера, что в заявке",
          en: "attached file no. \(number) has another size than the application says")
        : LocalizedText(
          ru: "приложенный файл № \(number) не тот: контрольное значение SHA-256 не сходится",
          en: "attached file no. \(number) is another one: its SHA-256 digest does not match")
      advice = LocalizedText(
        ru: "попросите прислать пакет заново: файл заменили или повредили в пути",
        en: "ask for the package once more: the file was replaced, or damaged on its way")
    }
    return Diagnostic(
      code, message, advice: advice, field: number == 1 ? "attachment" : "attachment[\(number)]")
  }

  fileprivate static func ofNoApplication(_ count: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.fileOfNoApplication, .warning,
      LocalizedText(
        ru: "файлов, о которых заявки не говорят: \(count); они не приняты",
        en: "files that no application speaks of: \(count); they are not taken"),
      advice: LocalizedText(
        ru: "если они нужны, опишите их в заявках и пришлите пакет заново",
        en: "if they are needed, describe them in the applications and send the package once more"))
  }
}
