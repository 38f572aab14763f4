import Exchange
import Primitives
import Storage

// What may be wrong with a store, with what to do.

extension Diagnostic {
  /// - Parameter fault: As SQLite words it; it names tables, never what is in them.
  static func file(_ fault: String) -> Diagnostic {
    Diagnostic(
      CommandCode.damaged, LocalizedText(ru: fault, en: fault),
      advice: LocalizedText(
        ru: "больше ничего не записывайте; возьмите последнюю исправную копию и примите файлы после неё ещё раз",
        en: "record nothing more; take the last sound copy, and take in once more what came after it"))
  }

  static func noReceipt(_ message: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.receiptLost,
      LocalizedText(
        ru: "нет квитанции на сообщение \(message)", en: "no receipt is kept for the message \(message)"),
      advice: LocalizedText(
        ru: "её удалили мимо программы; сверьте хранилище с последней копией",
        en: "it was removed behind the program's back; compare the store with the last copy"))
  }
}

extension ChainFault {
  var diagnostic: Diagnostic {
    Diagnostic(
      ExchangeCode.historyBroken, text,
      advice: LocalizedText(
        ru: "историю меняли мимо программы: сохраните этот файл и сравните с копией, снятой раньше",
        en: "the history was changed behind the program's back: keep this file, and compare it with an earlier copy"))
  }

  private var text: LocalizedText {
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

extension FileShelf.Fault {
  var diagnostic: Diagnostic {
    switch self {
    case .missing(let file):
      Diagnostic(
        ExchangeCode.attachedFileMissing,
        LocalizedText(ru: "нет файла \(file.digest)", en: "the file \(file.digest) is missing"), advice: Self.comeAgain)
    case .changed(let file):
      Diagnostic(
        ExchangeCode.attachedFileDiffers,
        LocalizedText(ru: "файл \(file.digest) изменён", en: "the file \(file.digest) was changed"),
        advice: Self.comeAgain)
    case .strays(let count):
      Diagnostic(
        ExchangeCode.fileOfNoApplication,
        LocalizedText(
          ru: "файлов, о которых хранилище не знает: \(count)", en: "files that the store does not know of: \(count)"),
        advice: LocalizedText(
          ru: "они остались от прерванного приёма; убрать: laureat doctor --clean",
          en: "an interrupted import left them; to remove them: laureat doctor --clean"))
    }
  }

  private static let comeAgain = LocalizedText(
    ru: "примите ещё раз пакет, в котором он пришёл, или верните файл из копии",
    en: "take in once more the package that brought it, or put it back from a copy")
}
