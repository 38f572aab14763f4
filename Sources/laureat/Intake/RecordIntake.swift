import Contests
import Exchange
import Primitives
import Storage

/// How records are taken.
enum IntakeMode {
  /// Into a store that knows what they refer to.
  case store
  /// For a verdict only: what cannot be resolved is a note, not an error.
  case check
}

/// What an intake works with.
struct IntakeContext {
  let session: Session
  let mode: IntakeMode
  /// True when nothing will ask for what is taken: it is judged and not kept.
  var isForgotten = false
  let header: Header
  let fileName: String
  /// The row of the message being taken in.
  let message: Int64
  /// Money must not be dated after this day.
  let today: Day
  let receivedAt: Instant
  /// The place of what is wrong with the document as a whole.
  let root: Diagnostic.Location?
  /// The files that came with the document; nil where it came alone.
  let files: IncomingFiles?
  /// True where the same file came before and was not taken whole.
  var isSecondTaking = false

  /// What it brings counts as changed when its sender made it: an export of unchanged data stays the same file.
  var changedAt: Instant { header.createdAt }
}

/// What became of one record.
struct RecordVerdict {
  var id: String?
  var number: Int
  var status: RecordStatus
  var registration: String?
  var diagnostics: [Diagnostic]
}

/// Takes the records of one kind of document, each checked by the rules before it is stored.
protocol RecordIntake {
  /// Takes one part.
  ///
  /// - Returns: Nil for a part that is no record.
  /// - Throws: ``IntakeRefusal`` when the file as a whole cannot be taken.
  mutating func take(_ part: DocumentPart) throws -> RecordVerdict?

  /// Called in place of ``take(_:)`` for what the same file brought before: nothing of it is put back, and what comes
  /// after it may depend on it.
  mutating func pass(_ part: DocumentPart) throws

  /// True once the name of the file was found to name somebody who must not be known here any more.
  var isFileNamePersonal: Bool { get }

  /// Why one refused record refuses them all; nil where each is taken for itself. Known before the first record.
  var refusesTogether: Diagnostic? { get }

  /// What was found about the file as a whole, to be asked after the last record.
  var findings: [Diagnostic] { get }

  /// Called once after the last record.
  ///
  /// - Parameter isClean: True when no record was refused.
  mutating func finish(isClean: Bool) throws

  /// Called when the import stands in the history: what is an event of its own comes after it.
  ///
  /// - Returns: the entries whose people were erased.
  func follow() throws -> [Registration]
}

extension RecordIntake {
  mutating func pass(_ part: DocumentPart) throws {}
  var isFileNamePersonal: Bool { false }
  var refusesTogether: Diagnostic? { nil }
  var findings: [Diagnostic] { [] }
  mutating func finish(isClean: Bool) throws {}
  func follow() throws -> [Registration] { [] }
}

/// Thrown when a rule or the store refuses a file as a whole.
struct IntakeRefusal: Error {
  let diagnostics: [Diagnostic]
}

extension CheckedRecord {
  /// A verdict on this record with findings given their places; an error among them refuses it.
  func verdict(
    _ status: RecordStatus, registration: String? = nil, findings: [Diagnostic] = []
  ) -> RecordVerdict {
    let all = diagnostics + findings.map(located)
    return RecordVerdict(
      id: id, number: number, status: all.hasErrors || value == nil ? .rejected : status, registration: registration,
      diagnostics: all)
  }
}

/// Makes the intake for a kind of document.
enum Intakes {
  static func make(
    _ kind: DocumentKind, contest: Identifier?, context: IntakeContext
  ) throws -> any RecordIntake {
    switch (kind, context.mode) {
    case (.contestAnnouncement, _): return AnnouncementIntake(context)
    // A table checked by itself does not say for which contest it is.
    case (.applications, .check) where contest == nil: return FormOnlyIntake()
    case (.applications, _): return try ApplicationsIntake(contest: contest, context)
    case (.resultsProtocol, _): return ResultsIntake(context)
    case (.grantPortfolio, _): return PortfolioIntake(context)
    case (.scoreSheets, .store): return try ScoresIntake(contest: contest, context)
    case (.scoreSheets, .check), (.grantReport, .check), (.receipt, .check): return FormOnlyIntake()
    case (.receipt, .store): return ReceiptIntake(context)
    case (.grantReport, .store):
      throw IntakeRefusal(diagnostics: [.kindNotTaken(kind).at(context.root)])
    }
  }
}

/// For documents that are checked by their form alone.
struct FormOnlyIntake: RecordIntake {
  func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .application(let record): record.verdict(.accepted)
    case .scoreSheet(let record): record.verdict(.accepted)
    case .recusal(let record): record.verdict(.accepted)
    case .result(let record): record.verdict(.accepted)
    case .reportedProject(let record): record.verdict(.accepted)
    case .receiptLine(let record): record.verdict(.accepted)
    case .stray(let record): record.verdict(.rejected)
    default: nil
    }
  }
}

extension Diagnostic {
  /// The stream refuses a document that lacks a part, so this is said only if it ever forgets to.
  static let incomplete = Diagnostic(
    ExchangeCode.missingPart,
    LocalizedText(ru: "в документе не хватает обязательной части", en: "the document lacks a part that it must have"),
    advice: LocalizedText(
      ru: "попросите отправителя выгрузить документ заново", en: "ask the sender to export the document again"))

  fileprivate static func kindNotTaken(_ kind: DocumentKind) -> Diagnostic {
    Diagnostic(
      ExchangeCode.kindNotTaken,
      LocalizedText(
        ru: "документы вида \(kind.rawValue) в хранилище не принимаются",
        en: "documents of the kind \(kind.rawValue) are not taken into a store"),
      advice: LocalizedText(
        ru: "проверить документ можно: laureat check ФАЙЛ", en: "it can be checked: laureat check FILE"))
  }
}
