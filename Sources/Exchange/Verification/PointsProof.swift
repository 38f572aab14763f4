internal import Contests
internal import Primitives

/// Compares the sheets of a protocol with what its results say of them, as they are read: the results stand first.
struct PointsProof {
  private(set) var sheets: [ScoreSheet] = []
  private(set) var recusals: [Recusal] = []
  /// What each result says, by juror and entry; a sheet that was found is taken out.
  private var stated: [Key: ProtocolResult.JurorScore] = [:]
  private var results: [Identifier: ResultProof] = [:]
  /// Sheets that no result speaks of: a recusal may still explain them.
  private var unknown: [Key: Diagnostic] = [:]
  private var differences: [Diagnostic] = []
  /// What the rules on sheets ask; known once the protocol has been read.
  var panel: Panel?

  private struct Key: Hashable {
    var juror: Identifier
    var entry: Identifier
  }

  mutating func expect(_ proof: ResultProof) {
    results[proof.result.id] = proof
    for score in proof.result.scores { stated[Key(juror: score.juror, entry: proof.result.id)] = score }
  }

  mutating func take(_ record: CheckedRecord<ScoreSheet>) {
    guard let sheet = record.value else { return }
    sheets.append(sheet)
    let key = Key(juror: sheet.juror, entry: sheet.entry)
    guard let score = stated.removeValue(forKey: key) else {
      unknown[key] = record.located(Wording.sheetUnknown(juror: sheet.juror, entry: sheet.entry))
      return
    }
    if let panel {
      let result = results[sheet.entry]?.result
      let entry = ScoredEntry(
        nomination: result?.nomination, status: result?.isAdmitted == false ? .notAdmitted : .admitted)
      differences += ScoreRules.all.findings(in: sheet, on: entry, of: panel).map(record.located)
    }
    let marks = Self.differences(sheet, score)
    differences += marks.map(record.located)
    if marks.isEmpty, let digest = score.digest, digest != ScoresDigest.of(sheet).description {
      differences.append(record.located(Wording.sheetDiffers(juror: sheet.juror, entry: sheet.entry)))
    }
  }

  mutating func take(_ record: CheckedRecord<Recusal>) {
    guard let recusal = record.value else { return }
    recusals.append(recusal)
    unknown[Key(juror: recusal.juror, entry: recusal.entry)] = nil
  }

  func findings() -> [Diagnostic] {
    // In the same order each time.
    let owed = stated.keys.sorted { ($0.entry, $0.juror) < ($1.entry, $1.juror) }
    let missing = owed.compactMap { key in
      results[key.entry]?.finding(Wording.sheetMissing(juror: key.juror, entry: key.entry))
    }
    return differences + Array(unknown.values) + missing
  }

  /// The points that are not those the result gives.
  private static func differences(_ sheet: ScoreSheet, _ score: ProtocolResult.JurorScore) -> [Diagnostic] {
    guard !score.marks.isEmpty else { return [] }
    var stated = Dictionary(score.marks.map { ($0.criterion, $0.points) }, uniquingKeysWith: { first, _ in first })
    var differences: [Diagnostic] = []
    for (index, mark) in sheet.marks.enumerated() {
      let points = stated.removeValue(forKey: mark.criterion)
      if points != mark.points {
        differences.append(Wording.pointsDiffer(mark, stated: points, sheet, field: "points[\(index + 1)]"))
      }
    }
    return differences + stated.keys.sorted().map { Wording.pointsMissing($0, sheet) }
  }
}
