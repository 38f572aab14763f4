public import Primitives

/// The states of an entry. Place, prize and status are three separate things.
public enum EntryStatus: String, Lifecycle {
  case submitted, registered, admitted, notAdmitted, underReview, awarded, participated, withdrawn, returned

  public static let initial = EntryStatus.submitted

  public var title: LocalizedText {
    switch self {
    case .submitted: LocalizedText(ru: "подана", en: "submitted")
    case .registered: LocalizedText(ru: "зарегистрирована", en: "registered")
    case .admitted: LocalizedText(ru: "допущена", en: "admitted")
    case .notAdmitted: LocalizedText(ru: "не допущена", en: "not admitted")
    case .underReview: LocalizedText(ru: "на рассмотрении жюри", en: "under review")
    case .awarded: LocalizedText(ru: "награждена", en: "awarded")
    case .participated: LocalizedText(ru: "участвовала", en: "took part")
    case .withdrawn: LocalizedText(ru: "отозвана", en: "withdrawn")
    case .returned: LocalizedText(ru: "возвращена на доработку", en: "returned for correction")
    }
  }

  public var successors: Set<EntryStatus> {
    switch self {
    case .submitted: [.registered, .returned, .withdrawn]
    case .registered: [.admitted, .notAdmitted, .returned, .withdrawn]
    case .returned: [.registered, .withdrawn]
    case .admitted: [.notAdmitted, .underReview, .awarded, .participated, .withdrawn]
    case .notAdmitted: [.admitted]
    case .underReview: [.awarded, .participated, .withdrawn]
    case .participated: [.awarded]
    // A revoked award leaves a participant.
    case .awarded: [.participated]
    case .withdrawn: []
    }
  }

  public var needsReason: Bool {
    switch self {
    case .notAdmitted, .returned, .withdrawn: true
    default: false
    }
  }

  /// True for entries that compete: admitted and whatever follows.
  public var isAdmitted: Bool {
    switch self {
    case .admitted, .underReview, .awarded, .participated: true
    default: false
    }
  }
}
