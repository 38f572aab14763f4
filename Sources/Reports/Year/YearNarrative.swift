internal import Contests
internal import Grants
package import Primitives

extension YearReport {
  /// The report in words, without wide tables.
  ///
  /// - Parameter comparison: With an earlier year, where one is asked for.
  package func narrative(_ language: Language, _ comparison: YearComparison? = nil) -> Document {
    let isRussian = language == .russian
    var sections = [comparison?.narrative(language)].compactMap { $0 }
    if !contests.isEmpty {
      sections.append(
        Document.Section(
          isRussian ? "Конкурсы" : "Contests", [.paragraph(contestsSummary(language))],
          subsections: contests.map { $0.narrative(language) }))
    }
    if !outcomes.isEmpty {
      sections.append(
        Document.Section(
          isRussian ? "Результаты в конкурсах других уровней" : "Results in contests of higher bodies",
          [.list(reached.map { $0.narrative(language) } + participations.map { $0.narrative(language) })]))
    }
    if grants.total.projects > 0 {
      sections.append(
        Document.Section(
          isRussian ? "Грантовые проекты" : "Grant projects",
          [
            .paragraph(grants.summary(language)),
            .list(lead: isRussian ? "По грантодателям:" : "By funder:", list(grants.byFunder, language)),
            .list(lead: isRussian ? "По грантополучателям:" : "By grantee:", list(grants.byGrantee, language)),
          ] + remarks(language).map(Document.Block.paragraph)))
    } else if grants.otherCurrencies > 0 {
      sections.append(
        Document.Section(
          isRussian ? "Грантовые проекты" : "Grant projects", remarks(language).map(Document.Block.paragraph)))
    }
    if contests.isEmpty, outcomes.isEmpty, grants.total.projects + grants.otherCurrencies == 0 {
      sections.append(Document.Section(isRussian ? "Сведений за год нет" : "Nothing is recorded for the year"))
    }
    return Document(language: language, title: title(language), subtitle: place(language), sections: sections)
  }

  private func contestsSummary(_ language: Language) -> String {
    let figures = figures.phrase(language)
    let contests = Noun.contests.counted(contests.count, language)
    switch language {
    case .russian:
      let verb = RussianPlural("Проведён", "Проведены", "Проведено").form(for: self.contests.count)
      return "\(verb) \(contests)\(figures.map { ": \($0)" } ?? "")."
    case .english:
      return "\(contests) held\(figures.map { ": \($0)" } ?? "")."
    }
  }

  private func list(_ shares: [YearGrants.Share], _ language: Language) -> [String] {
    shares.map { "\($0.title): \($0.totals.phrase(grants.currency, language))" }.asOneSentence
  }
}

extension ContestFigures {
  fileprivate func narrative(_ language: Language) -> Document.Section {
    let isRussian = language == .russian
    var blocks: [Document.Block] = []
    if let sentence = total.phrase(language)?.sentence ?? statusSentence(language) {
      blocks.append(.paragraph(sentence))
    }
    if !contest.nominations.isEmpty {
      let items = contest.nominations.map { nomination in
        let figures = byNomination[nomination.id]?.phrase(language)
        return Format.quoted(nomination.title, language) + (figures.map { "\(Format.space)— \($0)" } ?? "")
      }
      blocks.append(.list(lead: isRussian ? "Номинации:" : "Nominations:", items.asOneSentence))
    }
    if !contest.achievements.isEmpty {
      let items = contest.achievements.map { $0.phrase(language) }
      let sentence = "\(isRussian ? "Итоги" : "Achievements"): \(items.joined(separator: "; "))".sentence
      blocks.append(.paragraph(sentence))
    }
    return Document.Section(Format.quoted(contest.title, language), blocks)
  }

  /// Said where there are no figures to say; nil where achievements speak for a contest that was held.
  private func statusSentence(_ language: Language) -> String? {
    let isRussian = language == .russian
    if contest.status == .completed {
      return contest.achievements.isEmpty ? (isRussian ? "Конкурс проведён." : "The contest was held.") : nil
    }
    return "\(isRussian ? "Состояние" : "Status"): \(Format.name(contest.status, language))."
  }
}

extension [String] {
  /// Items of one sentence: a semicolon after each, a full stop after the last.
  fileprivate var asOneSentence: [String] {
    enumerated().map { index, item in index == count - 1 ? item.sentence : item + ";" }
  }
}

extension LargerContest {
  /// «Лучшая практика ТОС» (всероссийский уровень, Оргкомитет конкурса).
  fileprivate func phrase(_ level: Level, _ organiser: Organisation, _ language: Language) -> String {
    "\(Format.quoted(title, language)) (\(Format.name(level, language))"
      + "\(language == .russian ? " уровень" : " level"), \(organiser.title))"
  }
}

extension YearReport.Participation {
  fileprivate func narrative(_ language: Language) -> String {
    "\(contest.phrase(level, organiser, language))\(Format.space)— \(phrase(language))".sentence
  }
}

extension Outcome {
  fileprivate func narrative(_ language: Language) -> String {
    let isRussian = language == .russian
    let head = ([contest.phrase(level, organiser, language)] + particulars(language)).joined(separator: ", ")
    let tail = [result(language)?.sentence, note?.capitalisedFirst.sentence].compactMap { $0 }
    let reached = tail.isEmpty ? head.sentence : "\(head)\(Format.space)— \(tail.joined(separator: " "))"
    guard !achievements.isEmpty else { return reached }
    return reached + " \(isRussian ? "Итоги" : "Achievements"): "
      + achievements.map { $0.phrase(language) }.joined(separator: "; ").sentence
  }
}

extension YearGrants {
  fileprivate func summary(_ language: Language) -> String {
    let phrase = total.phrase(currency, language)
    return phrase.capitalisedFirst.sentence
  }
}

extension GrantTotals {
  /// «5 проектов, привлечено 4 050 000,00 ₽, поступило …, освоено за год …».
  fileprivate func phrase(_ currency: Currency, _ language: Language) -> String {
    let sums = [awarded, received, spent].map { Format.money($0, currency, language) }
    let projects = Noun.projects.counted(projects, language)
    return switch language {
    case .russian: "\(projects), привлечено \(sums[0]), поступило за год \(sums[1]), освоено за год \(sums[2])"
    case .english: "\(projects), awarded \(sums[0]), received in the year \(sums[1]), spent in the year \(sums[2])"
    }
  }
}
