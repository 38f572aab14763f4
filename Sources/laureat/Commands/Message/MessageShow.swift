import ArgumentParser
import Exchange
import Primitives
import Reports
import Storage

/// `laureat message show ID`: a message and how each of its records was answered; its receipt once more.
struct MessageShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: local(ru: "Показать сообщение и ответ на него.", en: "Show a message and how it was answered."),
    discussion: examples([
      "laureat message show 0f7bb3a6-6e9c-5b0e-9d0a-2f5b8f0f7c11",
      "laureat message show 0f7bb3a6-6e9c-5b0e-9d0a-2f5b8f0f7c11 --receipt receipt.xml",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номер сообщения.", en: "The message id."), valueName: "message-id"))
  var message: String

  @Option(
    help: ArgumentHelp(
      local(ru: "Записать ещё раз данную нами квитанцию.", en: "Write the receipt we gave once more."),
      valueName: "file"), completion: .file())
  var receipt: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let receipt, common.isStore(receipt) {
      throw ValidationError(
        local(ru: "--receipt: это файл хранилища", en: "--receipt: this is the store"))
    }
  }

  func run() throws {
    try common.openStore().read { session in
      // The last that came under it: those refused before it share its identifier.
      guard let (row, found) = try session.messages.list(messageID: message.lowercased()).last else {
        throw Failure.refused(
          ExchangeCode.unresolvedReference,
          LocalizedText(ru: "сообщения с таким номером нет", en: "there is no message of that id"),
          advice: LocalizedText(ru: "список: laureat message list", en: "list them: laureat message list"))
      }
      if let receipt { try write(receiptOf: row, found, to: receipt, in: session) }
      guard let known = try session.correspondence([(row, found)]).first else { return }
      let answers = try known.replies.map { ($0, try session.sent.answers(to: row, by: $0.sender)) }
      let page = MessagePage(known, answers)
      try common.print(page.json, or: page.document.text(width: Terminal.width))
    }
  }

  private func write(receiptOf row: Int64, _ message: StoredMessage, to path: String, in session: Session) throws {
    var isEmpty = true
    let file = try PendingFile(path: path) { put in
      try session.messages.receipt(of: row) {
        isEmpty = false
        try put($0)
      }
    }
    guard !isEmpty else {
      throw Failure.refused(
        ExchangeCode.unresolvedReference,
        LocalizedText(ru: "на это сообщение квитанция не давалась", en: "no receipt was given for this message"))
    }
    try file.commit()
  }
}
