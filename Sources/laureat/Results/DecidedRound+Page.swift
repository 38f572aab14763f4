import Contests
import Primitives
import Reports

extension DecidedRound {
  var json: JSON { .array(told.map(json)) }

  private func json(_ result: Adjudication.Result) -> JSON {
    let proposal = result.proposal
    return [
      "nomination": JSON(result.division.nomination), "ageGroup": JSON(result.division.ageGroup),
      "outcome": .string(proposal.outcome.rawValue), "entries": .integer(result.ranking.standings.count),
      "awards": .array(
        proposal.awards.map { award in
          [
            "entry": .string(judging.registration(award.entry)), "id": JSON(award.entry),
            "title": JSON(judging.title(of: award.entry)), "place": .integer(award.place), "prize": JSON(award.prize),
            "shared": .bool(award.isShared), "protocol": JSON(recordedBy(award, in: result)),
          ]
        }),
      "undecided": .array(
        proposal.undecided.map { tie in
          [
            "entries": .array(tie.entries.map { .string(judging.registration($0)) }),
            "places": .array(tie.places.map { .integer($0) }),
            "methods": .array(tie.methods.map { .string($0.rawValue) }),
          ]
        }),
      "omitted": .array(
        proposal.omitted.sorted { $0.key < $1.key }.map { entry, reason in
          ["entry": .string(judging.registration(entry)), "reason": .string(reason.name)]
        }),
    ]
  }

  func text(_ language: Language) -> String {
    told.map { text($0, language) }.joined(separator: "\n")
  }

  private func text(_ result: Adjudication.Result, _ language: Language) -> String {
    let title = Format.division(result.division, of: contest, language).map { $0 + "\n" } ?? ""
    let rows = rows(of: result)
    if rows.isEmpty { return title + local(ru: "мест нет\n", en: "no places\n") }
    return title
      + TextTable(
        [
          .number(local(ru: "Место", en: "Place")), .init(local(ru: "Номер", en: "Number")),
          .flexible(local(ru: "Название", en: "Title")), .number(local(ru: "Итог", en: "Result")),
          .flexible(local(ru: "Приз", en: "Prize")), .flexible(""),
        ], rows: rows
      ).render(width: Terminal.tableWidth, language: language)
  }

  /// The protocol that gives this place already.
  private func recordedBy(_ award: Proposal.Award, in result: Adjudication.Result) -> String? {
    redecision.protocolGiving(award.place, to: award.entry, in: result.division.nomination)
  }

  /// Everyone who stands high enough for a place, with what becomes of it.
  private func rows(of result: Adjudication.Result) -> [[String]] {
    let proposal = result.proposal
    let awards = Dictionary(uniqueKeysWithValues: proposal.awards.map { ($0.entry, $0) })
    let undecided = Set(proposal.undecided.flatMap(\.entries))
    // Who holds a place without having been judged stands in no order.
    let judged = Set(result.ranking.standings.map(\.entry))
    let others = proposal.awards.filter { !judged.contains($0.entry) }.map { award in
      row(award, award.entry, figure: nil, remark: recordedBy(award, in: result).map(recordedRemark) ?? "", in: result)
    }
    return result.ranking.standings.compactMap { standing in
      let award = awards[standing.entry]
      let remark: String
      if let number = award.flatMap({ recordedBy($0, in: result) }) {
        remark = recordedRemark(number)
      } else if let award {
        remark = award.isShared ? local(ru: "делят место", en: "shared") : ""
      } else if undecided.contains(standing.entry) {
        remark = local(ru: "поровну, решает жюри", en: "equal, the jury decides")
      } else if let omission = proposal.omitted[standing.entry] {
        remark = Format.name(omission, Speech.language)
      } else {
        return nil
      }
      return row(award, standing.entry, figure: standing.figure, remark: remark, in: result)
    } + others
  }

  private func recordedRemark(_ number: String) -> String {
    local(ru: "записано: протокол № \(number)", en: "recorded: protocol \(number)")
  }

  private func row(
    _ award: Proposal.Award?, _ entry: Identifier, figure: Fraction?, remark: String, in result: Adjudication.Result
  ) -> [String] {
    let prize = award?.prize ?? contest.prizeTitle(ofPlace: award?.place, in: result.division.nomination)
    return [
      award.map { String($0.place) } ?? "—", judging.registration(entry), judging.title(of: entry) ?? "—",
      figure.map { Format.rounded($0.rounded(to: 4), Speech.language) } ?? "—", prize ?? "", remark,
    ]
  }
}

extension Proposal.Omission {
  /// As scripts read it.
  fileprivate var name: String {
    switch self {
    case .belowPassMark: "belowPassMark"
    case .hasWonElsewhere: "hasWonElsewhere"
    case .anotherCounts: "anotherCounts"
    case .hasLostPlace: "hasLostPlace"
    }
  }
}
