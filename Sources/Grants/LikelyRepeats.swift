package import Primitives

extension Project {
  /// What is new since `before` and may have been typed already. Two tickets of one day are alike without their numbers,
  /// so that a report says nothing of it: only whoever types it knows.
  package func likelyRepeats(since before: Project) -> [Diagnostic] {
    repeats(of: before.expenses, among: expenses, .expense, { Moved($0.id, $0.date, $0.amount) }) { old, new in
      old.source == new.source && old.payee.agrees(with: new.payee) && old.note.agrees(with: new.note)
        && (old.line == nil || new.line == nil || old.line == new.line)
        // Two numbers are compared by a rule of their own.
        && (old.document?.number == nil || new.document?.number == nil)
    }
      + repeats(
        of: before.instalments.filter { $0.receivedOn != nil }, among: instalments.filter { $0.receivedOn != nil },
        .instalment, { Moved($0.id, $0.receivedOn, $0.received) }
      ) { old, new in (old.document?.number).agrees(with: new.document?.number) }
      + repeats(of: before.refunds, among: refunds, .refund, { Moved($0.id, $0.date, $0.amount) }) { old, new in
        old.direction == new.direction && (old.document?.number).agrees(with: new.document?.number)
      }
      + repeats(of: before.moves, among: moves, .move, { Moved($0.id, $0.date, $0.amount) }) { old, new in
        old.from == new.from && old.to == new.to
      }
  }

  private func repeats<Record>(
    of old: [Record], among all: [Record], _ kind: RepeatedKind, _ moved: (Record) -> Moved,
    _ isAlike: (Record, Record) -> Bool
  ) -> [Diagnostic] {
    let known = Set(old.map { moved($0).id })
    let alike = Dictionary(grouping: old) { moved($0).money }
    return all.findings { position, new in
      let record = moved(new)
      guard !known.contains(record.id), let first = alike[record.money]?.first(where: { isAlike($0, new) }) else {
        return nil
      }
      return .likelyRepeated(kind, moved(first).id, in: id, field: "\(kind.element)[\(position)]")
    }
  }
}

/// What all movements have.
private struct Moved {
  struct Money: Hashable {
    var day: Day?
    var amount: Amount?
  }

  var id: Identifier
  var money: Money

  init(_ id: Identifier, _ day: Day?, _ amount: Amount?) {
    self.id = id
    money = Money(day: day, amount: amount)
  }
}

private enum RepeatedKind {
  case expense, instalment, refund, move

  /// As the paths of findings call it.
  var element: String {
    switch self {
    case .expense: "expense"
    case .instalment: "instalment"
    case .refund: "refund"
    case .move: "lineMove"
    }
  }

  /// What it is called, and how one too many is taken out.
  var wording: (ru: String, en: String, command: String?) {
    switch self {
    case .expense: ("расход", "expense", "laureat grant expense remove")
    case .instalment: ("поступление", "receipt", "laureat grant instalment remove")
    case .refund: ("возврат", "refund", "laureat grant refund remove")
    case .move: ("перемещение", "move", nil)
    }
  }
}

extension String? {
  /// True where both say the same, or one says nothing.
  fileprivate func agrees(with other: String?) -> Bool {
    guard let self, let other else { return true }
    return self.isLooselyEqual(to: other)
  }
}

extension Diagnostic {
  fileprivate static func likelyRepeated(
    _ kind: RepeatedKind, _ first: Identifier, in project: Identifier, field: String
  ) -> Diagnostic {
    let (ru, en, command) = kind.wording
    let removal = command.map { "\($0) \(project)" } ?? "laureat undo"
    return Diagnostic(
      GrantCode.likelyRepeated, .warning,
      LocalizedText(
        ru: "возможно, это повтор: уже есть \(ru) «\(first)»",
        en: "this may be a repeat: there already is the \(en) “\(first)”"),
      advice: LocalizedText(
        ru: "если это одно и то же, лишнее уберите: \(removal)", en: "if so, take it out: \(removal)"),
      field: field)
  }
}
