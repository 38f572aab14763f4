public import Primitives

// What an entry tells under pseudonyms: who took part can be counted and told apart, and not be named.

extension Entry {
  /// The entry with its people under pseudonyms and their birth days as ages.
  ///
  /// Identifiers give way too, and the moment of submission becomes noon of its day: whoever sent the entry would know it
  /// by them. Contacts, sites, descriptions, files and foreign content are left out.
  public func pseudonymised(by pseudonyms: Pseudonyms) -> Entry {
    let day = submittedAt.day
    var entry = stripped(of: personalNames)
    entry.id = pseudonyms.identifier(id)
    entry.applicant = applicant.pseudonymised(by: pseudonyms, on: day)
    entry.participants?.people = (participants?.people ?? []).map { $0.pseudonymised(by: pseudonyms, on: day) }
    entry.leader = leader.map { pseudonyms.name($0) }
    entry.submittedAt = Instant(noonOf: day)
    entry.processingConsent?.date = nil
    entry.publicationConsent?.date = nil
    entry.previousStage?.entry = previousStage?.entry.map { pseudonyms.identifier($0) }
    return entry
  }
}

extension Party {
  /// The applicant under a pseudonym, unless an organisation, and without contacts.
  ///
  /// - Parameter day: The day on which people have the age that is told.
  public func pseudonymised(by pseudonyms: Pseudonyms, on day: Day) -> Party {
    switch self {
    case .organisation(let organisation): .organisation(organisation.pseudonymised(by: pseudonyms))
    case .person(let person): .person(person.pseudonymised(by: pseudonyms, on: day))
    case .group(let title, _): .group(title: Neutral.isName(title) ? title : pseudonyms.group(title), contact: nil)
    }
  }
}

extension Person {
  fileprivate func pseudonymised(by pseudonyms: Pseudonyms, on day: Day) -> Person {
    Person(
      name: Neutral.isName(name) ? name : pseudonyms.name(of: self), ageGroup: age(on: day) ?? ageGroup,
      institution: institution.map { pseudonyms.institution($0) }, leader: leader.map { pseudonyms.name($0) })
  }

  private func age(on day: Day) -> String? {
    guard let years = birthDay?.fullYears(on: day), years >= 0 else { return nil }
    return "\(years) \(RussianPlural("год", "года", "лет").form(for: years))"
  }
}

extension ProtocolResult {
  /// The result without its words, for the entry it is about.
  public func pseudonymised(by pseudonyms: Pseudonyms, of entry: Entry) -> ProtocolResult {
    var result = withoutWords(of: entry)
    result.id = pseudonyms.identifier(id)
    result.source = source.map { Source(sender: $0.sender, id: pseudonyms.identifier($0.id)) }
    result.applicant = applicant.map { _ in
      entry.applicant.pseudonymised(by: pseudonyms, on: entry.submittedAt.day).title
    }
    return result
  }

  /// Titles that name nobody stay, reasons and remarks do not: they may speak of anyone.
  func withoutWords(of entry: Entry) -> ProtocolResult {
    let names = entry.personalNames
    var result = stripped(of: names)
    result.reason = reason.map { _ in Neutral.text }
    result.note = nil
    for index in result.awards.indices {
      result.awards[index].prize = result.awards[index].prize.map { names.cleared($0) ?? Neutral.text }
    }
    return result
  }
}

extension ResultsProtocol {
  /// The protocol with jury and signatories under pseudonyms, without remarks and reasons.
  public func pseudonymised(by pseudonyms: Pseudonyms) -> ResultsProtocol {
    var minutes = withoutWords { pseudonyms.identifier($0) }
    for index in minutes.attendance.indices {
      minutes.attendance[index].name = pseudonyms.name(attendance[index].name)
      minutes.attendance[index].post = nil
    }
    minutes.jury = jury.map { $0.pseudonymised(by: pseudonyms) }
    minutes.signatories = signatories.map { Signatory(name: pseudonyms.name($0.name)) }
    return minutes
  }

  /// - Parameter rename: What an entry that was equal to others is called instead; nil where it is not told.
  func withoutWords(calling rename: (Identifier) throws -> Identifier?) rethrows -> ResultsProtocol {
    var minutes = self
    minutes.organiser = organiser.withoutContact
    for index in minutes.decisions.indices { minutes.decisions[index].note = nil }
    for index in minutes.tieDecisions.indices {
      minutes.tieDecisions[index].entries = try tieDecisions[index].entries.compactMap(rename)
      minutes.tieDecisions[index].reason = tieDecisions[index].reason.map { _ in Neutral.text }
    }
    minutes.tieDecisions.removeAll { $0.entries.isEmpty }
    minutes.extensions = nil
    return minutes
  }
}

extension Contest {
  /// The contest with its jury under pseudonyms. Texts that hold something like a telephone or an address are left out.
  public func pseudonymised(by pseudonyms: Pseudonyms) -> Contest {
    var contest = published
    contest.jury = jury.map { $0.pseudonymised(by: pseudonyms) }
    contest.history = history.withoutReasons
    contest.description = contest.description.flatMap { $0.seemsToHoldPersonalData ? nil : $0 }
    contest.eligibility = contest.eligibility.flatMap { $0.seemsToHoldPersonalData ? nil : $0 }
    return contest
  }
}

extension Juror {
  fileprivate func pseudonymised(by pseudonyms: Pseudonyms) -> Juror {
    var juror = self
    juror.name = pseudonyms.name(name)
    juror.post = nil
    return juror
  }
}
