import ArgumentParser
import Reports

/// `laureat receipt show FILE`: a receipt for a person to read.
struct ReceiptShow: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: local(ru: "Показать квитанцию.", en: "Show a receipt."),
    discussion: examples([
      "laureat receipt show receipt.xml", "laureat receipt show receipt.xml --format html -o r.html",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Файл квитанции.", en: "File of the receipt.")), completion: .file())
  var file: String

  @Option(help: ArgumentHelp(local(ru: "text или html.", en: "text or html.")))
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let view = try ReceiptFile.read(file)
    if output.common.json { return try Page.write(view.json.text, to: output) }
    switch format {
    case .text: try Page.write(view.text(Speech.language, width: Terminal.width), to: output)
    case .html: try Page.write(view.html(Speech.language), to: output)
    }
  }
}
