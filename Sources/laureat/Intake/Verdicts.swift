import Exchange
import Primitives
import Reports

/// The verdicts of a command on several files.
enum Verdicts {
  /// Prints them, and ends the command as they ask for.
  static func show(_ verdicts: [FileVerdict], _ mode: IntakeMode, _ common: CommonOptions) throws {
    if !common.json { DiagnosticPrinter.show(said(verdicts)) }
    try common.print(.array(verdicts.map(\.json)), or: verdicts.map { $0.text(mode) }.joined())
    let status = verdicts.exitStatus
    if status != .done { throw status }
  }

  /// That a sender is unknown is said once, however many files it sent.
  private static func said(_ verdicts: [FileVerdict]) -> [Diagnostic] {
    var senders: Set<LocalizedText> = []
    return verdicts.flatMap(\.diagnostics).filter {
      $0.code != ExchangeCode.unknownSender || senders.insert($0.message).inserted
    }
  }
}
