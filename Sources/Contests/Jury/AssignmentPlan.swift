public import Primitives

/// Shares entries out among the jury. The same input always gives the same plan: chance has no part in it.
///
/// Nobody is given an entry of a nomination that he does not judge, or that he stepped back from. A sheet that was given
/// stays with its juror.
public struct AssignmentPlan: Sendable {
  let entries: [JudgedEntry]
  /// Who may be given something, in the order of the jury.
  let jurors: [Juror]
  let recused: Set<Assignment>
  /// What is assigned now.
  let existing: Set<Assignment>
  /// Whose sheets are there; they count as his whatever the plan.
  let sheets: Set<Assignment>
  private let jury: [Juror]

  /// - Parameters:
  ///   - contest: With its jury.
  ///   - sheets: Who has given points to what.
  ///   - recusals: Who stepped back from what.
  ///   - entries: Those to be shared out, in the order of registration.
  ///   - jurors: Only these are given anything new; nil for all of the jury.
  ///   - existing: All assignments of the contest: work on other entries weighs too.
  public init(
    contest: Contest, entries: [JudgedEntry], jurors: Set<Identifier>? = nil, recusals: some Sequence<Recusal> = [],
    existing: some Sequence<Assignment> = [], sheets: some Sequence<Assignment> = []
  ) {
    self.entries = entries
    jury = contest.jury
    self.jurors = contest.jury.filter { $0.givesPoints && jurors?.contains($0.id) ?? true }
    recused = Set(recusals.map { Assignment(juror: $0.juror, entry: $0.entry) })
    self.existing = Set(existing)
    self.sheets = Set(sheets).subtracting(recused)
  }

  /// Every entry to every juror who may judge it.
  public func everybody() -> Set<Assignment> {
    plan { entry in jurors.filter { $0.judges(entry.nomination) } }
  }

  /// Every entry to those who are in the jury for its nomination; where there is nobody of that kind, to those who are
  /// in it for all.
  public func byNomination() -> Set<Assignment> {
    plan { entry in
      let able = jurors.filter { $0.judges(entry.nomination) }
      let own = able.filter { !$0.nominations.isEmpty }
      return own.isEmpty ? able : own
    }
  }

  private func plan(_ judges: (JudgedEntry) -> [Juror]) -> Set<Assignment> {
    Set(
      entries.flatMap { entry in
        judges(entry).map { Assignment(juror: $0.id, entry: entry.id) }.filter { !recused.contains($0) }
          + given(of: entry)
      })
  }

  /// The sheets there are on an entry, of those who may judge it.
  func given(of entry: JudgedEntry) -> [Assignment] {
    jury.filter { $0.judges(entry.nomination) }.map { Assignment(juror: $0.id, entry: entry.id) }
      .filter(sheets.contains)
  }
}

/// That entries cannot be given to as many jurors as was asked.
public struct TooFewJurors: Error, Hashable, Sendable {
  public struct Shortage: Hashable, Sendable {
    public var entry: Identifier
    /// How many may judge it.
    public var available: Int
  }

  /// In the order of registration.
  public var shortages: [Shortage]
}
