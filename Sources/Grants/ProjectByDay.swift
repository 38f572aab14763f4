package import Primitives

extension Project {
  /// The project as it was known on a day's evening; all of it without a day.
  ///
  /// Movements of later days are gone, and the budget is planned as before its later moves, without the lines that only
  /// those are for. An instalment that came
  /// later is still to come, a checkpoint that was done later still ahead, and one that neither was done nor was due by
  /// then is not spoken of. An indicator has no fact for periods that go on, nor for the whole project while such
  /// periods are left. The days the project really took are known when they are over; until then the planned ones say it.
  ///
  /// What bears no day — the award, the plans, reasons of a divergence — is taken as it is now.
  func known(by day: Day?) -> Project {
    guard let day else { return self }
    var project = self
    project.expenses.removeAll { $0.date > day }
    project.refunds.removeAll { $0.date > day }
    project.instalments = instalments.compactMap { $0.known(by: day) }
    for index in budget.indices {
      let planned = planned(budget[index], on: day)
      project.budget[index].requested = budget[index].requested.map { $0 + planned - budget[index].planned }
      project.budget[index].planned = planned
    }
    project.moves.removeAll { $0.date > day }
    project.budget = project.budget.filter { line in
      line.planned != .zero || line.plannedOfOwn != .zero || project.refers(to: line.id)
    }
    project.indicators = indicators.map { $0.known(by: day) }
    project.checkpoints = checkpoints.compactMap { $0.known(by: day) }
    if plannedPeriod != nil, (actualPeriod?.end).map({ $0 > day }) ?? true { project.actualPeriod = nil }
    return project
  }
}

extension Project {
  /// True where a movement is on a budget line, or came to it or from it.
  package func refers(to line: Identifier) -> Bool {
    expenses.contains { $0.line == line } || refunds.contains { $0.line == line }
      || instalments.contains { $0.shares.contains { $0.line == line } }
      || moves.contains { $0.from == line || $0.to == line }
  }
}

extension Instalment {
  /// Nil where there was nothing to know of it.
  fileprivate func known(by day: Day) -> Instalment? {
    guard let receivedOn, receivedOn > day else { return self }
    if plannedOn == nil && planned == nil { return nil }
    return Instalment(id: id, plannedOn: plannedOn, planned: planned)
  }
}

extension Indicator {
  fileprivate func known(by day: Day) -> Indicator {
    var known = self
    for index in stages.indices where stages[index].goesOn(after: day) {
      (known.stages[index].actual, known.stages[index].deviationReason) = (nil, nil)
    }
    if stages.contains(where: { $0.goesOn(after: day) }) { (known.actual, known.deviationReason) = (nil, nil) }
    return known
  }
}

extension IndicatorStage {
  fileprivate func goesOn(after day: Day) -> Bool { period.end.map { $0 > day } ?? true }
}

extension Checkpoint {
  /// Nil where it was neither done nor due.
  fileprivate func known(by day: Day) -> Checkpoint? {
    if let actualOn, actualOn <= day { return self }
    if plannedOn > day { return nil }
    return actualOn == nil ? self : Checkpoint(id: id, title: title, plannedOn: plannedOn)
  }
}
