import Contests
import Exchange
import Foundation
import Primitives
import Testing

/// One value of a protocol changed by somebody: whatever decides a result is found, and nothing but the file is needed.
/// The digest of the decision is none of the proof here: whoever forges a file leaves it out or writes it anew.
///
/// A file cannot prove what it does not follow from:
/// - that it is the file the organiser sent: whoever writes sheets, totals, digests, counts and places anew, all to fit
///   one another, has written another protocol; the one on paper tells them apart;
/// - the rules, criteria, prizes, jury and age groups: they are the contest's, and stand in its announcement;
/// - who stands behind an entry, and whether anybody had won before: a number tells nothing of a person, and all that
///   is seen is whether the places follow from the numbers;
/// - what the jury decides of its own: prizes beside the places, places withheld, a nomination left without winner or
///   cancelled, votes between equals;
/// - what the office decides: admission of whom nobody judged, and that a place was taken back, when and why, as long as
///   it can have been so (``EarlierPlacesTests``): the one who lost it may be invented, with a protocol that gave it to him;
/// - in which of the nominations an entry competed that won nothing in either, for the sheets are on the entry;
/// - the words beside a decision, and that a place was typed in where another protocol decides its nomination;
/// - a nomination of which the protocol says nothing: another one may decide it.
struct ForgeryTests {
  /// What decides a result, and what it is changed to: a pattern whose first group is replaced.
  private struct Change {
    var name: String
    var pattern: String
    var other: @Sendable (String) -> String
    var onlyWherePlaced = false
  }

  private static func next(_ number: String) -> String { number == "10" ? "9" : "10" }

  private static let changes: [Change] = [
    .init(name: "points of a sheet", pattern: #"<points criterion="\w+">([\d.]+)<"#, other: next),
    .init(name: "points of a result", pattern: #"marks="idea=([\d.]+) "#, other: next),
    .init(name: "total of a juror", pattern: #"<jurorTotal [^>]*>([\d.]+)<"#, other: next),
    .init(name: "total", pattern: #"<total>([\d.]+)<"#, other: { $0 + "1" }),
    .init(name: "place", pattern: #"<award place="(\d)""#, other: { $0 == "1" ? "2" : "1" }),
    .init(
      name: "prize", pattern: #"<award place="\d">\s*<prize>([^<]*)<"#,
      other: { $0.hasPrefix("Диплом 1") ? "Диплом 2-й степени" : "Диплом 1-й степени" }),
    .init(
      name: "prize that no list has", pattern: #"<award place="\d">\s*<prize>([^<]*)<"#, other: { _ in "Гран-при" }),
    .init(name: "nomination of a prize", pattern: #"<award nomination="(jury)""#, other: { _ in "nowhere" }),
    .init(name: "nomination unknown", pattern: #"<nomination>(\w+)</nomination>"#, other: { _ in "nowhere" }),
    .init(name: "nomination of the jury", pattern: #"<nomination>(\w+)</nomination>"#, other: { _ in "jury" }),
    .init(name: "nomination missing", pattern: #"(<nomination>\w+</nomination>)"#, other: { _ in "" }),
    .init(
      name: "other nomination", pattern: #"<nomination>(\w+)</nomination>"#, other: { $0 == "wood" ? "clay" : "wood" },
      onlyWherePlaced: true),
    .init(
      name: "status", pattern: #"(<total>)"#,
      other: { "<status>notAdmitted</status><reason>нет работы</reason>" + $0 }),
    .init(
      name: "nomination takes none", pattern: #"<nomination id="(?:wood|clay)("?)>"#,
      other: { _ in "\" acceptsApplications=\"false\"" }),
    .init(
      name: "nomination takes some", pattern: #"<nomination id="jury"( acceptsApplications="false")"#,
      other: { _ in "" }),
    .init(name: "decision on nothing known", pattern: #"<decision nomination="(\w+)""#, other: { _ in "nowhere" }),
    .init(name: "decision on the jury's own", pattern: #"<decision nomination="(\w+)""#, other: { _ in "jury" }),
    .init(name: "outcome", pattern: #"outcome="(decided)""#, other: { _ in "noWinner" }),
    .init(name: "outcome by rule", pattern: #"outcome="(decided)""#, other: { _ in "tooFewEntries" }),
    .init(name: "outcome without places", pattern: #"outcome="(noWinner|tooFewEntries)""#, other: { _ in "decided" }),
    .init(name: "received", pattern: #"<received>(\d+)<"#, other: { $0 + "0" }),
    .init(name: "admitted", pattern: #"<admitted>(\d+)<"#, other: { $0 + "0" }),
    .init(name: "rejected", pattern: #"<rejected>(\d+)<"#, other: { $0 + "0" }),
    .init(name: "out of", pattern: #"<outOf>(\d+)<"#, other: { $0 + "0" }),
    .init(name: "rank of a prize", pattern: #"<prize rank="(1)""#, other: { _ in "7" }, onlyWherePlaced: true),
    .init(
      name: "order of equals", pattern: #"(<entry>\w+</entry>\s*<entry>\w+</entry>)"#,
      other: { pair in
        let entries = pair.matches(of: /<entry>\w+<\/entry>/).map { String($0.output) }
        return entries.reversed().joined()
      }),
    .init(name: "digest of all", pattern: #"scoresDigest="(\w)"#, other: { $0 == "0" ? "1" : "0" }),
    .init(name: "no digest of all", pattern: #"( scoresDigest="\w+")"#, other: { _ in "" }),
    .init(name: "digest of a sheet", pattern: #"sha256="(\w)"#, other: { $0 == "0" ? "1" : "0" }),
    .init(name: "entry of a sheet", pattern: #"<scoreSheet [^>]*entry="(\w+)""#, other: { $0 == "e1" ? "e2" : "e1" }),
    .init(name: "juror of a sheet", pattern: #"<scoreSheet [^>]*juror="(\w+)""#, other: { $0 == "j1" ? "j2" : "j1" }),
    .init(name: "entry of a recusal", pattern: #"<recusal [^>]*entry="(\w+)""#, other: { $0 == "e1" ? "e2" : "e1" }),
    .init(name: "secretary", pattern: #"<juror id="j\d" role="(\w+)""#, other: { _ in "secretary" }),
  ]

  private func isFound(_ text: String) -> Bool {
    do throws(DocumentRefusal) {
      return try !ResultsBundle(bytes: Array(text.utf8), name: "forged").findings.isEmpty
    } catch {
      return true
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `one changed value that decides a result is found`(seed: UInt64) throws {
    let honest = try ProvedProtocol(seed: seed).text()
    let bundle = try ResultsBundle(bytes: Array(honest.utf8), name: "honest")
    try #require(bundle.findings == [])
    #expect(bundle.recomputedPlaces == bundle.results.flatMap(\.awards).count { $0.place != nil })
    let whole = NSRange(honest.startIndex..., in: honest)
    for change in Self.changes {
      let pattern = try NSRegularExpression(pattern: change.pattern)
      let matches = pattern.matches(in: honest, range: whole)
      // A few of each, the last among them.
      for match in Set(matches.prefix(3) + matches.suffix(1)) {
        let range = try #require(Range(match.range(at: 1), in: honest))
        let told = String(honest[range])
        if change.onlyWherePlaced, !isPlaced(bundle, told, at: range.lowerBound, in: honest) { continue }
        let forged = honest.replacingCharacters(in: range, with: change.other(told))
        let line = honest[..<range.lowerBound].count { $0 == "\n" } + 1
        #expect(isFound(forged), "\(change.name), line \(line): \(told)")
      }
    }
  }

  /// True where places were given in the nomination that a value is about: nothing follows from it elsewhere.
  private func isPlaced(_ bundle: ResultsBundle, _ told: String, at index: String.Index, in text: String) -> Bool {
    let named = text[..<index].matches(of: /<nomination id="(\w+)"/).last.map { String($0.output.1) }
    let nomination = Identifier(told == "1" ? named ?? "" : told)
    return bundle.results.contains { result in
      result.nomination == nomination && result.awards.contains { $0.place != nil }
    }
  }

  @Test func `who was passed over for another win is known by the number they share`() throws {
    var found = 0
    for seed in 0..<60 as Range<UInt64> {
      let proved = try ProvedProtocol(seed: seed)
      let honest = try proved.text()
      for entry in proved.passedOver {
        let result = try #require(
          honest.firstMatch(of: try Regex("(?s)<result id=\"\(entry)\">.*?</result>"))?.output[0].substring)
        let alone = result.replacing(/<sharedParticipant>\d+<\/sharedParticipant>\s*/, with: "")
        #expect(alone != result)
        found += 1
        #expect(isFound(honest.replacing(result, with: alone)), "\(seed) \(entry)")
      }
    }
    #expect(found > 3)
  }
}
