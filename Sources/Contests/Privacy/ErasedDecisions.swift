package import Primitives

// What protocols and outcomes say of an entry, without the people.

extension ProtocolResult {
  /// - Parameter applicant: of the entry, as it was.
  package func erased(of applicant: Party, naming names: PersonalNames) -> ProtocolResult {
    var result = stripped(of: names)
    result.applicant = self.applicant.map { _ in Neutral.name(of: applicant) }
    return result
  }

  /// Without remarks and foreign content, and without texts that name someone; the applicant is left to the caller.
  func stripped(of names: PersonalNames) -> ProtocolResult {
    var result = self
    result.title = title.map { names.cleared($0) ?? Neutral.title }
    result.reason = reason.map { names.cleared($0) ?? Neutral.text }
    result.note = names.cleared(note)
    result.territory = territory?.stripped(of: names)
    result.achievements = achievements.filter { !names.occur(in: $0.title) }
    for index in result.earlierPlaces.indices {
      result.earlierPlaces[index].prize = result.earlierPlaces[index].prize.map { names.cleared($0) ?? Neutral.text }
    }
    result.extensions = nil
    return result
  }
}

extension ResultsProtocol {
  /// Without remarks that name someone of the entry.
  package func erased(naming names: PersonalNames) -> ResultsProtocol {
    var minutes = self
    for index in minutes.decisions.indices {
      minutes.decisions[index].note = minutes.decisions[index].note.flatMap { names.areNamed(in: $0) ? nil : $0 }
    }
    for index in minutes.tieDecisions.indices {
      minutes.tieDecisions[index].reason = minutes.tieDecisions[index].reason.map {
        names.areNamed(in: $0) ? Neutral.text : $0
      }
    }
    minutes.extensions = extensions.flatMap { names.areNamed(in: $0) ? nil : $0 }
    return minutes
  }
}

extension Outcome {
  package func erased(naming names: PersonalNames) -> Outcome {
    var outcome = self
    outcome.entry = entry.map { names.cleared($0) ?? Neutral.title }
    outcome.note = names.cleared(note)
    outcome.prize = names.cleared(prize)
    outcome.territory = territory?.stripped(of: names)
    outcome.achievements = achievements.filter { !names.occur(in: $0.title) }
    outcome.extensions = nil
    return outcome
  }
}
