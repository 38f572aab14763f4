public import Primitives

/// What competes: one application is one entry.
public struct Entry: Hashable, Sendable {
  /// The sender's own identifier of the application.
  public var id: Identifier
  public var contest: Identifier
  /// Nil only in a contest without nominations.
  public var nomination: Identifier?
  public var title: String
  public var description: String?
  public var ageGroup: String?
  public var applicant: Party
  /// Nil when the application does not say; never zero for that.
  public var participants: Participants?
  public var works: Int?
  public var leader: String?
  public var territory: Territory?
  /// District of the city, as the application states it.
  public var district: String?
  /// Where the work stands.
  public var site: String?
  public var submittedAt: Instant
  /// 0 for the first version.
  public var correctionNumber: Int
  public var processingConsent: Consent?
  public var publicationConsent: Consent?
  public var attachments: [Attachment]
  public var previousStage: PreviousStage?
  public var achievements: [Achievement]
  /// Foreign content of the document it came in, kept as it was.
  public var extensions: String?
  /// True once its sender has removed whom it named: whoever has it is to do the same.
  public var isErased = false

  public init(
    id: Identifier, contest: Identifier, nomination: Identifier? = nil, title: String, description: String? = nil,
    ageGroup: String? = nil, applicant: Party, participants: Participants? = nil, works: Int? = nil,
    leader: String? = nil, territory: Territory? = nil, district: String? = nil, site: String? = nil,
    submittedAt: Instant, correctionNumber: Int = 0, processingConsent: Consent? = nil,
    publicationConsent: Consent? = nil, attachments: [Attachment] = [], previousStage: PreviousStage? = nil,
    achievements: [Achievement] = [], extensions: String? = nil
  ) {
    self.id = id
    self.contest = contest
    self.nomination = nomination
    self.title = title
    self.description = description
    self.ageGroup = ageGroup
    self.applicant = applicant
    self.participants = participants
    self.works = works
    self.leader = leader
    self.territory = territory
    self.district = district
    self.site = site
    self.submittedAt = submittedAt
    self.correctionNumber = correctionNumber
    self.processingConsent = processingConsent
    self.publicationConsent = publicationConsent
    self.attachments = attachments
    self.previousStage = previousStage
    self.achievements = achievements
    self.extensions = extensions
  }
}
