public import Primitives

/// The states of a grant project.
public enum ProjectStatus: String, Lifecycle {
  case planned, applied, awarded, declined, agreementSigned, active, reporting, closed, suspended, cancelled, terminated

  public static let initial = ProjectStatus.planned

  public var title: LocalizedText {
    switch self {
    case .planned: LocalizedText(ru: "планируется", en: "planned")
    case .applied: LocalizedText(ru: "заявка подана", en: "applied for")
    case .awarded: LocalizedText(ru: "грант присуждён", en: "awarded")
    case .declined: LocalizedText(ru: "отклонён", en: "declined")
    case .agreementSigned: LocalizedText(ru: "соглашение заключено", en: "agreement signed")
    case .active: LocalizedText(ru: "реализуется", en: "active")
    case .reporting: LocalizedText(ru: "сдаётся отчётность", en: "reporting")
    case .closed: LocalizedText(ru: "завершён", en: "closed")
    case .suspended: LocalizedText(ru: "приостановлен", en: "suspended")
    case .cancelled: LocalizedText(ru: "отменён", en: "cancelled")
    case .terminated: LocalizedText(ru: "соглашение расторгнуто", en: "terminated")
    }
  }

  public var successors: Set<ProjectStatus> {
    switch self {
    case .planned: [.applied, .awarded, .cancelled]
    case .applied: [.awarded, .declined, .cancelled]
    case .awarded: [.agreementSigned, .active, .cancelled]
    case .agreementSigned: [.active, .suspended, .cancelled, .terminated]
    case .active: [.reporting, .closed, .suspended, .terminated]
    case .reporting: [.active, .closed, .suspended, .terminated]
    case .suspended: [.active, .reporting, .terminated, .cancelled]
    case .declined, .closed, .cancelled, .terminated: []
    }
  }

  public var needsReason: Bool {
    switch self {
    case .declined, .suspended, .cancelled, .terminated: true
    default: false
    }
  }
}

/// Who gives grants.
public struct Funder: Hashable, Sendable {
  public var id: Identifier
  public var title: String

  public init(id: Identifier, title: String) {
    self.id = id
    self.title = title
  }
}

/// The grant agreement.
public struct Agreement: Hashable, Sendable {
  public var number: String?
  public var date: Day

  public init(number: String? = nil, date: Day) {
    self.number = number
    self.date = date
  }
}

/// A project on a funder's money, with its ledger. All its amounts are in its one currency.
public struct Project: Hashable, Sendable {
  public var id: Identifier
  public var title: String
  public var description: String?
  public var funder: Funder
  /// The funder's contest.
  public var programme: String?
  public var nomination: String?
  public var grantee: Organisation
  public var territory: Territory?
  public var currency: Currency
  public var applied: Amount?
  public var awarded: Amount?
  /// Own and other money promised beside the grant.
  public var coFinancing: Amount?
  public var awardedOn: Day?
  public var agreement: Agreement?
  public var plannedPeriod: Period?
  public var actualPeriod: Period?
  public var history: StatusHistory<ProjectStatus>
  public var budget: [BudgetLine]
  public var instalments: [Instalment]
  public var expenses: [Expense]
  public var refunds: [Refund]
  public var indicators: [Indicator]
  public var checkpoints: [Checkpoint]
  /// Planned money moved between budget lines, in order.
  public var moves: [LineMove]
  /// What it tells in the narrative part of its reports.
  public var texts: [ProjectText]
  /// Foreign content of the document it came in, kept as it was.
  public var extensions: String?

  public init(
    id: Identifier, title: String, description: String? = nil, funder: Funder, programme: String? = nil,
    nomination: String? = nil, grantee: Organisation, territory: Territory? = nil, currency: Currency = .rouble,
    applied: Amount? = nil, awarded: Amount? = nil, coFinancing: Amount? = nil, awardedOn: Day? = nil,
    agreement: Agreement? = nil, plannedPeriod: Period? = nil, actualPeriod: Period? = nil,
    history: StatusHistory<ProjectStatus> = StatusHistory(), budget: [BudgetLine] = [],
    instalments: [Instalment] = [], expenses: [Expense] = [], refunds: [Refund] = [],
    indicators: [Indicator] = [], checkpoints: [Checkpoint] = [],
    moves: [LineMove] = [], texts: [ProjectText] = [], extensions: String? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.funder = funder
    self.programme = programme
    self.nomination = nomination
    self.grantee = grantee
    self.territory = territory
    self.currency = currency
    self.applied = applied
    self.awarded = awarded
    self.coFinancing = coFinancing
    self.awardedOn = awardedOn
    self.agreement = agreement
    self.plannedPeriod = plannedPeriod
    self.actualPeriod = actualPeriod
    self.history = history
    self.budget = budget
    self.instalments = instalments
    self.expenses = expenses
    self.refunds = refunds
    self.indicators = indicators
    self.checkpoints = checkpoints
    self.moves = moves
    self.texts = texts
    self.extensions = extensions
  }

  public var status: ProjectStatus { history.current }

  /// The change of status that held at the end of a period; nil where the first came later.
  package func lastChange(byEndOf period: Period) -> StatusChange<ProjectStatus>? {
    let toEnd = Period(start: nil, end: period.end)
    return history.changes.last { toEnd.contains($0.date) }
  }

  /// The day of the award: as stated, or the first day the project stood as awarded or later.
  public var awardDay: Day? {
    awardedOn
      ?? history.changes.first {
        ![.planned, .applied, .declined, .cancelled].contains($0.status)
      }?.date
  }

  /// The day the project ended, if it has.
  public var endDay: Day? {
    history.changes.first { [.closed, .cancelled, .terminated, .declined].contains($0.status) }?.date
  }

  /// The last day of the project: the real one, or else the planned one unless the project ended before.
  var lastDay: Day? { actualPeriod?.end ?? [plannedPeriod?.end, endDay].compactMap { $0 }.min() }
}
