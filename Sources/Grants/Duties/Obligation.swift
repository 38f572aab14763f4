public import Primitives

/// What becomes of a report that is owed.
public enum ReportStatus: String, Lifecycle {
  case due, prepared, submitted, returned, accepted

  public static let initial = ReportStatus.due

  public var title: LocalizedText {
    switch self {
    case .due: LocalizedText(ru: "предстоит сдать", en: "due")
    case .prepared: LocalizedText(ru: "подготовлен", en: "prepared")
    case .submitted: LocalizedText(ru: "сдан", en: "submitted")
    case .returned: LocalizedText(ru: "возвращён на доработку", en: "returned")
    case .accepted: LocalizedText(ru: "принят", en: "accepted")
    }
  }

  public var successors: Set<ReportStatus> {
    switch self {
    case .due: [.prepared, .submitted]
    case .prepared: [.submitted]
    case .submitted: [.returned, .accepted]
    case .returned: [.prepared, .submitted]
    case .accepted: []
    }
  }

  public var needsReason: Bool { self == .returned }

  /// True while it is the grantee's turn.
  public var isOwed: Bool {
    switch self {
    case .due, .prepared, .returned: true
    case .submitted, .accepted: false
    }
  }
}

/// A report that is owed on a project: on which days, to whom and when.
public struct Obligation: Hashable, Sendable {
  public var id: Identifier
  public var kind: GrantReport.Kind
  /// The days reported on; both ends are given.
  public var period: Period
  public var due: DueRule
  /// To whom, where it is not the funder.
  public var recipient: String?
  /// What else the agreement says of it.
  public var note: String?
  public var history: StatusHistory<ReportStatus>

  public init(
    id: Identifier, kind: GrantReport.Kind, period: Period, due: DueRule, recipient: String? = nil,
    note: String? = nil, history: StatusHistory<ReportStatus> = StatusHistory()
  ) {
    self.id = id
    self.kind = kind
    self.period = period
    self.due = due
    self.recipient = recipient
    self.note = note
    self.history = history
  }

  public var status: ReportStatus { history.current }

  /// The number that the version in work or last submitted bears: 0 for the first, one more after each return.
  public var correctionNumber: Int { correctionNumber(on: nil) }

  func correctionNumber(on day: Day?) -> Int {
    history.changes.count { change in change.status == .returned && day.map { change.date <= $0 } ?? true }
  }

  /// When the version was submitted that came back last; nil where none did.
  var returnedSubmission: Day? {
    guard let returned = history.changes.lastIndex(where: { $0.status == .returned }) else { return nil }
    return history.changes.prefix(returned).last { $0.status == .submitted }?.date
  }

  /// The status at the end of a day.
  public func status(on day: Day) -> ReportStatus {
    history.changes.last { $0.date <= day }?.status ?? .initial
  }

  /// The day it is due by a calendar; nil beyond the year 9999.
  public func dueDay(by calendar: WorkCalendar) -> Day? {
    period.end.flatMap { due.day(after: $0, by: calendar) }
  }

  /// What is wrong with it by itself.
  public func findings(by calendar: WorkCalendar) -> [Diagnostic] {
    guard period.isInOrder, let end = period.end else { return [.periodReversed(id)] }
    guard let day = dueDay(by: calendar) else { return [.neverDue(id)] }
    return day <= end ? [.dueTooEarly(id)] : []
  }

  /// What is odd about the last change of its status; nil where nothing is.
  public var lastChangeFinding: Diagnostic? {
    guard let last = history.changes.last, last.status == .submitted, let end = period.end, last.date <= end else {
      return nil
    }
    return .submittedTooEarly(id, last.date, end: end)
  }

  /// True for another record of the same report, whatever day each says it is due. Reports that name no recipient go to
  /// the funder.
  public func repeats(_ other: Obligation, of funder: Funder) -> Bool {
    func words(_ obligation: Obligation) -> [String] {
      [obligation.recipient ?? funder.title, obligation.note ?? ""].map(\.loosened)
    }
    return kind == other.kind && period == other.period && words(self) == words(other)
  }
}

extension Diagnostic {
  fileprivate static func periodReversed(_ id: Identifier) -> Diagnostic {
    Diagnostic(
      GrantCode.periodReversed,
      LocalizedText(
        ru: "отчётный период кончается раньше, чем начинается", en: "the period ends before it starts"),
      advice: LocalizedText(ru: "проверьте дни периода", en: "check the days of the period"),
      record: id.description)
  }

  fileprivate static func neverDue(_ id: Identifier) -> Diagnostic {
    Diagnostic(
      GrantCode.dueDayBeyondCalendar,
      LocalizedText(ru: "срок отчёта выходит за пределы календаря", en: "the due day lies beyond the calendar"),
      advice: LocalizedText(ru: "проверьте период и срок", en: "check the period and the term"),
      record: id.description)
  }

  fileprivate static func submittedTooEarly(_ id: Identifier, _ day: Day, end: Day) -> Diagnostic {
    Diagnostic(
      GrantCode.submittedBeforePeriodEnds, .warning,
      LocalizedText(
        ru: "отчёт отмечен сданным \(day.dotted), а его период кончается \(end.dotted)",
        en: "the report is said to be submitted on \(day.worded), and its period ends on \(end.worded)"),
      advice: LocalizedText(
        ru: "проверьте день; ошибочную отметку возьмите назад: laureat undo",
        en: "check the day; take a wrong mark back: laureat undo"),
      record: id.description)
  }

  fileprivate static func dueTooEarly(_ id: Identifier) -> Diagnostic {
    Diagnostic(
      GrantCode.dueBeforePeriodEnds, .warning,
      LocalizedText(
        ru: "срок отчёта наступает раньше, чем кончается его период",
        en: "the report is due before its period ends"),
      advice: LocalizedText(ru: "сверьте срок с договором", en: "compare the day with the agreement"),
      record: id.description)
  }
}
