public import Primitives

/// How a contest is judged and decided, as its regulation (положение) says.
public struct ContestRules: Codable, Hashable, Sendable {
  /// How the jurors' points become one figure.
  public enum Aggregation: String, Codable, CaseIterable, Sendable {
    /// Mean over the jurors who scored.
    case mean
    case sum
    /// Mean without the highest and the lowest.
    case trimmedMean
    case borda
    case schulze

    /// Of how many entries that compete with one another it makes an order; nil for any number. Beyond it nobody is
    /// ranked.
    public var limit: Int? { self == .schulze ? 2_000 : nil }
  }

  /// What decides between equals, in the order given.
  public enum TieBreak: String, Codable, CaseIterable, Sendable {
    /// The criteria in their order.
    case criterionOrder
    /// The chair's casting vote.
    case chair
    /// An open vote of the jury.
    case vote
  }

  /// How names appear in public documents.
  public enum Publication: String, Codable, CaseIterable, Sendable {
    case full
    /// Given name and initial.
    case minimised
    case none
  }

  public var aggregation: Aggregation
  public var tieBreaks: [TieBreak]
  /// True when equals may hold the same place.
  public var sharesPlaces: Bool
  /// True when each age group of a nomination has places of its own; otherwise they compete together.
  public var placesByAgeGroup: Bool
  /// True when a participant may win once in the whole contest.
  public var oneWinPerParticipant: Bool
  /// The share of the jury that must be present.
  public var quorum: Quorum?
  public var passMark: Points?
  /// With fewer entries a nomination is void.
  public var minimumEntries: Int?
  /// True when jurors must not see who applied.
  public var isBlind: Bool
  public var publication: Publication

  public init(
    aggregation: Aggregation = .mean, tieBreaks: [TieBreak] = [], sharesPlaces: Bool = false,
    placesByAgeGroup: Bool = false, oneWinPerParticipant: Bool = false, quorum: Quorum? = nil,
    passMark: Points? = nil, minimumEntries: Int? = nil, isBlind: Bool = false,
    publication: Publication = .minimised
  ) {
    self.aggregation = aggregation
    self.tieBreaks = tieBreaks
    self.sharesPlaces = sharesPlaces
    self.placesByAgeGroup = placesByAgeGroup
    self.oneWinPerParticipant = oneWinPerParticipant
    self.quorum = quorum
    self.passMark = passMark
    self.minimumEntries = minimumEntries
    self.isBlind = isBlind
    self.publication = publication
  }
}

extension ContestRules {
  /// Rules that were kept before they said anything on age groups let these compete together.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      aggregation: try values.decode(Aggregation.self, forKey: .aggregation),
      tieBreaks: try values.decode([TieBreak].self, forKey: .tieBreaks),
      sharesPlaces: try values.decode(Bool.self, forKey: .sharesPlaces),
      placesByAgeGroup: try values.decodeIfPresent(Bool.self, forKey: .placesByAgeGroup) ?? false,
      oneWinPerParticipant: try values.decode(Bool.self, forKey: .oneWinPerParticipant),
      quorum: try values.decodeIfPresent(Quorum.self, forKey: .quorum),
      passMark: try values.decodeIfPresent(Points.self, forKey: .passMark),
      minimumEntries: try values.decodeIfPresent(Int.self, forKey: .minimumEntries),
      isBlind: try values.decode(Bool.self, forKey: .isBlind),
      publication: try values.decode(Publication.self, forKey: .publication))
  }
}

/// A share of a jury, as a fraction: `2/3`.
public struct Quorum: CodedAsText, Hashable, Sendable, LosslessStringConvertible {
  public let numerator: Int
  public let denominator: Int

  /// - Returns: nil unless 0 < numerator ≤ denominator ≤ 99.
  public init?(_ numerator: Int, of denominator: Int) {
    guard numerator > 0, numerator <= denominator, denominator <= 99 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads `2/3`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in Int(part).flatMap { String($0) == part ? $0 : nil } }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    self.init(numbers[0], of: numbers[1])
  }

  public var description: String { "\(numerator)/\(denominator)" }

  /// True when so many of a jury are enough.
  public func isReached(by present: Int, of jury: Int) -> Bool {
    present * denominator >= numerator * jury
  }
}
