internal import Contests
package import Primitives

extension ProtocolView {
  /// The protocol as an office prints and signs it (протокол заседания жюри).
  package func document(_ language: Language) -> Document {
    let words = ProtocolWords(language)
    var sections = [attendance(words), agenda(words), admission(words)].compactMap { $0 }
    sections += parts.map { section($0, words) }
    sections += [elsewhere(words), ties(words), recusals(words), approval(words)].compactMap { $0 }
    let notes = notes(words)
    if !notes.isEmpty { sections.append(.init(words("Сведения к протоколу", "Notes"), notes)) }
    let title = words.quoted(minutes.contestTitle)
    return Document(
      language: language,
      title: words("Протокол №\(Format.space)\(minutes.number)", "Minutes No.\(Format.space)\(minutes.number)"),
      subtitle: words("заседания жюри конкурса \(title)", "of the meeting of the jury of the contest \(title)"),
      dateline: .init(minutes.date, place: (contest.territory ?? minutes.organiser.territory)?.title),
      details: [.init(words("Организатор", "Organiser"), .text(minutes.organiser.title))], sections: sections,
      signatures: signatures(words),
      code: .init(
        code, caption: words("Номер, день и контрольная сумма протокола", "Number, day and check sum of these minutes")),
      annex: annex(words))
  }

  // MARK: The meeting

  private func attendance(_ words: ProtocolWords) -> Document.Section? {
    guard !minutes.attendance.isEmpty else { return nil }
    func items(_ members: [ResultsProtocol.Attendance]) -> [String] {
      members.sorted { $0.role.order < $1.role.order }.map { member in
        [member.name, Format.name(member.role, words.language), member.post].compactMap { $0 }
          .joined(separator: ", ")
      }
    }
    let absent = minutes.attendance.filter { !$0.isPresent }
    var blocks: [Document.Block] = [
      .list(lead: words("Присутствовали:", "Present:"), items(minutes.attendance.filter(\.isPresent)))
    ]
    if !absent.isEmpty { blocks.append(.list(lead: words("Отсутствовали:", "Absent:"), items(absent))) }
    blocks.append(.paragraph(quorum(words)))
    return .init(words("Состав жюри", "The jury"), blocks)
  }

  /// The secretary keeps the minutes without a vote, and makes no quorum.
  private func quorum(_ words: ProtocolWords) -> String {
    let voting = minutes.attendance.filter { $0.role != .secretary }
    let present = voting.count(where: \.isPresent)
    let counted = words(
      "В заседании приняли участие \(present) из \(voting.count) членов жюри с правом голоса",
      "\(present) of the \(voting.count) members with a vote took part")
    guard let quorum = minutes.quorum else { return counted + "." }
    return quorum.isReached(by: present, of: voting.count)
      ? words(
        "\(counted) (требуется не менее \(quorum) состава). Кворум имеется, жюри правомочно принимать решения.",
        "\(counted) (at least \(quorum) are required). There is a quorum, and the jury may decide.")
      : words(
        "\(counted) (требуется не менее \(quorum) состава). Кворума нет.",
        "\(counted) (at least \(quorum) are required). There is no quorum.")
  }

  private func agenda(_ words: ProtocolWords) -> Document.Section {
    let title = words.quoted(minutes.contestTitle)
    return .init(
      words("Повестка дня", "Agenda"),
      [
        .paragraph(
          words(
            "Подведение итогов конкурса \(title), определение победителей и призёров.",
            "The results of the contest \(title), its winners and prizes."))
      ])
  }

  private func admission(_ words: ProtocolWords) -> Document.Section? {
    let counts: [(String, Int?)] = [
      (words("поступило", "received"), minutes.received), (words("допущено", "admitted"), minutes.admitted),
      (words("не допущено", "refused"), minutes.rejected),
    ]
    let stated = counts.compactMap { label, count in count.map { "\(label)\(Format.space)— \($0)" } }
    let refused = refused
    var blocks: [Document.Block] = []
    if !stated.isEmpty {
      blocks.append(.paragraph(words("Заявок ", "Applications: ") + stated.joined(separator: ", ") + "."))
    }
    if !refused.isEmpty {
      let items = isLong(refused.count) ? byReason(refused, words) : refused.map { words.refused($0) }
      blocks.append(.list(lead: words("Не допущены к участию:", "Not admitted:"), items))
    }
    return blocks.isEmpty ? nil : .init(words("Рассмотрение заявок", "Applications"), blocks)
  }

  // MARK: What was decided beside the places

  private func elsewhere(_ words: ProtocolWords) -> Document.Section? {
    guard !keptElsewhere.isEmpty else { return nil }
    return .init(
      words("Остальные номинации", "The other nominations"), [.paragraph(words.stand(keptElsewhere))])
  }

  private func ties(_ words: ProtocolWords) -> Document.Section? {
    var items = parts.filter { !$0.isUntouched }.flatMap(deciding).map { tie in
      words(
        "Заявки \(words.numbers(tie.numbers)) набрали поровну; порядок определён по критерию «\(tie.criterion)».",
        "Entries \(words.numbers(tie.numbers)) were equal; the criterion “\(tie.criterion)” decided their order.")
    }
    for decision in minutes.tieDecisions where isTold(decision) {
      let order = words.numbers(decision.entries.map { numbers[$0].map(String.init) ?? $0.description })
      let how =
        switch decision.method {
        case .chair: words("решающим голосом председателя жюри", "by the casting vote of the chair")
        case .vote: words("открытым голосованием членов жюри", "by an open vote of the jury")
        case .criterionOrder: words("по порядку критериев", "by the order of the criteria")
        }
      let reason = decision.reason.map { words(" Обоснование: \($0).", " Reason: \($0).") } ?? ""
      items.append(
        words(
          "Между заявками, набравшими поровну, порядок определён \(how): \(order).",
          "Between equal entries the order was decided \(how): \(order).") + reason.replacing("..", with: "."))
    }
    return items.isEmpty ? nil : .init(words("Равенство результатов", "Equal results"), [.list(items)])
  }

  /// What decides anew tells of equals among those it speaks of.
  private func isTold(_ decision: ResultsProtocol.TieDecision) -> Bool {
    guard !minutes.revokedPlaces.isEmpty else { return true }
    let told = Set(parts.filter { !$0.isUntouched }.flatMap { $0.standings.map(\.number) })
    return decision.entries.contains { numbers[$0].map(told.contains) ?? false }
  }

  private func recusals(_ words: ProtocolWords) -> Document.Section? {
    guard !recusals.isEmpty else { return nil }
    let items = recusals.map { "\($0.juror)\(Format.space)— \(words.number($0.number))" }
    return .init(
      words("Самоотводы", "Recusals"),
      [
        .list(
          lead: words("В оценке заявок не участвовали (самоотвод):", "Stepped back from giving points:"), items)
      ])
  }

  private func approval(_ words: ProtocolWords) -> Document.Section? {
    minutes.approvingAct.map { act in
      .init(words("Утверждение итогов", "Approval"), [.paragraph(words.approved(act))])
    }
  }

  private func notes(_ words: ProtocolWords) -> [Document.Block] {
    var notes: [Document.Block] = []
    if let closing, closing.missing > 0 {
      let day = Format.day(closing.date, .document, words.language)
      notes.append(
        .note(
          words(
            "Работа жюри завершена \(day), не сдано оценочных листов: \(closing.missing).",
            "The jury ended its work on \(day); score sheets not handed in: \(closing.missing).")
            + (closing.reason.map { words(" Причина: \($0).", " Reason: \($0).") } ?? "")))
    }
    if let digest = minutes.scoresDigest {
      notes.append(
        .note(
          words("Контрольная сумма оценочных листов и самоотводов", "Check sum of the score sheets and recusals")
            + " (SHA-256): \(digest)"))
    }
    return notes
  }

  // MARK: Signatures

  /// Those whom the protocol names; else the chair, the members who were there, and the secretary.
  private func signatures(_ words: ProtocolWords) -> [Document.Signature] {
    let present = minutes.attendance.filter(\.isPresent)
    if !present.isEmpty {
      return present.sorted { $0.role.order < $1.role.order }.map {
        .init(words.post($0.role), name: $0.name.asSigned)
      }
    }
    if !minutes.signatories.isEmpty {
      return minutes.signatories.map { .init($0.post ?? "", name: $0.name.asSigned) }
    }
    return [Juror.Role.chair, .secretary].map { role in
      .init(words.post(role), name: contest.jury.first { $0.role == role }?.name.asSigned)
    }
  }
}
