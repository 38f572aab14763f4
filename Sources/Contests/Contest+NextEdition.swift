public import Primitives

extension Contest {
  /// The contest as it is held again: nominations, criteria, jury, prizes and rules are those of this one. Nothing of what
  /// came of it goes along, nor the act that approved it: every edition has its own.
  ///
  /// Days move with the year, 29 February to the 28th where there is none; the edition is the next («XII» → «XIII»); a
  /// year that stands in the title moves too.
  public func nextEdition(id: Identifier, year: Int) -> Contest {
    var next = self
    next.id = id
    next.year = year
    next.title = title.movingYear(from: self.year, to: year)
    next.edition = edition.map { EditionNumber.next(after: $0, from: self.year, to: year) }
    next.schedule = schedule.moved(byYears: year - self.year)
    // Which edition of the larger contest this one is a stage of, nobody has said yet.
    next.stageOf = stageOf.map { LargerContest(title: $0.title.movingYear(from: self.year, to: year)) }
    next.approvingAct = nil
    next.achievements = []
    next.history = StatusHistory()
    next.extensions = nil
    return next
  }
}

extension Schedule {
  /// The same days of another year; days before the year 1 or after 9999 are left out.
  public func moved(byYears years: Int) -> Schedule {
    func moved(_ day: Day?) -> Day? { day.flatMap { $0.moved(byYears: years) } }
    return Schedule(opens: moved(opens), closes: moved(closes), judging: moved(judging), results: moved(results))
  }
}

extension Day {
  /// The same day of another year; 29 February becomes the 28th where the year has none.
  fileprivate func moved(byYears years: Int) -> Day? {
    Day(year: year + years, month: month, day: day) ?? Day(year: year + years, month: month, day: day - 1)
  }
}
