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
    if let number = revoked.movedUpBy {
      let minutes = words("протоколу №", "minutes No.") + "\(Format.space)\(number)"
      return words("; место перешло по \(minutes)", "; the place went on by \(minutes)")
    }
    switch decision?.revokedPlaces {
    case .movedUp:
      // Minutes keep what they said, whatever was taken back since.
      let lost = part.revoked.filter { $0.minutes == minutes.number && $0.award.place == revoked.award.place }
      let entries =
        part.awards.filter { $0.place == revoked.award.place }.map { words.number($0.number) }
        + lost.map { "\(words.number($0.award.number)) (\(words.day(of: $0)))" }
      if entries.isEmpty {
        return kept(revoked, words) ?? words("; место никому не перешло", "; the place goes to nobody")
      }
      let list = entries.joined(separator: ", ")
      return words("; место переходит: \(list)", "; the place goes to \(list)")
    case .vacant:
      return kept(revoked, words) ?? words("; место остаётся свободным", "; the place stays vacant")
    case .anew: return words("; номинация решена заново", "; the nomination is decided anew")
    case nil: return ""
    }
  }

  /// Whoever shared the place keeps it.
  private func kept(_ revoked: RevokedAward, _ words: ProtocolWords) -> String? {
    if revoked.holders.isEmpty { return nil }
    let list = revoked.holders.map(words.number).joined(separator: ", ")
    return words("; место сохраняет: \(list)", "; the place stays with \(list)")
  }
}

extension ProtocolWords {
  /// «отменено 6 апреля 2020 г.: нарушение положения».
  func revoked(_ revoked: ProtocolView.RevokedAward) -> String {
    day(of: revoked) + (ground(revoked.ground).map { ": \($0)" } ?? "")
  }

  func day(of revoked: ProtocolView.RevokedAward) -> String {
    let day = Format.day(revoked.date, .document, language)
    return self("отменено \(day)", "taken back on \(day)")
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
