import Contests
import Primitives
import Storage

/// What becomes of revoked places where an age group is named alone.
///
/// A protocol says it of the nomination: that is the same thing as long as nothing is to be decided in its other groups.
extension Redecision {
  func groupFindings(in nomination: Identifier?) -> [Diagnostic] {
    guard let named = namedGroups[nomination], let choice = choices[nomination] else { return [] }
    let lost = history.lost(in: nomination)
    let open = groups(of: lost.filter { !history.isSettled($0) })
    let others = open.subtracting(named)
    if !others.isEmpty { return [.otherGroupsOpen(others.sorted(), in: nomination, of: contest)] }
    if choice != .anew, let answered = named.subtracting(open).min() {
      return [.noRevokedPlaces(in: nomination, group: answered, of: contest)]
    }
    // Their places would be given now, for the next ones move up in all of the nomination.
    let vacant = choice == .movedUp ? groups(of: lost.filter { history.movedUp(to: $0) == nil }).subtracting(named) : []
    return vacant.isEmpty ? [] : [.otherGroupsVacant(vacant.sorted(), in: nomination, of: contest)]
  }

  private func groups(of places: [StoredWinner]) -> Set<String> { Set(places.compactMap { $0.ageGroup(in: contest) }) }
}

extension [ResultsProtocol.Decision] {
  /// The age groups that are named alone when it is said what becomes of revoked places.
  var groupsDecidedAnew: [Identifier?: Set<String>] {
    reduce(into: [:]) { named, decision in
      if decision.revokedPlaces != nil, let group = decision.ageGroup {
        named[decision.nomination, default: []].insert(group)
      }
    }
  }

  /// With what becomes of revoked places said of whole nominations.
  var withGroupsDecidedAnew: Self {
    let nominations = Set(groupsDecidedAnew.keys)
    let saying = filter { $0.ageGroup != nil && $0.revokedPlaces != nil }
    let raised = nominations.compactMap { nomination -> Element? in
      guard let said = saying.first(where: { $0.nomination == nomination }) else { return nil }
      var whole = last(on: nomination) ?? .init(nomination: nomination, outcome: .decided)
      whole.revokedPlaces = said.revokedPlaces
      whole.note = said.note
      return whole
    }
    let others = compactMap { decision -> Element? in
      guard nominations.contains(decision.nomination) else { return decision }
      var decision = decision
      decision.revokedPlaces = nil
      decision.note = nil
      return decision.ageGroup == nil || decision.outcome == .decided && decision.withheld == nil ? nil : decision
    }
    return raised.sorted { ($0.nomination?.description ?? "") < ($1.nomination?.description ?? "") } + others
  }
}

extension Diagnostic {
  fileprivate static func otherGroupsOpen(
    _ groups: [String], in nomination: Identifier?, of contest: Contest
  ) -> Diagnostic {
    let (title, id) = (contest.title(of: nomination) ?? contest.title, nomination ?? contest.id)
    let (russian, english) = names(groups)
    return Diagnostic(
      ContestCode.revokedPlacesOpen, .error,
      LocalizedText(
        ru: "в номинации «\(title)» отменены места и в других возрастных группах: \(russian)",
        en: "places of other age groups in the nomination “\(title)” were revoked too: \(english)"),
      advice: LocalizedText(
        ru: "одним протоколом по ним решают одинаково: назовите и эти группы либо всю номинацию — \(id)",
        en: "one protocol decides alike on all of them: name these groups too, or the nomination: \(id)"))
  }

  fileprivate static func otherGroupsVacant(
    _ groups: [String], in nomination: Identifier?, of contest: Contest
  ) -> Diagnostic {
    let (title, id) = (contest.title(of: nomination) ?? contest.title, nomination ?? contest.id)
    let (russian, english) = names(groups)
    return Diagnostic(
      ContestCode.standingPlaceDiffers, .error,
      LocalizedText(
        ru:
          "в номинации «\(title)» места, оставленные свободными в других возрастных группах (\(russian)), тоже достались бы следующим",
        en:
          "places left vacant in other age groups of the nomination “\(title)” (\(english)) would go to the next ones too"
      ),
      advice: LocalizedText(
        ru: "если так и решено, назовите всю номинацию: --move-up \(id); иначе оставьте места свободными: --vacant",
        en: "if that is meant, name the nomination: --move-up \(id); else leave the places vacant: --vacant"))
  }

  fileprivate static func noRevokedPlaces(
    in nomination: Identifier?, group: String, of contest: Contest
  ) -> Diagnostic {
    let title = contest.title(of: nomination) ?? contest.title
    return Diagnostic(
      ContestCode.noRevokedPlaces, .error,
      LocalizedText(
        ru: "в возрастной группе «\(group)» номинации «\(title)» нет отменённых мест, по которым ещё нет решения",
        en: "no revoked place in the age group “\(group)” of the nomination “\(title)” is still to be decided on"),
      advice: LocalizedText(
        ru: "уберите эту группу либо сначала отмените в ней место: laureat winner revoke",
        en: "leave the group out, or revoke a place in it first: laureat winner revoke"))
  }

  private static func names(_ groups: [String]) -> (russian: String, english: String) {
    (
      groups.map { "«\($0)»" }.joined(separator: ", "), groups.map { "“\($0)”" }.joined(separator: ", ")
    )
  }
}
