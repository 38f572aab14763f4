public import Primitives

/// Applications open, close, are judged and have results in this order; days that were not announced are passed over.
public struct ScheduleInOrder: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    let schedule = contest.schedule
    let steps: [(day: Day, name: LocalizedText, field: String)] = [
      (schedule.opens, LocalizedText(ru: "начало приёма заявок", en: "the opening"), "schedule/opens"),
      (schedule.closes, LocalizedText(ru: "окончание приёма заявок", en: "the closing"), "schedule/closes"),
      (schedule.judging, LocalizedText(ru: "работа жюри", en: "the judging"), "schedule/judging"),
      (schedule.results, LocalizedText(ru: "объявление итогов", en: "the results"), "schedule/results"),
    ].compactMap { day, name, field in day.map { ($0, name, field) } }
    return zip(steps, steps.dropFirst()).compactMap { earlier, later in
      earlier.day <= later.day
        ? nil : .outOfOrder(earlier.name, earlier.day, later.name, later.day, field: later.field)
    }
  }
}

extension Diagnostic {
  fileprivate static func outOfOrder(
    _ first: LocalizedText, _ firstDay: Day, _ second: LocalizedText, _ secondDay: Day, field: String
  ) -> Diagnostic {
    Diagnostic(
      ContestCode.scheduleOutOfOrder, .error,
      LocalizedText(
        ru: "сроки идут не по порядку: \(second[.russian]) (\(secondDay.dotted)) раньше, чем \(first[.russian])"
          + " (\(firstDay.dotted))",
        en: "the days are out of order: \(second[.english]) (\(secondDay.worded)) comes before \(first[.english])"
          + " (\(firstDay.worded))"),
      advice: LocalizedText(ru: "исправьте сроки конкурса", en: "correct the days of the contest"), field: field)
  }
}
