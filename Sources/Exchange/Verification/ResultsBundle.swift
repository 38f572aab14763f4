public import Contests
internal import LibXML
public import Primitives

/// A results protocol with the sheets and recusals that prove it, and what is wrong with the proof.
///
/// Nothing but the file is needed: the rules, prizes, criteria and tie decisions stand in it beside the points.
public struct ResultsBundle: Sendable {
  public let minutes: ResultsProtocol
  /// Those of the protocol, in its order.
  public private(set) var results: [ProtocolResult] = []
  public private(set) var sheets: [ScoreSheet] = []
  public private(set) var recusals: [Recusal] = []
  /// How many of the places were recomputed from points; those that the jury gives of its own are not among them.
  public private(set) var recomputedPlaces = 0
  /// The digest that the file states of its decision: SHA-256 as hexadecimal digits. It binds the protocol to its results,
  /// whatever follows from them; whoever writes the file anew writes it anew too, so that it proves nothing of where the
  /// file comes from unless it is compared with what the organiser says. Passed on unchanged, a protocol keeps it.
  public private(set) var decisionDigest: String?
  /// What differs, each finding at its line; empty for a protocol that is proved by what it carries.
  public private(set) var findings: [Diagnostic] = []

  /// Reads and verifies a file.
  ///
  /// - Parameter path: `-` is standard input.
  /// - Throws: ``DocumentRefusal`` when the file cannot be read, is no results protocol, or is not valid.
  public init(path: String) throws(DocumentRefusal) {
    var stream = try DocumentStream(path: path)
    try self.init(&stream)
  }

  /// Verifies a document that is in memory; findings call it by `name`.
  public init(bytes: [UInt8], name: String) throws(DocumentRefusal) {
    var stream = DocumentStream(bytes: bytes, name: name)
    try self.init(&stream)
  }

  private init(_ stream: inout DocumentStream) throws(DocumentRefusal) {
    var minutes: CheckedRecord<ResultsProtocol>?
    var invalid: [Diagnostic] = []
    var results: [ResultProof] = []
    var points = PointsProof()
    stream.takesAnyDecision = true
    while let part = try stream.next() {
      guard stream.kind == .resultsProtocol else { throw DocumentRefusal(Wording.notResults(stream.rootLocation)) }
      invalid += part.diagnostics.filter { $0.severity == .error }
      switch part {
      case .minutes(let record):
        minutes = record
        points.panel = record.value.map { Panel(contest: $0.contestAsDecided) }
      case .result(let record):
        if let proof = ResultProof(record) {
          points.expect(proof)
          results.append(proof)
        }
      case .scoreSheet(let record): points.take(record)
      case .recusal(let record): points.take(record)
      default: break
      }
    }
    guard invalid.isEmpty, let minutes, let value = minutes.value else { throw DocumentRefusal(invalid) }
    self.minutes = value
    self.results = results.map(\.result)
    sheets = points.sheets
    recusals = points.recusals
    decisionDigest = stream.decision?.stated
    findings = points.findings() + digestFindings(minutes) + [stream.decision?.mismatch].compactMap(\.self)
    let places = PlacesProof(value, results, sheets: sheets, recusals: recusals, at: minutes)
    recomputedPlaces = places.placeCount
    findings += places.findings()
    findings = findings.inOrderOfLines
  }

  private func digestFindings(_ record: CheckedRecord<ResultsProtocol>) -> [Diagnostic] {
    // Where there are no sheets at all, that is said once.
    guard !sheets.isEmpty else { return [] }
    guard let stated = minutes.scoresDigest else { return [record.located(Wording.scoresDigestMissing)] }
    return stated == ScoresDigest.over(sheets, recusals).description
      ? [] : [record.located(Wording.scoresDigestDiffers)]
  }
}

extension ResultsProtocol {
  /// The contest with what the protocol repeats of it.
  var contestAsDecided: Contest {
    Contest(
      id: contest ?? organiser.id, title: contestTitle, year: year, level: level, organiser: organiser,
      nominations: nominations, prizes: prizes, criteria: criteria, jury: jury, rules: rules ?? ContestRules())
  }
}

extension [Diagnostic] {
  /// Those of one line stay in the order in which they were found.
  fileprivate var inOrderOfLines: [Diagnostic] {
    enumerated().sorted { left, right in
      (left.element.location?.line ?? 0, left.offset) < (right.element.location?.line ?? 0, right.offset)
    }.map(\.element)
  }
}

/// A result with the place in the file where it stands.
struct ResultProof {
  let result: ProtocolResult
  let location: Diagnostic.Location?

  init?(_ record: CheckedRecord<ProtocolResult>) {
    guard let result = record.value else { return nil }
    self.result = result
    location = record.located(Wording.sheetMissing(juror: result.id, entry: result.id)).location
  }

  func finding(_ diagnostic: Diagnostic) -> Diagnostic {
    var finding = diagnostic
    finding.record = result.id.description
    finding.location = location
    return finding
  }
}
