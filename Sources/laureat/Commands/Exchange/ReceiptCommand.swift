import ArgumentParser

struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: local(ru: "Квитанции.", en: "Receipts."),
    discussion: examples([
      "laureat receipt show receipt.xml", "laureat receipt show receipt.xml --format html -o r.html",
    ]),
    subcommands: [ReceiptShow.self])
}
