public import Contests
public import Primitives

/// A record of an applications document: an application, or the withdrawal of one.
public enum Application: Hashable, Sendable {
  /// In a box of its own: an entry is large, and is handed on many times before it is stored.
  indirect case entry(Entry)
  case withdrawal(Withdrawal)

  public var id: Identifier {
    switch self {
    case .entry(let entry): entry.id
    case .withdrawal(let withdrawal): withdrawal.id
    }
  }
}

/// The withdrawal of an application by who sent it.
public struct Withdrawal: Hashable, Sendable {
  /// The application's identifier.
  public var id: Identifier
  public var date: Day?
  public var reason: String
  /// True where the sender has erased the personal data of the application: the recipient does so too.
  public var isErased: Bool

  public init(id: Identifier, date: Day? = nil, reason: String, isErased: Bool = false) {
    self.id = id
    self.date = date
    self.reason = reason
    self.isErased = isErased
  }
}

extension Application {
  init(_ node: Node, contest: Identifier) throws(Unreadable) {
    if let withdrawal = node.child(.withdrawal) {
      self = .withdrawal(
        Withdrawal(
          id: try node.requiredAttribute(.id), date: withdrawal.attribute(.date),
          reason: try withdrawal.requiredText(.reason), isErased: node.attribute(.erased) ?? false))
    } else {
      self = .entry(try Entry(node, contest: contest))
    }
  }

  func write(to writer: inout Writer) throws {
    switch self {
    case .entry(let entry): try entry.write(to: &writer)
    case .withdrawal(let withdrawal):
      try writer.open(
        .application, [(.id, withdrawal.id.description), (.erased, withdrawal.isErased ? "true" : nil)])
      try writer.open(.withdrawal, [(.date, withdrawal.date?.description)])
      try writer.element(.reason, withdrawal.reason)
      try writer.close()
      try writer.close()
    }
  }
}

extension Entry {
  init(_ node: Node, contest: Identifier) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), contest: contest, nomination: node.value(.nomination),
      title: try node.requiredText(.title), description: node.text(.description), ageGroup: node.text(.ageGroup),
      applicant: try Party(try node.required(.applicant)),
      participants: try node.part(.participants, Participants.init),
      works: node.value(.works), leader: node.text(.leader), territory: node.child(.territory).map { Territory($0) },
      district: node.text(.district), site: node.text(.site), submittedAt: try node.required(.submittedAt),
      correctionNumber: node.attribute(.correctionNumber) ?? 0,
      processingConsent: node.child(.processingConsent).map { Consent($0) },
      publicationConsent: node.child(.publicationConsent).map { Consent($0) },
      attachments: try node.list(.attachment, Attachment.init),
      previousStage: try node.part(.previousStage, PreviousStage.init),
      achievements: try node.list(.achievement, Achievement.init),
      extensions: node.extensions)
    isErased = node.attribute(.erased) ?? false
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .application,
      [
        (.id, id.description), (.correctionNumber, correctionNumber == 0 ? nil : String(correctionNumber)),
        (.erased, isErased ? "true" : nil),
      ])
    try writer.element(.nomination, nomination)
    try writer.element(.title, title)
    try writer.element(.description, description)
    try writer.element(.ageGroup, ageGroup)
    try applicant.write(to: &writer)
    try participants?.write(to: &writer)
    try writer.element(.works, works)
    try writer.element(.leader, leader)
    try territory?.write(to: &writer)
    try writer.element(.district, district)
    try writer.element(.site, site)
    try writer.element(.submittedAt, submittedAt)
    try processingConsent?.write(.processingConsent, to: &writer)
    try publicationConsent?.write(.publicationConsent, to: &writer)
    for attachment in attachments { try attachment.write(to: &writer) }
    try previousStage?.write(to: &writer)
    for achievement in achievements { try achievement.write(to: &writer) }
    try writer.extensions(extensions)
    try writer.close()
  }
}

extension Participants {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      count: try node.requiredAttribute(.count),
      people: try node.list(.person, Person.init))
  }

  func write(to writer: inout Writer) throws {
    guard !people.isEmpty else { return try writer.empty(.participants, [(.count, String(count))]) }
    try writer.open(.participants, [(.count, String(count))])
    for person in people { try person.write(to: &writer) }
    try writer.close()
  }
}

extension Consent {
  init(_ node: Node) {
    self.init(isGiven: node.attribute(.given) ?? false, date: node.attribute(.date))
  }

  func write(_ tag: Tag, to writer: inout Writer) throws {
    try writer.empty(tag, [(.given, String(isGiven)), (.date, date?.description)])
  }
}

extension Attachment {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      name: try node.requiredAttribute(.name), mediaType: try node.requiredAttribute(.mediaType),
      size: try node.requiredAttribute(.size), digest: try node.requiredAttribute(.sha256))
  }

  func write(to writer: inout Writer) throws {
    try writer.empty(
      .attachment, [(.name, name), (.mediaType, mediaType), (.size, String(size)), (.sha256, digest)])
  }
}

extension PreviousStage {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      contestTitle: try node.requiredText(.contestTitle), contest: node.attribute(.contest),
      organiser: node.text(.organiser), entry: node.attribute(.entry), place: node.value(.place),
      prize: node.text(.prize),
      minutes: try node.part(.protocol, ProtocolReference.init))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.previousStage, [(.contest, contest?.description), (.entry, entry?.description)])
    try writer.element(.contestTitle, contestTitle)
    try writer.element(.organiser, organiser)
    try writer.element(.place, place)
    try writer.element(.prize, prize)
    if let minutes {
      try writer.empty(.protocol, [(.number, minutes.number), (.date, minutes.date.description)])
    }
    try writer.close()
  }
}

extension ProtocolReference {
  init(_ node: Node) throws(Unreadable) {
    self.init(number: try node.requiredAttribute(.number), date: try node.requiredAttribute(.date))
  }
}
