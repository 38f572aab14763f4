/// All that the handlers of one document share. Lives on the heap at an address given to libxml2 as `userData`.
struct ReaderState: ~Copyable {
  let parser: PushParser
  let names: InternedNames
  let vocabulary: Vocabulary
  let formats: [DocumentFormat]
  let limits: XMLLimits

  /// Made when the root tells the format.
  var validator: Validator?
  var root: RecordReader.Root?
  var envelope = EnvelopeCursor([])
  /// Found at the root's end tag, thrown when the document ends.
  var missingElement: XMLProblem?

  /// The open elements.
  var frames: [Frame] = []
  /// The run of text that is being collected.
  var text = TextRun()
  /// Set inside an `extensions` element.
  var extensionText: ExtensionText?
  var arena = RecordArena()
  var record = CurrentRecord()
  /// How many records of each name there were.
  var recordCounts: [Interned: Int] = [:]
  /// The attribute whose value was reported last.
  var reportedAttribute = ""
  /// Problems kept in the whole document.
  var keptProblems = 0

  /// Why the reading ended; the first cause counts.
  var failure: XMLProblem? {
    didSet { isOver = true }
  }
  /// Asked on every event, where a look at `failure` would show in the profile.
  private(set) var isOver = false
  var isFinishing = false

  init(
    parser: consuming PushParser, names: consuming InternedNames, vocabulary: Vocabulary, formats: [DocumentFormat],
    limits: XMLLimits
  ) {
    self.parser = parser
    self.names = names
    self.vocabulary = vocabulary
    self.formats = formats
    self.limits = limits
  }

  /// An open element.
  struct Frame {
    let name: Interned
    let position: TextPosition
    /// Its node in the arena; `nil` for the root and inside `extensions`.
    var node: Int32?
    var hasChildren = false
    /// Whether a problem with its own value has been reported; the validator often finds several.
    var hasValueProblem = false
    /// Whether one with the value of an attribute has been; `reportedAttribute` is the last such.
    var hasAttributeProblem = false
  }

  /// The record that is being read.
  struct CurrentRecord {
    var index = 0
    /// The name as spelled, when the vocabulary does not have it.
    var foreignName: String?
    /// A record that may not stand where it does is not validated: all it could say is consequences.
    var isValidated = true
    var problems: [XMLProblem] = []
    var omittedProblems = 0

    var isFlawless: Bool { problems.isEmpty && omittedProblems == 0 }
  }
}

// MARK: - Problems

extension ReaderState {
  /// The path of the innermost open element.
  var path: String {
    var path = ""
    for (depth, frame) in frames.enumerated() {
      path += "/" + frame.name.string
      if depth == 1 {
        path += "[\(record.index)]"
      } else if let node = frame.node, case let ordinal = arena.ordinal(of: node), ordinal > 1 {
        path += "[\(ordinal)]"
      }
    }
    return path
  }

  private var hasRoomForProblems: Bool {
    keptProblems < limits.problems && record.problems.count < limits.recordProblems
  }

  /// Attaches a problem to the record, at the start tag of the innermost open element. Only counts it past the limits.
  mutating func report(
    _ kind: @autoclosure () -> XMLProblem.Kind, code: Int32 = 0, attribute: String? = nil, message: String = ""
  ) {
    guard hasRoomForProblems, let frame = frames.last else { return record.omittedProblems += 1 }
    keptProblems += 1
    record.problems.append(
      XMLProblem(
        kind: kind(), code: code, position: frame.position, path: path + (attribute.map { "/@\($0)" } ?? ""),
        message: message))
  }

  /// Attaches what the validator found, unless it says again that one value is wrong.
  mutating func report(validatorCode code: Int32, message: () -> String) {
    guard let frame = frames.last else { return }
    // Past the limits nothing is taken apart, only counted.
    guard hasRoomForProblems else { return record.omittedProblems += 1 }
    let message = message()
    let diagnosis = SchemaDiagnosis(code: code, message: message, element: frame.name.string)
    if diagnosis.isInSimpleContent { frames[frames.count - 2].hasValueProblem = true }
    if diagnosis.isAboutValue {
      if let attribute = diagnosis.attribute {
        if frame.hasAttributeProblem, reportedAttribute == attribute { return }
        frames[frames.count - 1].hasAttributeProblem = true
        reportedAttribute = attribute
      } else {
        if frame.hasValueProblem { return }
        frames[frames.count - 1].hasValueProblem = true
      }
    }
    // A message quotes the whole value, up to 64 000 bytes.
    let beginning = String(message.prefix(500))
    report(.schema(diagnosis.fault), code: code, attribute: diagnosis.attribute, message: beginning)
  }

  /// A problem at the place where the parser stands, unless another is given.
  func problem(
    _ kind: XMLProblem.Kind, at position: TextPosition? = nil, code: Int32 = 0, attribute: String? = nil,
    message: String = ""
  ) -> XMLProblem {
    XMLProblem(
      kind: kind, code: code, position: position ?? parser.position, path: path + (attribute.map { "/@\($0)" } ?? ""),
      message: message)
  }
}
