public import Primitives

// What of an entry may be published.

extension Entry {
  /// The entry as the rules of its contest and the consent given with it let it be published, under its number of
  /// registration. Contacts, birth days, leaders, representatives, files and foreign content are never told: no consent
  /// of an entry covers them.
  ///
  /// - Parameters:
  ///   - number: The number of registration, by which it goes.
  ///   - rule: How names of the contest appear in public documents.
  public func published(as number: Int, by rule: ContestRules.Publication) -> Entry {
    let form = PublicName(rule, given: publicationConsent)
    var entry = stripped(of: personalNames)
    entry.id = Identifier(String(number)) ?? id
    entry.title = title(in: form, title)
    entry.applicant = publishedApplicant(in: form, as: number)
    entry.participants?.people = (participants?.people ?? []).compactMap { $0.published(in: form) }
    entry.submittedAt = Instant(noonOf: submittedAt.day)
    entry.processingConsent?.date = nil
    entry.publicationConsent?.date = nil
    entry.previousStage?.entry = nil
    if form == .full {
      entry.description = description.flatMap { $0.seemsToHoldPersonalData ? nil : $0 }
      entry.site = site.flatMap { $0.seemsToHoldPersonalData ? nil : $0 }
    }
    return entry
  }

  /// A title that names someone stays only where names stand in full.
  fileprivate func title(in form: PublicName, _ title: String) -> String {
    let isTold = form == .full ? !title.seemsToHoldPersonalData : !personalNames.occur(in: title)
    return isTold ? title : Neutral.title
  }

  fileprivate func publishedApplicant(in form: PublicName, as number: Int) -> Party {
    switch applicant {
    case .organisation(let organisation) where organisation.isPerson:
      return .organisation(
        Organisation(
          id: Identifier(String(number)) ?? organisation.id,
          title: form.form(of: organisation.title) ?? Neutral.participant(number), territory: organisation.territory))
    case .organisation(let organisation): return .organisation(organisation.withoutContact)
    case .person(let person):
      return .person(person.published(in: form) ?? Person(name: Neutral.participant(number)))
    case .group(let title, _):
      return .group(title: published(title, in: form) ?? "\(Neutral.name(of: applicant)) № \(number)", contact: nil)
    }
  }

  /// The name of a collective is nobody's, unless it is put together of names; that of a family is.
  private func published(_ group: String, in form: PublicName) -> String? {
    switch form {
    case .full: return group
    case .none: return nil
    case .minimised:
      if Neutral.name(of: applicant) == Neutral.family {
        let others = PublicName.minimised(String(group.dropFirst(Neutral.family.count)))
        return others.isEmpty ? group : "\(Neutral.family) \(others)"
      }
      let people = PersonalNames((participants?.people.map(\.name) ?? []) + [leader].compactMap { $0 })
      return people.occur(in: group) || PublicName.holdsPatronymic(group) ? nil : group
    }
  }
}

extension Person {
  fileprivate func published(in form: PublicName) -> Person? {
    form.form(of: name).map {
      Person(name: $0, ageGroup: ageGroup, institution: form == .full ? institution : nil)
    }
  }
}

extension ProtocolResult {
  /// The result as it may be published, for the entry it is about.
  public func published(of entry: Entry, as number: Int, by rule: ContestRules.Publication) -> ProtocolResult {
    let form = PublicName(rule, given: entry.publicationConsent)
    var result = withoutWords(of: entry)
    result.id = Identifier(String(number)) ?? id
    result.source = nil
    result.title = title.map { entry.title(in: form, $0) }
    result.applicant = applicant.map { _ in entry.publishedApplicant(in: form, as: number).title }
    return result
  }
}

extension ResultsProtocol {
  /// The protocol as it may be published. Jury and signatories stay by name: they act in office.
  ///
  /// - Parameter number: The number of registration that an entry is published under.
  public func published(calling number: (Identifier) throws -> Int?) rethrows -> ResultsProtocol {
    try withoutWords { id in try number(id).flatMap { Identifier(String($0)) } }
  }
}

extension Contest {
  /// The contest as it may be published: without the contacts of the organiser's row and foreign content. The jury stays
  /// by name, for it acts in office.
  public var published: Contest {
    var contest = self
    contest.organiser = organiser.withoutContact
    contest.extensions = nil
    return contest
  }
}
