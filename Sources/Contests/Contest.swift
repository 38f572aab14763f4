public import Primitives

/// Whose contest it is.
public enum Level: String, CaseIterable, Sendable {
  case municipal, regional, national
}

/// The states of a contest.
public enum ContestStatus: String, Lifecycle {
  case draft, announced, open, closed, judging, completed, cancelled, unsuccessful

  public static let initial = ContestStatus.draft

  public var title: LocalizedText {
    switch self {
    case .draft: LocalizedText(ru: "готовится", en: "in preparation")
    case .announced: LocalizedText(ru: "объявлен", en: "announced")
    case .open: LocalizedText(ru: "приём заявок", en: "open for applications")
    case .closed: LocalizedText(ru: "приём заявок окончен", en: "closed for applications")
    case .judging: LocalizedText(ru: "работа жюри", en: "judging")
    case .completed: LocalizedText(ru: "завершён", en: "completed")
    case .cancelled: LocalizedText(ru: "отменён", en: "cancelled")
    case .unsuccessful: LocalizedText(ru: "признан несостоявшимся", en: "declared void")
    }
  }

  /// Forward along the line, skipping what was not recorded; a closed contest may open again when its days are
  /// prolonged. From any unfinished state it may be cancelled or declared unsuccessful.
  public var successors: Set<ContestStatus> {
    switch self {
    case .draft: [.announced, .open, .cancelled]
    case .announced: [.open, .closed, .judging, .completed, .cancelled, .unsuccessful]
    case .open: [.closed, .judging, .completed, .cancelled, .unsuccessful]
    case .closed: [.open, .judging, .completed, .cancelled, .unsuccessful]
    case .judging: [.completed, .cancelled, .unsuccessful]
    case .completed, .cancelled, .unsuccessful: []
    }
  }

  public var needsReason: Bool { self == .cancelled || self == .unsuccessful }

  /// True once nothing about its entries may change any more.
  public var isFinal: Bool { self == .completed || self == .cancelled || self == .unsuccessful }
}

/// The announced days of a contest, each optional. They, not the clock, say whether an application is in time.
public struct Schedule: Hashable, Sendable {
  /// First day of taking applications.
  public var opens: Day?
  /// Last day of taking applications.
  public var closes: Day?
  /// Day the jury begins.
  public var judging: Day?
  /// Day the results are made known.
  public var results: Day?

  public init(opens: Day? = nil, closes: Day? = nil, judging: Day? = nil, results: Day? = nil) {
    self.opens = opens
    self.closes = closes
    self.judging = judging
    self.results = results
  }
}

/// The municipal programme a contest belongs to.
public struct MunicipalProgramme: Codable, Hashable, Sendable {
  public var title: String
  public var period: Period?
  public var approvedOn: Day?

  public init(title: String, period: Period? = nil, approvedOn: Day? = nil) {
    self.title = title
    self.period = period
    self.approvedOn = approvedOn
  }
}

/// The larger contest of which this one is a stage.
public struct LargerContest: Codable, Hashable, Sendable {
  public var id: Identifier?
  public var title: String

  public init(id: Identifier? = nil, title: String) {
    self.id = id
    self.title = title
  }
}

/// A contest with the rules it was announced by.
public struct Contest: Hashable, Sendable {
  public var id: Identifier
  public var title: String
  /// «XII», «весна 2020»; nil where the year is enough.
  public var edition: String?
  /// The calendar year it is counted in.
  public var year: Int
  public var level: Level
  public var organiser: Organisation
  public var territory: Territory?
  public var programme: MunicipalProgramme?
  public var approvingAct: ApprovingAct?
  public var stageOf: LargerContest?
  public var description: String?
  /// Who may take part.
  public var eligibility: String?
  public var schedule: Schedule
  public var prizeFund: Money?
  public var nominations: [Nomination]
  /// Prizes of a contest without nominations, and of the nominations that name none of their own.
  public var prizes: [Prize]
  public var criteria: [Criterion]
  public var jury: [Juror]
  public var rules: ContestRules
  public var achievements: [Achievement]
  public var history: StatusHistory<ContestStatus>
  /// Foreign content of the document it came in, kept as it was.
  public var extensions: String?

  public init(
    id: Identifier, title: String, edition: String? = nil, year: Int, level: Level = .municipal,
    organiser: Organisation, territory: Territory? = nil, programme: MunicipalProgramme? = nil,
    approvingAct: ApprovingAct? = nil, stageOf: LargerContest? = nil, description: String? = nil,
    eligibility: String? = nil, schedule: Schedule = Schedule(), prizeFund: Money? = nil,
    nominations: [Nomination] = [], prizes: [Prize] = [], criteria: [Criterion] = [], jury: [Juror] = [],
    rules: ContestRules = ContestRules(), achievements: [Achievement] = [],
    history: StatusHistory<ContestStatus> = StatusHistory(), extensions: String? = nil
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.year = year
    self.level = level
    self.organiser = organiser
    self.territory = territory
    self.programme = programme
    self.approvingAct = approvingAct
    self.stageOf = stageOf
    self.description = description
    self.eligibility = eligibility
    self.schedule = schedule
    self.prizeFund = prizeFund
    self.nominations = nominations
    self.prizes = prizes
    self.criteria = criteria
    self.jury = jury
    self.rules = rules
    self.achievements = achievements
    self.history = history
    self.extensions = extensions
  }

  public var status: ContestStatus { history.current }

  /// The nomination of that identifier; nil where the contest has none.
  public func nomination(_ id: Identifier) -> Nomination? {
    nominations.first { $0.id == id }
  }

  /// How a nomination is called before people: by its title, or by the identifier it was asked for by.
  package func title(of nomination: Identifier?) -> String? {
    nomination.map { self.nomination($0)?.title ?? $0.description }
  }

  /// Where the nomination stands among the contest's: a rule asked of every entry reads what it needs in place.
  func nominationIndex(_ id: Identifier?) -> Int? {
    id.flatMap { id in nominations.firstIndex { $0.id == id } }
  }

  /// The prizes that may be given in a nomination, or in the contest where it has no nominations: those of the nomination,
  /// and the contest's special ones; of a nomination without prizes of its own, all of the contest's.
  public func prizes(in nomination: Identifier?) -> [Prize] {
    nomination.flatMap(self.nomination).map(prizes(in:)) ?? prizes
  }

  func prizes(in nomination: Nomination) -> [Prize] {
    if nomination.prizes.isEmpty { return prizes }
    let titles = Set(nomination.prizes.map(\.title.loosened))
    return nomination.prizes + prizes.filter { $0.rank == nil && !titles.contains($0.title.loosened) }
  }

  /// How often a place may be given in a nomination; nil where no prize is announced for it.
  package func prizeCount(ofPlace place: Int, in nomination: Identifier?) -> Int? {
    let prizes = prizes(in: nomination).filter { $0.rank == place }
    return prizes.isEmpty ? nil : prizes.map(\.quantity).reduce(0, +)
  }

  /// What the prize announced for a place is called; nil for none, and where the place is not announced.
  package func prizeTitle(ofPlace place: Int?, in nomination: Identifier?) -> String? {
    place.flatMap { place in prizes(in: nomination).first { $0.rank == place }?.title }
  }
}
