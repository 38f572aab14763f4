import ArgumentParser
import Primitives

/// Where a document or report goes, with what every command takes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      local(ru: "Файл результата; без него или «-» — на экран.", en: "File to write; standard output without it."),
      valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let output, common.isStore(output) {
      throw ValidationError(
        local(ru: "-o: это файл хранилища, он был бы затёрт", en: "-o: this is the store, which would be overwritten"))
    }
  }

  /// Nil for standard output.
  var path: String? { output == "-" || output == "/dev/stdout" ? nil : output }
}
