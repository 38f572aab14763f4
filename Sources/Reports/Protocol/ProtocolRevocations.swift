internal import Contests
internal import Primitives

// Places and prizes that were taken back: of the protocol itself, and of earlier ones where it decides anew. The words of
// the reason, which may name somebody, are not told.
extension ProtocolView {
  func revocations(_ part: Part, _ decision: ResultsProtocol.Decision?, _ words: ProtocolWords) -> [Document.Block] {
    let own = part.revoked.filter { $0.minutes == minutes.number }
    let earlier = part.revoked.filter { $0.minutes != minutes.number }
    var blocks: [Document.Block] = []
    if !earlier.isEmpty {
      blocks.append(
        .list(
          lead: words("Ранее присуждено и отменено:", "Given earlier and taken back:"),
          earlier.map { revoked in
            return "\(item(revoked.award, words)) (\(words.minutes(revoked.minutes)), \(words.revoked(revoked)))"
              + sequel(revoked, part, decision, words)
          }))
    }
    if !own.isEmpty {
      blocks.append(
        .list(
          lead: words("Присуждено этим протоколом и позднее отменено:", "Given by these minutes and later taken back:"),
          own.map { "\(item($0.award, words)) (\(words.revoked($0)))" }))
    }
    return blocks
  }

  /// What became of the place by this protocol.
  private func sequel(
    _ revoked: RevokedAward, _ part: Part, _ decision: ResultsProtocol.Decision?, _ words: ProtocolWords
  ) -> String {
    switch decision?.revokedPlaces {
    case .movedUp:
      let numbers = part.awards.filter { $0.place == revoked.award.place }.map(\.number)
      if numbers.isEmpty { return words("; место никому не перешло", "; the place goes to nobody") }
      let entries = numbers.map(words.number).joined(separator: ", ")
      return words("; место переходит: \(entries)", "; the place goes to \(entries)")
    case .vacant: return words("; место остаётся свободным", "; the place stays vacant")
    case .anew: return words("; номинация решена заново", "; the nomination is decided anew")
    case nil: return ""
    }
  }
}

extension ProtocolWords {
  /// «отменено 6 апреля 2020 г.: нарушение положения».
  func revoked(_ revoked: ProtocolView.RevokedAward) -> String {
    let day = Format.day(revoked.date, .document, language)
    return self("отменено \(day)", "taken back on \(day)") + (ground(revoked.ground).map { ": \($0)" } ?? "")
  }

  private func ground(_ ground: RevocationGround) -> String? {
    switch ground {
    case .violation: self("нарушение положения", "the rules were broken")
    case .declined: self("отказ победителя", "the winner declined")
    case .mistake: self("записано по ошибке", "recorded by mistake")
    case .moved: self("присуждено другое место", "another place was given")
    case .other: nil
    }
  }
}
