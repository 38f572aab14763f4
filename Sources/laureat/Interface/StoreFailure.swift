import Contests
import Grants
import Primitives
import Storage

extension Failure {
  /// What a store's error means to its user.
  init(_ error: StoreError) {
    let (status, code, message, advice) = Self.wording(error)
    // What the engine said holds no values; it is all there is to tell where a disk or a file fails.
    let cause =
      [.damaged, .inputOutput, .other].contains(error.code) && !error.cause.isEmpty ? " (\(error.cause))" : ""
    let told = LocalizedText(ru: message.russian + cause, en: message.english + cause)
    self.init(status, [Diagnostic(code, told, advice: advice)])
  }

  private static func wording(
    _ error: StoreError
  ) -> (ExitStatus, Diagnostic.Code, LocalizedText, LocalizedText?) {
    switch error.code {
    case .notFound(let path):
      (
        .noStore, CommandCode.storeNotFound,
        LocalizedText(ru: "хранилища \(path) нет", en: "there is no store \(path)"),
        LocalizedText(
          ru: "укажите его через --store или LAUREAT_STORE; новое создаёт laureat import или laureat organisation self",
          en: "name it with --store or LAUREAT_STORE; laureat import or laureat organisation self makes a new one")
      )
    case .unsupportedAddress(let scheme):
      (
        .noStore, CommandCode.cannotOpen,
        LocalizedText(
          ru: "хранилище — это файл, а указан адрес \(scheme)://…", en: "a store is a file, and this is \(scheme)://…"),
        LocalizedText(ru: "назовите файл: --store laureat.sqlite", en: "name a file: --store laureat.sqlite")
      )
    case .folderMissing(let path):
      (
        .noStore, CommandCode.storeNotFound,
        LocalizedText(ru: "папки для хранилища \(path) нет", en: "the folder for the store \(path) is missing"),
        LocalizedText(ru: "создайте её", en: "create it")
      )
    case .notAStore(let path):
      (
        .noStore, CommandCode.notAStore,
        LocalizedText(ru: "\(path) — не хранилище Laureat", en: "\(path) is not a store of Laureat"),
        LocalizedText(ru: "файл не изменён; проверьте имя", en: "the file was left as it is; check its name")
      )
    case .newerVersion(let found, let supported):
      (
        .noStore, CommandCode.newerStore,
        LocalizedText(
          ru: "хранилище создано более новой программой (версия \(found), поддерживается до \(supported))",
          en: "the store was made by a newer program (version \(found), supported up to \(supported))"),
        LocalizedText(ru: "обновите программу", en: "update the program")
      )
    case .readOnly:
      (
        .noStore, CommandCode.readOnly,
        LocalizedText(
          ru: "хранилище доступно только для чтения", en: "the store can only be read"),
        LocalizedText(
          ru: "скопируйте его на диск, куда можно писать, или получите право записи",
          en: "copy it to a disk that can be written, or get the right to write")
      )
    case .networkShare(let path):
      (
        .noStore, CommandCode.networkShare,
        LocalizedText(
          ru: "хранилище \(path) лежит на сетевом диске, где его нельзя надёжно блокировать",
          en: "the store \(path) lies on a network share, where it cannot be locked reliably"),
        LocalizedText(
          ru: "держите его на своём диске, а файлы обмена передавайте по сети",
          en: "keep it on a disk of this machine and pass exchange files over the network")
      )
    case .busy, .locked:
      (
        .busy, CommandCode.busy,
        LocalizedText(
          ru: "в хранилище сейчас пишет другая программа", en: "another program is writing to the store"),
        LocalizedText(ru: "повторите через минуту", en: "try again in a minute")
      )
    case .full:
      (
        .cannotWrite, CommandCode.full,
        LocalizedText(
          ru: "на диске нет места; хранилище осталось прежним", en: "the disk is full; the store is as it was"),
        LocalizedText(ru: "освободите место и повторите", en: "make room and try again")
      )
    case .damaged, .unreadable:
      (
        .noStore, CommandCode.damaged,
        LocalizedText(ru: "хранилище повреждено", en: "the store is damaged"),
        LocalizedText(ru: "возьмите последнюю копию", en: "take the last backup")
      )
    case .missing(let what):
      (
        .refused, missingCode(what),
        LocalizedText(ru: "в хранилище этого нет (\(what))", en: "the store does not have it (\(what))"), nil
      )
    case .conflict:
      (
        .refused, CommandCode.conflict,
        LocalizedText(
          ru: "хранилище не приняло изменение: такая запись уже есть или ссылка неверна",
          en: "the store refused the change: there is such a record already, or a reference is wrong"), nil
      )
    case .cannotOpen(let path, let number):
      (
        .noStore, CommandCode.cannotOpen,
        LocalizedText(
          ru: "хранилище \(path) не открывается (ошибка \(number))",
          en: "the store \(path) cannot be opened (error \(number))"),
        LocalizedText(ru: "проверьте права на файл и папку", en: "check the rights to the file and its folder")
      )
    case .inputOutput, .other:
      (
        .noStore, CommandCode.cannotOpen,
        LocalizedText(ru: "хранилище недоступно", en: "the store cannot be reached"),
        LocalizedText(ru: "проверьте диск", en: "check the disk")
      )
    }
  }

  private static func missingCode(_ what: String) -> Diagnostic.Code {
    switch what {
    case "contest": ContestCode.unknownContest
    case "protocol": ContestCode.unknownProtocol
    case "project": GrantCode.unknownProject
    default: ContestCode.unknownEntry
    }
  }
}
