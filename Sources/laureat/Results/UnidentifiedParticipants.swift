import Contests
import Primitives

extension Diagnostic {
  /// Where nobody may win twice: entries in which somebody cannot be known again.
  static func participantsUnidentified(_ entries: some Collection<Registration>, in contest: Identifier) -> Diagnostic {
    let numbers = entries.sorted { $0.number < $1.number }.countedFew
    return Diagnostic(
      ContestCode.participantsUnidentified, .warning,
      LocalizedText(
        ru:
          "по положению победить можно только один раз, а участников узнают по имени и дате рождения; заявок, где их не хватает: \(numbers)",
        en:
          "nobody may win twice, and people are known by name and birth day; entries that lack these: \(numbers)"),
      advice: LocalizedText(
        ru:
          "допишите до подведения итогов: laureat entry edit \(contest)/… --birth-day … (заявителю) или --participant \"Имя, \(dayForm)\" (участнику); иначе проверьте сами, что никто не побеждает дважды",
        en:
          "complete them before deciding: laureat entry edit \(contest)/… --birth-day … (the applicant), or --participant \"Name, \(dayForm)\"; else see for yourself that nobody wins twice"
      ))
  }
}
