public import Primitives

/// Who owes which sheet, and who has given it.
///
/// A juror is to judge an entry when he judges its nomination, it is shared out to him or to all, and he has not stepped
/// back from it. The secretary owes nothing.
public struct JuryDuties: Sendable {
  /// The work on one entry by one juror.
  public struct Duty: Hashable, Sendable {
    public var juror: Identifier
    public var entry: JudgedEntry
    public var state: State
  }

  public enum State: Hashable, Sendable {
    case done, missing
    /// He stepped back, whether the entry was his to judge or not: nothing is owed, and what he gave before does not
    /// count.
    case recused
  }

  /// How much there is to do, of a juror, a nomination or all.
  public struct Counts: Hashable, Sendable {
    /// Sheets that were given and count.
    public var done = 0
    public var missing = 0
    public var recused = 0
    /// Sheets to be given in all; recusals are none of them.
    public var toJudge: Int { done + missing }

    /// Of a juror who has nothing to judge.
    public init() {}
  }

  /// In the order of the jury, then of the entries.
  public let duties: [Duty]
  /// Sheets that count though nobody asked for them: of entries that are now another's to judge.
  public let beyond: [Assignment]
  /// Entries that no sheet is due of or given for: nobody judges them.
  public let unjudged: [JudgedEntry]

  /// - Parameters:
  ///   - contest: With its jury.
  ///   - recusals: Who stepped back from what.
  ///   - distribution: Who judges what.
  ///   - entries: Those that compete.
  ///   - sheets: Who has given points to what. Those of strangers to the jury and on other entries are passed over.
  public init(
    contest: Contest, entries: [JudgedEntry], recusals: some Sequence<Recusal> = [],
    distribution: JuryDistribution = JuryDistribution(), sheets: some Sequence<Assignment> = []
  ) {
    let recused = Set(recusals.map { Assignment(juror: $0.juror, entry: $0.entry) })
    let given = Set(sheets)
    var duties: [Duty] = []
    var beyond: [Assignment] = []
    var judged: Set<Identifier> = []
    for juror in contest.jury {
      for entry in entries where juror.judges(entry.nomination) {
        let pair = Assignment(juror: juror.id, entry: entry.id)
        let isGiven = given.contains(pair)
        if recused.contains(pair) {
          duties.append(Duty(juror: juror.id, entry: entry, state: .recused))
        } else if distribution.gives(entry.id, in: entry.nomination, to: juror.id) {
          duties.append(Duty(juror: juror.id, entry: entry, state: isGiven ? .done : .missing))
          judged.insert(entry.id)
        } else if isGiven {
          beyond.append(pair)
          judged.insert(entry.id)
        }
      }
    }
    self.duties = duties
    self.beyond = beyond
    unjudged = entries.filter { !judged.contains($0.id) }
  }

  public var missing: [Duty] { duties.filter { $0.state == .missing } }

  public var total: Counts { Counts(duties) }

  /// Jurors without anything to judge have no counts.
  public var byJuror: [Identifier: Counts] { Dictionary(grouping: duties, by: \.juror).mapValues { Counts($0) } }

  public var byNomination: [Identifier?: Counts] {
    Dictionary(grouping: duties, by: \.entry.nomination).mapValues { Counts($0) }
  }
}

extension JuryDuties.Counts {
  fileprivate init(_ duties: some Sequence<JuryDuties.Duty>) {
    self.init()
    for duty in duties {
      switch duty.state {
      case .done: done += 1
      case .missing: missing += 1
      case .recused: recused += 1
      }
    }
  }
}

extension Juror {
  /// True for all but the secretary, who prepares the meeting and keeps its minutes without a vote («секретарь без права
  /// голоса»).
  public var givesPoints: Bool { role != .secretary }

  /// True where the juror gives points to the entries of a nomination, or of a contest without any.
  public func judges(_ nomination: Identifier?) -> Bool {
    guard givesPoints else { return false }
    guard let nomination, !nominations.isEmpty else { return true }
    return nominations.contains(nomination)
  }
}
