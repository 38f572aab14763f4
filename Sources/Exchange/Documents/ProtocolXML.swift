internal import Contests
internal import Primitives

extension ResultsProtocol {
  init(_ node: Node) throws(Unreadable) {
    let contest = try node.required(.contest)
    self.init(
      number: try node.requiredAttribute(.number), date: try node.requiredAttribute(.date),
      contest: contest.attribute(.id), contestTitle: try contest.requiredText(.title),
      organiser: try Organisation(try contest.required(.organiser)), level: try contest.requiredChoice(.level),
      year: try contest.required(.year),
      attendance: try node.list(.attendance, Attendance.init),
      quorum: node.value(.quorum), received: node.value(.received), admitted: node.value(.admitted),
      rejected: node.value(.rejected),
      decisions: try node.list(.decision, Decision.init),
      tieDecisions: try node.list(.tieDecision, TieDecision.init),
      approvingAct: try node.part(.approvingAct, ApprovingAct.init),
      rules: node.child(.rules).map { ContestRules($0) },
      nominations: try node.list(.nomination, Nomination.init),
      prizes: try node.list(.prize, Prize.init),
      criteria: try node.list(.criterion, Criterion.init),
      jury: try node.list(.juror, Juror.init),
      signatories: try node.children(.signatory).map { node throws(Unreadable) in
        Signatory(name: try node.requiredText(.name), post: node.text(.post))
      },
      achievements: try node.list(.achievement, Achievement.init),
      scoresDigest: node.attribute(.scoresDigest), extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .protocol, [(.number, number), (.date, date.description), (.scoresDigest, scoresDigest)])
    try writer.reserveDecisionDigest()
    try writer.open(.contest, [(.id, contest?.description)])
    try writer.element(.title, contestTitle)
    try writer.element(.year, year)
    try writer.element(.level, level.rawValue)
    try organiser.write(.organiser, to: &writer)
    try writer.close()
    try approvingAct?.write(to: &writer)
    try writer.element(.received, received)
    try writer.element(.admitted, admitted)
    try writer.element(.rejected, rejected)
    try writer.element(.quorum, quorum)
    for attendance in attendance { try attendance.write(to: &writer) }
    for decision in decisions { try decision.write(to: &writer) }
    for decision in tieDecisions { try decision.write(to: &writer) }
    try rules?.write(to: &writer)
    for nomination in nominations { try nomination.write(to: &writer) }
    for prize in prizes { try prize.write(to: &writer) }
    for criterion in criteria { try criterion.write(to: &writer) }
    for juror in jury { try juror.write(to: &writer) }
    for signatory in signatories {
      try writer.open(.signatory)
      try writer.element(.name, signatory.name)
      try writer.element(.post, signatory.post)
      try writer.close()
    }
    for achievement in achievements { try achievement.write(to: &writer) }
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension ResultsProtocol.Attendance {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      juror: node.attribute(.juror), name: try node.requiredText(.name), role: node.attributeChoice(.role) ?? .member,
      post: node.text(.post), isPresent: node.attribute(.present) ?? true)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .attendance,
      [(.juror, juror?.description), (.role, role.rawValue), (.present, isPresent ? nil : "false")])
    try writer.element(.name, name)
    try writer.element(.post, post)
    try writer.close()
  }
}

extension ResultsProtocol.Decision {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      nomination: node.attribute(.nomination), ageGroup: node.attribute(.ageGroup),
      outcome: try node.requiredAttributeChoice(.outcome),
      withheld: node.child(.withheld) == nil ? nil : node.values(.withheld),
      revokedPlaces: node.attributeChoice(.revokedPlaces), note: node.text(.note))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .decision,
      [
        (.nomination, nomination?.description), (.ageGroup, ageGroup), (.outcome, outcome.rawValue),
        (.revokedPlaces, revokedPlaces?.rawValue),
      ])
    for place in withheld ?? [] { try writer.element(.withheld, place) }
    try writer.element(.note, note)
    try writer.close()
  }
}

extension ResultsProtocol.TieDecision {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      nomination: node.attribute(.nomination), method: try node.requiredAttributeChoice(.method),
      entries: node.values(.entry), reason: node.text(.reason))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.tieDecision, [(.nomination, nomination?.description), (.method, method.rawValue)])
    for entry in entries { try writer.element(.entry, entry) }
    try writer.element(.reason, reason)
    try writer.close()
  }
}

extension ProtocolResult.Source {
  init(_ node: Node) throws(Unreadable) {
    self.init(sender: try node.requiredAttribute(.sender), id: try node.requiredAttribute(.id))
  }
}

extension ProtocolResult.EarlierPlace {
  init(_ node: Node) throws(Unreadable) {
    let ground: RevocationGround? = node.attributeChoice(.ground)
    let date: Day? = node.attribute(.revokedOn)
    self.init(
      nomination: node.attribute(.nomination), place: node.attribute(.place), prize: node.text(.prize),
      minutes: try node.requiredAttribute(.protocol),
      revocation: date.map { Revocation(date: $0, ground: ground ?? .other) }, movedUpBy: node.attribute(.movedUpBy))
  }

  func write(to writer: inout Writer) throws {
    let attributes: [(Tag, String?)] = [
      (.nomination, nomination?.description), (.place, place.map(String.init)), (.protocol, minutes),
      (.revokedOn, revocation?.date.description), (.ground, revocation?.ground.rawValue), (.movedUpBy, movedUpBy),
    ]
    guard let prize else { return try writer.empty(.earlierPlace, attributes) }
    try writer.open(.earlierPlace, attributes)
    try writer.element(.prize, prize)
    try writer.close()
  }
}

extension ProtocolResult {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), nomination: node.value(.nomination),
      nominationTitle: node.text(.nominationTitle), ageGroup: node.text(.ageGroup), title: node.text(.title),
      applicant: node.text(.applicant),
      source: try node.part(.source, Source.init),
      territory: node.child(.territory).map { Territory($0) }, isAdmitted: node.text(.status) != "notAdmitted",
      reason: node.text(.reason), total: node.value(.total),
      scores: try node.children(.jurorTotal).map { node throws(Unreadable) in
        guard let total: ExactDecimal = node.converted() else { throw Unreadable() }
        return JurorScore(
          juror: try node.requiredAttribute(.juror), marks: [ScoreSheet.Mark](node.attribute(.marks)), total: total,
          digest: node.attribute(.sha256))
      },
      sharedParticipants: node.values(.sharedParticipant), hasWonBefore: node.value(.wonBefore) ?? false,
      awards: node.children(.award).map {
        Award(nomination: $0.attribute(.nomination), place: $0.attribute(.place), prize: $0.text(.prize))
      },
      earlierPlaces: try node.list(.earlierPlace, EarlierPlace.init),
      outOf: node.value(.outOf), submitted: node.value(.submitted), selected: node.value(.selected),
      note: node.text(.note),
      achievements: try node.list(.achievement, Achievement.init),
      extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.result, [(.id, id.description)])
    try writer.element(.nomination, nomination)
    try writer.element(.nominationTitle, nominationTitle)
    try writer.element(.ageGroup, ageGroup)
    try writer.element(.title, title)
    try writer.element(.applicant, applicant)
    if let source {
      try writer.empty(.source, [(.sender, source.sender.description), (.id, source.id.description)])
    }
    try territory?.write(to: &writer)
    if !isAdmitted { try writer.element(.status, "notAdmitted") }
    try writer.element(.reason, reason)
    try writer.element(.total, total)
    for score in scores {
      try writer.element(
        .jurorTotal, score.total.description,
        [(.juror, score.juror.description), (.marks, score.marks.list), (.sha256, score.digest)])
    }
    for participant in sharedParticipants { try writer.element(.sharedParticipant, participant) }
    if hasWonBefore { try writer.element(.wonBefore, true) }
    for award in awards {
      try writer.open(
        .award, [(.nomination, award.nomination?.description), (.place, award.place.map(String.init))])
      try writer.element(.prize, award.prize)
      try writer.close()
    }
    for place in earlierPlaces { try place.write(to: &writer) }
    try writer.element(.outOf, outOf)
    try writer.element(.submitted, submitted)
    try writer.element(.selected, selected)
    try writer.element(.note, note)
    for achievement in achievements { try achievement.write(to: &writer) }
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension [ScoreSheet.Mark] {
  /// Reads `idea=8 work=7.5`. The schema has seen to the form.
  fileprivate init(_ list: String?) {
    self = (list ?? "").split(whereSeparator: \.isWhitespace).compactMap { item in
      guard let equals = item.lastIndex(of: "="), let criterion = Identifier(String(item[..<equals])),
        let points = Points(String(item[item.index(after: equals)...]))
      else { return nil }
      return ScoreSheet.Mark(criterion: criterion, points: points)
    }
  }

  /// Nil for none.
  fileprivate var list: String? {
    isEmpty ? nil : map { "\($0.criterion)=\($0.points)" }.joined(separator: " ")
  }
}
