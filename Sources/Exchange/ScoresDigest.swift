public import Contests
internal import Primitives

/// Digests by which the sheets and recusals that a decision rests on are known again.
///
/// A remark and the reason of a recusal are no part of them: both may be erased, and the places stay what they are.
public enum ScoresDigest {
  /// Over juror, entry, day and points, the points by their criterion.
  public static func of(_ sheet: ScoreSheet) -> Digest {
    let marks = sheet.marks.map { "\($0.criterion)=\($0.points)" }.sorted().joined(separator: ";")
    return Digest(of: Array("sheet|\(sheet.juror)|\(sheet.entry)|\(sheet.date)|\(marks)".utf8))
  }

  /// Over juror, entry and day.
  public static func of(_ recusal: Recusal) -> Digest {
    Digest(of: Array("recusal|\(recusal.juror)|\(recusal.entry)|\(recusal.date)".utf8))
  }

  /// Over the digests of all of them, whatever their order.
  public static func over(_ sheets: [ScoreSheet], _ recusals: [Recusal]) -> Digest {
    let digests = sheets.map { of($0).description } + recusals.map { of($0).description }
    return Digest(of: Array(digests.sorted().joined(separator: "\n").utf8))
  }
}
