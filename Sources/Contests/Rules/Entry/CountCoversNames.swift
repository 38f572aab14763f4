public import Primitives

/// An entry states at least as many participants as it names.
public struct CountCoversNames: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    guard let participants = entry.participants, participants.count < participants.people.count else { return [] }
    return [.tooFew(participants.count, named: participants.people.count)]
  }
}

extension Diagnostic {
  fileprivate static func tooFew(_ count: Int, named: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.countBelowNames, .error,
      LocalizedText(
        ru: "указано участников: \(count), а поимённо перечислено: \(named)",
        en: "\(count) stated as the number of participants, but \(named) are named"),
      advice: LocalizedText(
        ru: "укажите общее число участников; оно не может быть меньше числа перечисленных",
        en: "state the number of all participants; it cannot be below the number of those named"),
      field: "participants")
  }
}
