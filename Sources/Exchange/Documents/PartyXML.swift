internal import Primitives

// Parties, territories and other values that several documents share. Reading and writing stand side by side, in the
// order of the schema.

extension Territory {
  init(_ node: Node) {
    let title = node.text
    self.init(oktmo: node.oktmo(), title: title.isEmpty ? nil : title)
  }

  func write(to writer: inout Writer) throws {
    try writer.element(.territory, title ?? "", [(.oktmo, oktmo?.description)])
  }
}

extension Contact {
  init(_ node: Node) {
    self.init(phone: node.text(.phone), email: node.text(.email), address: node.text(.address))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.contact)
    try writer.element(.phone, phone)
    try writer.element(.email, email)
    try writer.element(.address, address)
    try writer.close()
  }
}

extension Organisation {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: try node.requiredAttribute(.id), title: try node.requiredText(.title), inn: node.inn(), kpp: node.kpp(),
      ogrn: node.ogrn(), territory: node.child(.territory).map { Territory($0) },
      contact: node.child(.contact).map { Contact($0) })
  }

  func write(_ tag: Tag, to writer: inout Writer) throws {
    try writer.open(tag, [(.id, id.description)])
    try writer.element(.title, title)
    try writer.element(.inn, inn)
    try writer.element(.kpp, kpp)
    try writer.element(.ogrn, ogrn)
    try territory?.write(to: &writer)
    try contact?.write(to: &writer)
    try writer.close()
  }
}

extension Person {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      name: try node.requiredText(.name), birthDay: node.value(.birthDay), ageGroup: node.text(.ageGroup),
      institution: node.text(.institution), schoolClass: node.text(.schoolClass), leader: node.text(.leader),
      contact: node.child(.contact).map { Contact($0) }, representative: node.text(.representative))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.person)
    try writer.element(.name, name)
    try writer.element(.birthDay, birthDay)
    try writer.element(.ageGroup, ageGroup)
    try writer.element(.institution, institution)
    try writer.element(.schoolClass, schoolClass)
    try writer.element(.leader, leader)
    try contact?.write(to: &writer)
    try writer.element(.representative, representative)
    try writer.close()
  }
}

extension Party {
  init(_ node: Node) throws(Unreadable) {
    if let organisation = node.child(.organisation) {
      self = .organisation(try Organisation(organisation))
    } else if let person = node.child(.person) {
      self = .person(try Person(person))
    } else {
      let group = try node.required(.group)
      self = .group(title: try group.requiredText(.title), contact: group.child(.contact).map { Contact($0) })
    }
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.applicant)
    switch self {
    case .organisation(let organisation): try organisation.write(.organisation, to: &writer)
    case .person(let person): try person.write(to: &writer)
    case .group(let title, let contact):
      try writer.open(.group)
      try writer.element(.title, title)
      try contact?.write(to: &writer)
      try writer.close()
    }
    try writer.close()
  }
}

extension Period {
  init(_ node: Node) {
    self.init(start: node.attribute(.start), end: node.attribute(.end))
  }

  func write(_ tag: Tag, to writer: inout Writer) throws {
    try writer.empty(tag, [(.start, start?.description), (.end, end?.description)])
  }
}

extension ApprovingAct {
  init(_ node: Node) throws(Unreadable) {
    self.init(title: try node.requiredText(.title), number: node.text(.number), date: try node.required(.date))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.approvingAct)
    try writer.element(.title, title)
    try writer.element(.number, number)
    try writer.element(.date, date)
    try writer.close()
  }
}

extension Achievement {
  init(_ node: Node) throws(Unreadable) {
    self.init(title: try node.requiredText(.title), value: try node.required(.value), unit: node.text(.unit))
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.achievement)
    try writer.element(.title, title)
    try writer.element(.value, value)
    try writer.element(.unit, unit)
    try writer.close()
  }
}

extension StatusHistory {
  /// Reads `statusHistory`; an illegal one is reported, because no later change could be judged by it.
  init(_ node: Node?) throws(Unreadable) {
    self.init()
    for node in node?.children(.change) ?? [] {
      let status: Status = try node.requiredAttributeChoice(.status)
      let change = StatusChange(status, on: try node.requiredAttribute(.date), reason: node.attribute(.reason))
      do throws(StatusRefusal<Status>) {
        if changes.isEmpty { try self.init([change]) } else { try apply(change) }
      } catch {
        node.report(ExchangeCode.illegalHistory, error.message, advice: Wording.mendHistory)
        throw Unreadable()
      }
    }
  }

  func write(to writer: inout Writer) throws {
    guard !changes.isEmpty else { return }
    try writer.open(.statusHistory)
    for change in changes {
      try writer.empty(
        .change,
        [(.status, change.status.rawValue), (.date, change.date.description), (.reason, change.reason)])
    }
    try writer.close()
  }
}
