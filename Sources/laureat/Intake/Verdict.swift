import Contests
import Exchange
import Primitives
import Reports

/// Hands over the bytes of a receipt, piece by piece: a large one is never in memory as a whole.
typealias ReceiptBytes = (_ body: ([UInt8]) throws -> Void) throws -> Void

/// What became of one file.
struct FileVerdict {
  var file: String
  var document: DocumentKind?
  var messageID: MessageID?
  var status: GroupStatus
  var counts = ReceiptCounts()
  /// All findings, of the file and of its records.
  var diagnostics: [Diagnostic] = []
  /// Hands over the receipt's bytes, piece by piece, as long as the transaction lasts. Nil where none could be made: a
  /// file whose header could not be read has nobody to answer.
  var receipt: ReceiptBytes?
  /// The entries whose people were erased, as their senders had done.
  var erased: [Registration] = []
  /// How the table was understood, where that was asked for.
  var preview: TablePreview?

  var exitStatus: ExitStatus {
    switch status {
    case .accepted, .acceptedWithWarnings, .duplicate: .done
    case .partial: .partial
    case .rejected: ExitStatus(refusal: diagnostics)
    }
  }

  var json: JSON {
    let own: JSON = [
      "file": .string(file), "document": JSON(document?.rawValue), "messageID": JSON(messageID),
      "status": .string(status.rawValue), "accepted": .integer(counts.accepted), "updated": .integer(counts.updated),
      "unchanged": .integer(counts.unchanged), "rejected": .integer(counts.rejected),
      "warnings": .integer(counts.warnings), "diagnostics": .array(diagnostics.map(\.json)),
    ]
    return preview.map { own.adding(["table": $0.json(status)]) } ?? own
  }

  /// What a person reads: a preview where one was asked for, and the line.
  func text(_ mode: IntakeMode) -> String {
    let page = preview?.document(file, status).map { $0.text(width: Terminal.width) + "\n" } ?? ""
    return page + line(mode)
  }

  /// One line for a person: `applications.xml: accepted; records: 412 taken`.
  private func line(_ mode: IntakeMode) -> String {
    let isCheck = mode == .check
    let parts = [
      (counts.accepted, isCheck ? local(ru: "годных", en: "sound") : local(ru: "принято", en: "taken")),
      (counts.updated, local(ru: "обновлено", en: "updated")),
      (counts.unchanged, local(ru: "без изменений", en: "unchanged")),
      (counts.rejected, isCheck ? local(ru: "негодных", en: "unsound") : local(ru: "отклонено", en: "refused")),
    ].filter { $0.0 > 0 }.map { local(ru: "\($0.1) \($0.0)", en: "\($0.0) \($0.1)") }
    let records = local(ru: "; записей: ", en: "; records: ") + parts.joined(separator: ", ")
    return "\(file.printable): \(name(mode))\(parts.isEmpty || status == .duplicate ? "" : records)\n"
  }

  private func name(_ mode: IntakeMode) -> String {
    switch (status, mode) {
    case (.accepted, .check): local(ru: "годен", en: "sound")
    case (.acceptedWithWarnings, .check): local(ru: "годен, есть предупреждения", en: "sound, with warnings")
    case (.partial, .check): local(ru: "годен частично", en: "sound in part")
    case (.rejected, .check): local(ru: "негоден", en: "unsound")
    case (.accepted, .store): local(ru: "принят", en: "accepted")
    case (.acceptedWithWarnings, .store): local(ru: "принят с предупреждениями", en: "accepted with warnings")
    case (.partial, .store): local(ru: "принят частично", en: "accepted in part")
    case (.rejected, .store): local(ru: "отклонён", en: "refused")
    case (.duplicate, _): local(ru: "уже был принят", en: "taken in before")
    }
  }
}

extension Diagnostic {
  /// `{code, severity, line, column, path, record, message}`.
  var json: JSON {
    [
      "code": .string(code.description), "severity": .string(severity.rawValue), "line": JSON(location?.line),
      "column": JSON(location?.column), "path": JSON(location?.path), "record": JSON(record),
      "message": .string(message[Speech.language]),
    ]
  }
}

extension [FileVerdict] {
  /// 0 if all is clean, 3 if something was taken and something refused, else the first refusal's.
  var exitStatus: ExitStatus {
    guard let first = first(where: { $0.exitStatus != .done }) else { return .done }
    let isAnythingTaken = contains { $0.status != .rejected }
    return isAnythingTaken ? .partial : first.exitStatus
  }
}
