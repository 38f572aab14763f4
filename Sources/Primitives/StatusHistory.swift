/// The states a thing passes through, and which may follow which.
public protocol Lifecycle: RawRepresentable<String>, Hashable, CaseIterable, Sendable {
  /// The state every history begins with, if it begins by itself.
  static var initial: Self { get }
  /// The states that may follow this one.
  var successors: Set<Self> { get }
  /// True when entering the state must be explained.
  var needsReason: Bool { get }
  /// The state in the words of an office.
  var title: LocalizedText { get }
}

/// One entering of a state.
public struct StatusChange<Status: Lifecycle>: Hashable, Sendable {
  public var status: Status
  public var date: Day
  public var reason: String?

  public init(_ status: Status, on date: Day, reason: String? = nil) {
    self.status = status
    self.date = date
    self.reason = reason
  }
}

/// Why a change of state was refused.
public enum StatusRefusal<Status: Lifecycle>: Error, Hashable, Sendable {
  case illegal(from: Status, to: Status)
  /// The change is dated before the one it follows.
  case beforePrevious(Day)
  case reasonMissing(Status)
}

extension StatusRefusal {
  /// What is wrong, for a diagnostic.
  public var message: LocalizedText {
    switch self {
    case .illegal(let from, let to):
      LocalizedText(
        ru: "после состояния «\(from.title.russian)» не может идти «\(to.title.russian)»",
        en: "“\(to.title.english)” cannot follow “\(from.title.english)”")
    case .beforePrevious(let day):
      LocalizedText(
        ru: "смена состояния датирована раньше предыдущей (\(day.dotted))",
        en: "the change of status is dated before the one it follows (\(day.worded))")
    case .reasonMissing(let status):
      LocalizedText(
        ru: "для состояния «\(status.title.russian)» нужна причина",
        en: "the status “\(status.title.english)” needs a reason")
    }
  }

  /// What to do about it; nil where no state may follow. States come with the words that documents and commands use.
  public var advice: LocalizedText? {
    switch self {
    case .illegal(let from, _):
      // In the order in which the type lists them.
      let next = Status.allCases.filter(from.successors.contains)
      guard !next.isEmpty else { return nil }
      return LocalizedText(
        ru: "может следовать: " + next.map { "«\($0.title.russian)» (\($0.rawValue))" }.joined(separator: ", "),
        en: "what may follow: " + next.map { "“\($0.title.english)” (\($0.rawValue))" }.joined(separator: ", "))
    case .beforePrevious(let day):
      return LocalizedText(
        ru: "укажите дату не раньше \(day.dotted) или исправьте предыдущую", en: "give a day not before \(day.worded)")
    case .reasonMissing:
      return LocalizedText(ru: "укажите причину", en: "give a reason")
    }
  }
}

/// The states of one thing in the order it entered them. A history that exists is legal.
public struct StatusHistory<Status: Lifecycle>: Hashable, Sendable {
  public private(set) var changes: [StatusChange<Status>]

  /// A history that has only begun.
  public init() {
    changes = []
  }

  /// Replays changes as a document or the store gives them. The first may be any state: a document may tell only the
  /// later part of a history.
  public init(_ changes: [StatusChange<Status>]) throws(StatusRefusal<Status>) {
    self.init()
    if let first = changes.first { try Self.requireReason(first) }
    self.changes = Array(changes.prefix(1))
    for change in changes.dropFirst() { try apply(change) }
  }

  /// The present state.
  @inlinable public var current: Status { changes.last?.status ?? .initial }

  /// The first day the state was entered.
  public func day(of status: Status) -> Day? {
    changes.first { $0.status == status }?.date
  }

  /// Enters a state.
  ///
  /// - Throws: ``StatusRefusal`` when the state does not follow the present one, the day lies before the previous
  ///   change, or a reason is needed and missing.
  public mutating func apply(_ change: StatusChange<Status>) throws(StatusRefusal<Status>) {
    guard current.successors.contains(change.status) else { throw .illegal(from: current, to: change.status) }
    if let previous = changes.last, change.date < previous.date { throw .beforePrevious(previous.date) }
    try Self.requireReason(change)
    changes.append(change)
  }

  /// The same states without the words that explain them.
  public var withoutReasons: StatusHistory {
    var history = self
    for index in changes.indices where changes[index].reason != nil {
      history.changes[index].reason = Pseudonyms.withheld
    }
    return history
  }

  private static func requireReason(_ change: StatusChange<Status>) throws(StatusRefusal<Status>) {
    let isBlank = change.reason?.allSatisfy(\.isWhitespace) ?? true
    if change.status.needsReason && isBlank { throw .reasonMissing(change.status) }
  }
}
