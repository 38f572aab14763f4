public import Primitives

/// How many took part in an entry, and who, as far as the application names them.
public struct Participants: Hashable, Sendable {
  /// At least the number of people named.
  public var count: Int
  public var people: [Person]

  public init(count: Int, people: [Person] = []) {
    self.count = count
    self.people = people
  }
}

/// A consent under 152-ФЗ. Processing and publication are two consents (articles 9 and 10.1).
public struct Consent: Hashable, Sendable {
  public var isGiven: Bool
  public var date: Day?

  public init(isGiven: Bool, date: Day? = nil) {
    self.isGiven = isGiven
    self.date = date
  }
}

/// A file that belongs to an application and travels beside it.
public struct Attachment: Codable, Hashable, Sendable {
  public var name: String
  /// A MIME type such as `image/jpeg`.
  public var mediaType: String
  /// Bytes.
  public var size: Int
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var digest: String

  public init(name: String, mediaType: String, size: Int, digest: String) {
    self.name = name
    self.mediaType = mediaType
    self.size = size
    self.digest = digest
  }
}
