internal import Contests
internal import Primitives

extension Contest {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), edition: node.text(.edition),
      year: try node.required(.year), level: try node.requiredChoice(.level),
      organiser: try Organisation(try node.required(.organiser)),
      territory: node.child(.territory).map { Territory($0) },
      programme: try node.part(.programme, MunicipalProgramme.init),
      approvingAct: try node.part(.approvingAct, ApprovingAct.init),
      stageOf: node.child(.stageOf).map { LargerContest(id: $0.attribute(.id), title: $0.text) },
      description: node.text(.description), eligibility: node.text(.eligibility),
      schedule: node.child(.schedule).map { Schedule($0) } ?? Schedule(), prizeFund: node.money(.prizeFund),
      nominations: try node.list(.nomination, Nomination.init),
      prizes: try node.list(.prize, Prize.init),
      criteria: try node.list(.criterion, Criterion.init),
      jury: try node.list(.juror, Juror.init),
      rules: node.child(.rules).map { ContestRules($0) } ?? ContestRules(),
      achievements: try node.list(.achievement, Achievement.init),
      history: try StatusHistory(node.child(.statusHistory)), extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.contest, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.edition, edition)
    try writer.element(.year, year)
    try writer.element(.level, level.rawValue)
    try organiser.write(.organiser, to: &writer)
    try territory?.write(to: &writer)
    try programme?.write(to: &writer)
    try approvingAct?.write(to: &writer)
    if let stageOf { try writer.element(.stageOf, stageOf.title, [(.id, stageOf.id?.description)]) }
    try writer.element(.description, description)
    try writer.element(.eligibility, eligibility)
    try schedule.write(to: &writer)
    try writer.element(.prizeFund, prizeFund)
    for nomination in nominations { try nomination.write(to: &writer) }
    for prize in prizes { try prize.write(to: &writer) }
    for criterion in criteria { try criterion.write(to: &writer) }
    for juror in jury { try juror.write(to: &writer) }
    if rules != ContestRules() { try rules.write(to: &writer) }
    for achievement in achievements { try achievement.write(to: &writer) }
    try history.write(to: &writer)
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension MunicipalProgramme {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      title: try node.requiredText(.title), period: node.child(.period).map { Period($0) },
      approvedOn: node.value(.approvedOn))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.programme)
    try writer.element(.title, title)
    try period?.write(.period, to: &writer)
    try writer.element(.approvedOn, approvedOn)
    try writer.close()
  }
}

extension Schedule {
  init(_ node: Node) {
    self.init(
      opens: node.value(.opens), closes: node.value(.closes), judging: node.value(.judging),
      results: node.value(.results))
  }

  func write(to writer: inout Writer) throws {
    guard self != Schedule() else { return }
    try writer.open(.schedule)
    try writer.element(.opens, opens)
    try writer.element(.closes, closes)
    try writer.element(.judging, judging)
    try writer.element(.results, results)
    try writer.close()
  }
}

extension Nomination {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), description: node.text(.description),
      acceptsApplications: node.attribute(.acceptsApplications) ?? true,
      ageGroups: node.children(.ageGroup).map {
        AgeGroup(title: $0.text, minimumAge: $0.attribute(.minimum), maximumAge: $0.attribute(.maximum))
      },
      prizes: try node.list(.prize, Prize.init),
      minimumEntries: node.value(.minimumEntries), passMark: node.value(.passMark))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .nomination, [(.id, id.description), (.acceptsApplications, acceptsApplications ? nil : "false")])
    try writer.element(.title, title)
    try writer.element(.description, description)
    for group in ageGroups {
      try writer.element(
        .ageGroup, group.title,
        [(.minimum, group.minimumAge.map(String.init)), (.maximum, group.maximumAge.map(String.init))])
    }
    for prize in prizes { try prize.write(to: &writer) }
    try writer.element(.minimumEntries, minimumEntries)
    try writer.element(.passMark, passMark)
    try writer.close()
  }
}

extension Prize {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      rank: node.attribute(.rank), title: try node.requiredText(.title), quantity: node.attribute(.quantity) ?? 1,
      value: node.money(.value))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.prize, [(.rank, rank.map(String.init)), (.quantity, String(quantity))])
    try writer.element(.title, title)
    try writer.element(.value, value)
    try writer.close()
  }
}

extension Criterion {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), weight: node.attribute(.weight),
      maximum: try node.requiredAttribute(.maximum), nominations: node.values(.nomination))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .criterion, [(.id, id.description), (.weight, weight?.description), (.maximum, maximum.description)])
    try writer.element(.title, title)
    for nomination in nominations { try writer.element(.nomination, nomination) }
    try writer.close()
  }
}

extension Juror {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), name: try node.requiredText(.name),
      role: node.attributeChoice(.role) ?? .member, post: node.text(.post), nominations: node.values(.nomination))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.juror, [(.id, id.description), (.role, role.rawValue)])
    try writer.element(.name, name)
    try writer.element(.post, post)
    for nomination in nominations { try writer.element(.nomination, nomination) }
    try writer.close()
  }
}

extension ContestRules {
  init(_ node: Node) {
    let plain = ContestRules()
    self.init(
      aggregation: node.choice(.aggregation) ?? plain.aggregation,
      tieBreaks: node.choices(.tieBreak),
      sharesPlaces: node.value(.sharedPlaces) ?? plain.sharesPlaces,
      placesByAgeGroup: node.value(.placesByAgeGroup) ?? plain.placesByAgeGroup,
      oneWinPerParticipant: node.value(.oneWinPerParticipant) ?? plain.oneWinPerParticipant,
      quorum: node.value(.quorum), passMark: node.value(.passMark), minimumEntries: node.value(.minimumEntries),
      isBlind: node.value(.blind) ?? plain.isBlind, publication: node.choice(.publication) ?? plain.publication)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.rules)
    try writer.element(.aggregation, aggregation.rawValue)
    for tieBreak in tieBreaks { try writer.element(.tieBreak, tieBreak.rawValue) }
    try writer.element(.sharedPlaces, sharesPlaces)
    if placesByAgeGroup { try writer.element(.placesByAgeGroup, true) }
    try writer.element(.oneWinPerParticipant, oneWinPerParticipant)
    try writer.element(.quorum, quorum)
    try writer.element(.passMark, passMark)
    try writer.element(.minimumEntries, minimumEntries)
    try writer.element(.blind, isBlind)
    try writer.element(.publication, publication.rawValue)
    try writer.close()
  }
}
