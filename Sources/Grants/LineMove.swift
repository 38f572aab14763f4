public import Primitives

/// Planned money of the grant moved from one budget line to another. The lines already stand as the move left them.
public struct LineMove: Hashable, Sendable {
  public var id: Identifier
  public var from: Identifier
  public var to: Identifier
  public var date: Day
  public var amount: Amount
  /// Why, and who has agreed to it.
  public var reason: String

  public init(id: Identifier, from: Identifier, to: Identifier, date: Day, amount: Amount, reason: String) {
    self.id = id
    self.from = from
    self.to = to
    self.date = date
    self.amount = amount
    self.reason = reason
  }
}

extension Project {
  /// Moves planned money between two lines, and notes the move.
  ///
  /// - Throws: `Diagnostic` when a line is not known, both are the same, or the line it comes from would be planned
  ///   below what was spent on it, in all or of the grant; the project is then as it was.
  public mutating func move(_ move: LineMove) throws(Diagnostic) {
    if move.from == move.to { throw .sameLine(field: "lineMove[\(moves.count + 1)]") }
    guard let from = budget.firstIndex(where: { $0.id == move.from }) else { throw .unknownLine(move.from) }
    guard let to = budget.firstIndex(where: { $0.id == move.to }) else { throw .unknownLine(move.to) }
    let spent = spendingByLine()[move.from] ?? Spending()
    let left = min(budget[from].planned - spent.total, budget[from].plannedOfGrant - spent.grant)
    if move.amount > left { throw .moveBelowSpent(budget[from].title, max(left, .zero).text(in: currency)) }
    for (line, amount) in [(from, -move.amount), (to, move.amount)] {
      budget[line].planned += amount
      budget[line].requested = budget[line].requested.map { $0 + amount }
    }
    moves.append(move)
  }

  /// What was planned for a line on a day's evening; without a day, before any money was moved.
  func planned(_ line: BudgetLine, on day: Day?) -> Amount {
    let later = moves.filter { move in day.map { move.date > $0 } ?? true }
    return later.reduce(line.planned) { planned, move in
      planned + (move.from == line.id ? move.amount : .zero) - (move.to == line.id ? move.amount : .zero)
    }
  }
}

extension Diagnostic {
  static func sameLine(field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.moveToSameLine,
      LocalizedText(
        ru: "деньги перемещаются со статьи на неё же", en: "the money is moved from a line to the same line"),
      advice: LocalizedText(ru: "укажите две разные статьи", en: "name two lines"), field: field)
  }

  static func unknownLine(_ line: Identifier, field: String? = nil) -> Diagnostic {
    Diagnostic(
      GrantCode.unknownBudgetLine,
      LocalizedText(
        ru: "в смете проекта нет статьи «\(line)»", en: "the project's budget has no line “\(line)”"),
      advice: LocalizedText(
        ru: "укажите статью из сметы или добавьте её в смету",
        en: "name a line of the budget, or add this one to it"),
      field: field)
  }

  fileprivate static func moveBelowSpent(_ line: String, _ free: LocalizedText) -> Diagnostic {
    Diagnostic(
      GrantCode.moveBelowSpent,
      LocalizedText(
        ru: "со статьи «\(line)» можно переместить не больше \(free.russian): остальное израсходовано или не из гранта",
        en: "at most \(free.english) can be moved from line “\(line)”: the rest is spent, or not of the grant"),
      advice: LocalizedText(
        ru: "уменьшите сумму или переместите деньги с другой статьи",
        en: "move less, or move it from another line"))
  }
}
