import Exchange
import Primitives
import Reports

/// Reads a receipt into what a person is shown.
enum ReceiptFile {
  static func read(_ file: String) throws -> ReceiptView {
    var stream = try DocumentStream(path: file)
    var view: ReceiptView?
    var receiver: String?
    while let part = try stream.next() {
      switch part {
      case .header(let header):
        receiver = header.sender.title
        guard stream.kind == .receipt else {
          throw Failure(
            .invalid,
            [
              Diagnostic(
                ExchangeCode.unknownRoot,
                LocalizedText(ru: "это не квитанция", en: "this is not a receipt"), location: .init(file: file))
            ])
        }
      case .receipt(let record): view = record.value.map { ReceiptView($0, from: receiver) }
      case .receiptLine(let record):
        guard let line = record.value else { throw Failure(record.diagnostics) }
        view?.records.append(ReceiptView.Record(line))
      default: break
      }
    }
    guard let view else { throw Failure([Diagnostic.incomplete.inFile(file)]) }
    return view
  }
}
