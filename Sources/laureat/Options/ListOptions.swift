import ArgumentParser
import LibXLSX
import Primitives
import Reports

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, xlsx, json
}

/// The form a list is wanted in, and where it goes.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(
        ru: "table, csv, xlsx или json; без него — по имени файла, на экран — table.",
        en: "table, csv, xlsx or json; otherwise as the file is called, and a table on the screen.")))
  var format: ListFormat?

  @OptionGroup var output: OutputOptions

  var common: CommonOptions { output.common }

  func validate() throws {
    if common.json, let format, format != .json {
      throw ValidationError(
        local(
          ru: "--json и --format \(format.rawValue) вместе не бывают",
          en: "--json and --format \(format.rawValue) exclude each other"))
    }
  }

  private var chosen: ListFormat {
    if common.json { return .json }
    if let format { return format }
    let name = output.path?.lowercased() ?? ""
    return ListFormat.allCases.first { name.hasSuffix(".\($0.rawValue)") } ?? .table
  }

  /// - Parameter changed: When what is listed was last changed; a workbook says so, and is the same file until then.
  func write(_ listing: Listing, json: @autoclosure () -> JSON, changed: Instant?) throws {
    switch chosen {
    case .table: try Page.write(listing.text(width: output.path == nil ? Terminal.tableWidth : nil), to: output)
    case .csv: try Page.write(bytes: listing.csv, to: output)
    case .json: try Page.write(json().text, to: output)
    case .xlsx:
      let created = changed ?? Instant(noonOf: .firstDay(of: 2000))
      try WorkbookFile.write(to: output.path) { path throws(XLSXProblem) in
        try listing.writeWorkbook(to: path, created: created)
      }
    }
  }
}
