import ArgumentParser
import Contests
import Exchange
import Glibc
import Grants
import Primitives
import Storage

/// How a command ends. The numbers are part of the command's contract; from 64 on they are those of sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  /// A rule or the state of the store refuses it.
  case refused = 1
  /// Some records were taken and some refused; the receipt says which.
  case partial = 3
  case usage = 64
  /// The document is invalid and nothing was taken in.
  case invalid = 65
  case unreadable = 66
  case noStore = 69
  case cannotWrite = 73
  case busy = 75
}

/// What a command could not do: the findings to be shown, and how it ends.
struct Failure: Error {
  var status: ExitStatus
  var diagnostics: [Diagnostic]

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics
  }

  /// Refused for the findings of rules; the class of the findings says how the command ends.
  init(_ diagnostics: [Diagnostic]) {
    self.init(ExitStatus(refusal: diagnostics), diagnostics)
  }

  static func usage(_ message: LocalizedText, advice: LocalizedText? = nil) -> Failure {
    Failure(.usage, [Diagnostic(CommandCode.usage, message, advice: advice)])
  }

  static func refused(_ code: Diagnostic.Code, _ message: LocalizedText, advice: LocalizedText? = nil) -> Failure {
    Failure(.refused, [Diagnostic(code, message, advice: advice)])
  }

  static func cannotWrite(_ path: String) -> Failure {
    Failure(
      .cannotWrite,
      [
        Diagnostic(
          ExchangeCode.cannotWrite,
          LocalizedText(ru: "не удалось записать результат", en: "the output cannot be written"),
          advice: LocalizedText(
            ru: "проверьте папку, права и место на диске",
            en: "check the folder, the rights and the space on the disk"),
          location: .init(file: path))
      ])
  }
}

extension ExitStatus {
  /// How a refusal for these reasons ends: an unreadable file before an invalid one before a rule.
  init(refusal diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }.map(\.code)
    if errors.contains(where: { $0 == ExchangeCode.unreadable || $0 == ExchangeCode.isFolder }) {
      self = .unreadable
    } else if errors.contains(ExchangeCode.cannotWrite) {
      self = .cannotWrite
    } else if errors.contains(where: { $0.class == .file || $0.class == .format }) {
      self = .invalid
    } else {
      self = .refused
    }
  }
}

/// The end of a command that did not run through.
struct ExitReport {
  private let error: any Error

  init(_ error: any Error) {
    self.error = error
  }

  /// Says what happened on standard error.
  ///
  /// - Returns: The exit status.
  func conclude() -> Int32 {
    switch error {
    case is QuietEnd, is OutputClosed: return ExitStatus.done.rawValue
    case is Interrupted:
      Terminal.say(
        local(
          ru: "прервано: из этого файла ничего не записано", en: "interrupted: nothing of this file was recorded"))
      return Interrupted.exitStatus
    case let status as ExitStatus: return status.rawValue
    case let failure as Failure: return conclude(failure)
    case let refusal as DocumentRefusal: return conclude(Failure(refusal.diagnostics))
    case let diagnostic as Diagnostic: return conclude(Failure([diagnostic]))
    case let error as StoreError: return conclude(Failure(error))
    case let refusal as StatusRefusal<ContestStatus>: return conclude(Failure([.illegalStatus(refusal)]))
    case let refusal as StatusRefusal<EntryStatus>: return conclude(Failure([.illegalStatus(refusal)]))
    case let refusal as StatusRefusal<ProjectStatus>: return conclude(Failure([.illegalStatus(refusal)]))
    default: Laureat.exit(withError: error)
    }
  }

  private func conclude(_ failure: Failure) -> Int32 {
    DiagnosticPrinter.show(failure.diagnostics)
    return failure.status.rawValue
  }
}

extension ExitStatus: Error {}

/// The codes of what only the command can find.
enum CommandCode {
  static let usage = Diagnostic.Code(.environment, 20)
  static let storeNotFound = Diagnostic.Code(.environment, 1)
  static let notAStore = Diagnostic.Code(.environment, 2)
  static let newerStore = Diagnostic.Code(.environment, 3)
  static let readOnly = Diagnostic.Code(.environment, 4)
  static let networkShare = Diagnostic.Code(.environment, 5)
  static let busy = Diagnostic.Code(.environment, 6)
  static let full = Diagnostic.Code(.environment, 7)
  static let damaged = Diagnostic.Code(.environment, 8)
  static let cannotOpen = Diagnostic.Code(.environment, 11)
  static let conflict = Diagnostic.Code(.environment, 12)
}
