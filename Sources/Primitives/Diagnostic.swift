/// A problem found in a document, a command or the store: what happened, where, and what to do.
///
/// Its texts never quote personal data: they name the field, not the value.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How much a problem matters.
  public enum Severity: String, Comparable, Sendable {
    /// For the reader's information; nothing to mend.
    case note
    /// Taken in, but worth a look.
    case warning
    /// Refuses the record or the file.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Where in a file. Lines and columns count from 1.
  public struct Location: Hashable, Sendable {
    public var file: String?
    public var line: Int?
    public var column: Int?
    /// `/applications/application[3]/submittedAt`.
    public var path: String?

    public init(file: String? = nil, line: Int? = nil, column: Int? = nil, path: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.path = path
    }
  }

  public var code: Code
  public var severity: Severity
  /// What happened.
  public var message: LocalizedText
  /// What to do about it.
  public var advice: LocalizedText?
  public var location: Location?
  /// The identifier of the record it belongs to.
  public var record: String?
  /// The element of the record it is about, as a path below the record: `applicant/organisation/inn`.
  public var field: String?

  public init(
    _ code: Code, _ severity: Severity, _ message: LocalizedText, advice: LocalizedText? = nil,
    field: String? = nil, record: String? = nil, location: Location? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.advice = advice
    self.field = field
    self.record = record
    self.location = location
  }

  /// An error, which most are.
  public init(
    _ code: Code, _ message: LocalizedText, advice: LocalizedText? = nil, field: String? = nil,
    record: String? = nil, location: Location? = nil
  ) {
    self.init(code, .error, message, advice: advice, field: field, record: record, location: location)
  }
}

extension Diagnostic {
  /// A stable code, `GC-040-0007`. Codes are added, never renamed or given another meaning.
  public struct Code: Hashable, Comparable, Sendable, LosslessStringConvertible {
    /// What part of the exchange the problem belongs to.
    public enum Class: Int, CaseIterable, Sendable {
      /// Order of messages: replays, corrections, signatures.
      case order = 10
      /// The file as a whole: readable, well-formed, of a known kind and version, complete.
      case file = 20
      /// The form of a value or record: the schema, check digits.
      case format = 30
      /// Contradictions within the data, and with what is already recorded.
      case logic = 40
      /// References to contests, nominations, organisations and other things that must be known.
      case directory = 50
      /// The machine around: store, files, rights.
      case environment = 90
    }

    public let `class`: Class
    public let number: Int

    public init(_ class: Class, _ number: Int) {
      self.class = `class`
      self.number = number
    }

    public static func < (left: Code, right: Code) -> Bool {
      (left.class.rawValue, left.number) < (right.class.rawValue, right.number)
    }

    /// Reads `GC-040-0007`.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "GC", parts[1].utf8.count == 3, parts[2].utf8.count == 4,
        let number = Int(digits: parts[2].utf8Span.span), let digits = Int(digits: parts[1].utf8Span.span),
        let `class` = Class(rawValue: digits)
      else { return nil }
      self.init(`class`, number)
    }

    public var description: String { "GC-\(self.class.rawValue.padded(to: 3))-\(number.padded(to: 4))" }
  }
}

extension Sequence where Element == Diagnostic {
  /// True when something among them refuses the record or the file.
  @inlinable public var hasErrors: Bool { contains { $0.severity == .error } }
}
