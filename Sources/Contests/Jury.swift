public import Primitives

/// A member of the jury.
public struct Juror: Codable, Hashable, Sendable {
  /// What a member of the jury is in it.
  public enum Role: String, Codable, CaseIterable, Sendable {
    case chair, deputy, secretary, member
  }

  public var id: Identifier
  public var name: String
  public var role: Role
  /// Position and place of work, as the protocol prints it.
  public var post: String?
  /// Nominations the juror judges; empty means all.
  public var nominations: [Identifier]

  public init(
    id: Identifier, name: String, role: Role = .member, post: String? = nil, nominations: [Identifier] = []
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.post = post
    self.nominations = nominations
  }
}

/// The points one juror gave one entry.
public struct ScoreSheet: Hashable, Sendable {
  /// The points for one criterion, from 0 to its maximum.
  public struct Mark: Codable, Hashable, Sendable {
    public var criterion: Identifier
    public var points: Points

    public init(criterion: Identifier, points: Points) {
      self.criterion = criterion
      self.points = points
    }
  }

  public var id: Identifier
  public var juror: Identifier
  public var entry: Identifier
  public var date: Day
  public var marks: [Mark]
  public var remark: String?
  /// Foreign content of the document it came in, kept as it was.
  public var extensions: String?

  public init(
    id: Identifier, juror: Identifier, entry: Identifier, date: Day, marks: [Mark], remark: String? = nil,
    extensions: String? = nil
  ) {
    self.id = id
    self.juror = juror
    self.entry = entry
    self.date = date
    self.marks = marks
    self.remark = remark
    self.extensions = extensions
  }
}

/// A juror's stepping back from an entry.
public struct Recusal: Hashable, Sendable {
  public var id: Identifier
  public var juror: Identifier
  public var entry: Identifier
  public var date: Day
  public var reason: String
  /// Foreign content of the document it came in, kept as it was.
  public var extensions: String?

  public init(
    id: Identifier, juror: Identifier, entry: Identifier, date: Day, reason: String, extensions: String? = nil
  ) {
    self.id = id
    self.juror = juror
    self.entry = entry
    self.date = date
    self.reason = reason
    self.extensions = extensions
  }
}
