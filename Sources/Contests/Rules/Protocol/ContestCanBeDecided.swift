public import Primitives

/// A contest that was announced and took place has results, and a protocol keeps the day it was recorded with. Asked of
/// a protocol as a document and of decisions typed in.
public struct ContestCanBeDecided: Sendable {
  public init() {}

  /// - Parameters:
  ///   - minutes: the protocol that decides.
  ///   - contest: the contest it decides.
  ///   - recorded: the contest's protocols that are known already.
  public func findings(
    by minutes: ProtocolReference, in contest: Contest, recorded: [ProtocolReference]
  ) -> [Diagnostic] {
    switch contest.status {
    case .draft, .cancelled, .unsuccessful: return [.cannotBeDecided(contest)]
    case .announced, .open, .closed, .judging, .completed: break
    }
    guard let same = recorded.first(where: { $0.number == minutes.number }), same.date != minutes.date else {
      return []
    }
    return [.otherDay(same)]
  }
}

extension Diagnostic {
  fileprivate static func cannotBeDecided(_ contest: Contest) -> Diagnostic {
    Diagnostic(
      ContestCode.contestCannotBeDecided,
      LocalizedText(
        ru: "у конкурса в состоянии «\(contest.status.title.russian)» итогов не бывает",
        en: "a contest that is “\(contest.status.title.english)” has no results"),
      advice: LocalizedText(
        ru: "состояние меняет команда laureat contest status \(contest.id)",
        en: "laureat contest status \(contest.id) changes its status"))
  }

  fileprivate static func otherDay(_ minutes: ProtocolReference) -> Diagnostic {
    Diagnostic(
      ContestCode.protocolDayDiffers,
      LocalizedText(
        ru: "протокол № \(minutes.number) уже записан с датой \(minutes.date.dotted)",
        en: "the protocol \(minutes.number) is recorded with the date \(minutes.date.worded)"),
      advice: LocalizedText(
        ru: "проверьте дату и номер протокола", en: "check the date and the number of the protocol"),
      field: "@date")
  }
}
