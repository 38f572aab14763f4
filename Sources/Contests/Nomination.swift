public import Primitives

/// A section of a contest with standings of its own.
public struct Nomination: Codable, Hashable, Sendable {
  public var id: Identifier
  public var title: String
  public var description: String?
  /// False for a nomination that the jury fills from the entries of the others («Специальный приз жюри»).
  public var acceptsApplications: Bool
  public var ageGroups: [AgeGroup]
  public var prizes: [Prize]
  /// With fewer entries the nomination is void; nil takes the contest's rule.
  public var minimumEntries: Int?
  /// Points below which no place is given; nil takes the contest's rule.
  public var passMark: Points?

  public init(
    id: Identifier, title: String, description: String? = nil, acceptsApplications: Bool = true,
    ageGroups: [AgeGroup] = [], prizes: [Prize] = [], minimumEntries: Int? = nil, passMark: Points? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.acceptsApplications = acceptsApplications
    self.ageGroups = ageGroups
    self.prizes = prizes
    self.minimumEntries = minimumEntries
    self.passMark = passMark
  }
}

/// An age group or another category that competes for itself within a nomination.
public struct AgeGroup: Codable, Hashable, Sendable {
  public var title: String
  /// Full years, inclusive.
  public var minimumAge: Int?
  public var maximumAge: Int?

  public init(title: String, minimumAge: Int? = nil, maximumAge: Int? = nil) {
    self.title = title
    self.minimumAge = minimumAge
    self.maximumAge = maximumAge
  }
}

/// A prize that may be given: a place with a rank, or a special prize without.
public struct Prize: Codable, Hashable, Sendable {
  /// The place it belongs to, from 1; nil for a special prize.
  public var rank: Int?
  public var title: String
  /// How many may be given.
  public var quantity: Int
  /// What one is worth.
  public var value: Money?

  public init(rank: Int? = nil, title: String, quantity: Int = 1, value: Money? = nil) {
    self.rank = rank
    self.title = title
    self.quantity = quantity
    self.value = value
  }
}
