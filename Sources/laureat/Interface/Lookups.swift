import Contests
import Exchange
import Grants
import Primitives
import Storage

/// Finding what a command names, or saying that it is not there.
extension Session {
  func contest(_ id: Identifier) throws -> Contest {
    guard let contest = try contests.find(id) else { throw Failure([.unknownContest(id)]) }
    return contest
  }

  func entry(_ registration: Registration) throws -> StoredEntry {
    guard let entry = try entries.find(registration) else {
      _ = try contest(registration.contest)
      throw Failure([.unknownRegistration(registration)])
    }
    return entry
  }

  /// An entry of a contest by its registration number, the number alone or its identifier.
  func entry(_ name: String, in contest: Identifier) throws -> StoredEntry {
    let registration = Registration(name) ?? Registration("\(contest)/\(name)")
    if let registration, registration.contest == contest, let entry = try entries.find(registration) { return entry }
    if let id = Identifier(name), let entry = try entries.find(contest: contest, exchangeID: id) { return entry }
    throw Failure([.unknownEntryName(in: contest)])
  }

  func project(_ id: Identifier) throws -> Project {
    guard let project = try projects.find(id) else {
      throw Failure.refused(
        GrantCode.unknownProject,
        LocalizedText(ru: "проекта \(id) в хранилище нет", en: "the store has no project \(id)"),
        advice: LocalizedText(ru: "список: laureat grant list", en: "list them: laureat grant list"))
    }
    return project
  }

  func funder(_ id: Identifier) throws -> Funder {
    guard let funder = try funders.find(id) else {
      throw Failure.refused(
        GrantCode.unknownFunder,
        LocalizedText(ru: "грантодателя \(id) в хранилище нет", en: "the store has no funder \(id)"),
        advice: LocalizedText(ru: "список: laureat funder list", en: "list them: laureat funder list"))
    }
    return funder
  }

  /// An organisation that a project is carried out by: ourselves where none is named.
  func grantee(_ id: Identifier?) throws -> Organisation {
    if let found = try id.map({ try organisations.find($0) }) ?? organisations.ourselves() { return found }
    throw Failure.refused(
      ExchangeCode.unknownSender,
      LocalizedText(ru: "грантополучатель не записан", en: "the grantee is not known"),
      advice: LocalizedText(ru: "запишите его: laureat organisation add", en: "add it: laureat organisation add"))
  }

  /// A contest is ours when we hold it. A municipal one is; of a higher level, one that we organise, or, in a store that
  /// was not told whose it is, one that applications came to.
  func isOwn(_ contest: Contest) throws -> Bool {
    if contest.level == .municipal { return true }
    if let ourselves = try organisations.ourselves() { return contest.organiser.id == ourselves.id }
    return try contests.figures(of: contest).total.applications > 0
  }

  /// In whose name documents go out.
  ///
  /// Ourselves; in a store that was not told whose it is, whoever filled it, so that a copy of another store exports
  /// the same documents; where several did, the contest's organiser, or who sent the projects last.
  func sender(about contest: Contest?) throws -> Organisation {
    if let ourselves = try organisations.ourselves() { return ourselves }
    if let only = try messages.onlySender() { return only }
    if let contest { return contest.organiser }
    if let last = try messages.lastSender(of: DocumentKind.grantPortfolio.rawValue) { return last }
    throw Failure.refused(
      ExchangeCode.unknownSender,
      LocalizedText(ru: "не указано, кто отправляет документ", en: "it is not known who sends the document"),
      advice: LocalizedText(
        ru: "назовите себя: laureat organisation self --inn ИНН --title НАЗВАНИЕ",
        en: "say who you are: laureat organisation self --inn INN --title NAME"))
  }
}

extension Session {
  /// A protocol of a contest: that of the number, or the only one.
  func storedProtocol(_ number: String?, of contest: Contest) throws -> StoredProtocol {
    let protocols = try protocols.list(contest: contest.id)
    if let number, let stored = protocols.first(where: { $0.minutes.number == number }) { return stored }
    if number == nil, protocols.count == 1 { return protocols[0] }
    let numbers = protocols.map(\.minutes.number).joined(separator: ", ")
    throw Failure.refused(
      ContestCode.unknownProtocol,
      protocols.isEmpty
        ? LocalizedText(
          ru: "у конкурса \(contest.id) ещё нет протокола", en: "the contest \(contest.id) has no protocol yet")
        : LocalizedText(ru: "протоколы конкурса: \(numbers)", en: "protocols of the contest: \(numbers)"),
      advice: protocols.isEmpty
        ? LocalizedText(
          ru: "запишите победителей: laureat winner record", en: "record the winners: laureat winner record")
        : LocalizedText(ru: "выберите один: --protocol НОМЕР", en: "choose one: --protocol NUMBER"))
  }
}

extension Contest {
  /// - Throws: ``Failure`` for a nomination that the contest does not have.
  func known(_ nomination: Identifier) throws -> Nomination {
    if let known = self.nomination(nomination) { return known }
    throw Failure.refused(
      ContestCode.unknownNomination,
      LocalizedText(
        ru: "номинации \(nomination) в конкурсе нет", en: "the contest has no nomination \(nomination)"),
      advice: LocalizedText(
        ru: "список: laureat contest show \(id)", en: "list them: laureat contest show \(id)"))
  }

  /// - Throws: ``Failure`` for a stranger to the jury.
  @discardableResult
  func knownJuror(_ juror: Identifier) throws -> Juror {
    if let known = jury.first(where: { $0.id == juror }) { return known }
    throw Failure([.stranger(juror, to: id)])
  }
}

extension Diagnostic {
  /// Somebody who is not in the jury of a contest.
  static func stranger(_ juror: Identifier, to contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownJuror,
      LocalizedText(ru: "члена жюри \(juror) в конкурсе нет", en: "the contest has no juror \(juror)"),
      advice: LocalizedText(
        ru: "список: laureat jury list --contest \(contest)", en: "list them: laureat jury list --contest \(contest)"),
      field: "@juror")
  }
}

extension Project {
  /// Where a record of the ledger stands, or what says that it is not there.
  func place<Item>(of id: Identifier, in items: KeyPath<Project, [Item]>, _ key: (Item) -> Identifier) throws -> Int {
    if let place = self[keyPath: items].firstIndex(where: { key($0) == id }) { return place }
    throw Failure.refused(
      GrantCode.unknownRecord,
      LocalizedText(ru: "в проекте нет записи «\(id)»", en: "the project has no record “\(id)”"),
      advice: LocalizedText(
        ru: "посмотрите обозначения: laureat grant show \(self.id)",
        en: "look up the identifiers: laureat grant show \(self.id)"))
  }
}

extension Diagnostic {
  fileprivate static func unknownRegistration(_ registration: Registration) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownEntry,
      LocalizedText(ru: "заявки \(registration) нет", en: "there is no entry \(registration)"),
      advice: LocalizedText(
        ru: "список: laureat entry list --contest \(registration.contest)",
        en: "list them: laureat entry list --contest \(registration.contest)"))
  }

  fileprivate static func unknownEntryName(in contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownEntry,
      LocalizedText(ru: "в конкурсе \(contest) такой заявки нет", en: "the contest \(contest) has no such entry"),
      advice: LocalizedText(
        ru: "заявку называют номером \(contest)/17, одним номером 17 или идентификатором",
        en: "name it by its number \(contest)/17, the number 17 alone or its identifier"))
  }
}

extension Diagnostic {
  static func resultsAreFixed(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.contestFinished,
      LocalizedText(
        ru: "конкурс \(contest) завершён, его заявки больше не меняются",
        en: "the contest \(contest) is over; its entries stay as they are"),
      advice: LocalizedText(
        ru: "проверьте, тот ли это конкурс: laureat contest status \(contest)",
        en: "check that it is the right contest: laureat contest status \(contest)"))
  }
}

/// Shows findings that do not stop a command, and stops it where they do.
func settle(_ findings: [Diagnostic]) throws {
  if findings.hasErrors { throw Failure(findings) }
  DiagnosticPrinter.show(findings)
}

extension Session {
  /// Notes in the history what a command did.
  ///
  /// - Parameter remark: Why, as the user put it; it may name somebody.
  func record(
    _ kind: String, _ subject: String, detail: String? = nil, remark: String? = nil, digest: String? = nil
  ) throws {
    try events.append(
      kind, subject: subject, detail: detail, remark: remark, actor: Actor.name, digest: digest, at: Clock.now())
  }
}
