/// A validated value that is coded as the one text it is written as: what is decoded passes the same checks as what
/// is read from a document.
public protocol CodedAsText: Codable, CustomStringConvertible {
  /// Reads what `description` writes; throws for anything else.
  init(coded text: String) throws
}

/// A coded text that is no value of its type. It does not quote the text, which may be personal.
public struct UnreadableText: Error, Hashable, Sendable {
  public var type: String
}

extension CodedAsText {
  public init(from decoder: any Decoder) throws {
    try self.init(coded: decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CodedAsText where Self: LosslessStringConvertible {
  public init(coded text: String) throws {
    guard let value = Self(text) else { throw UnreadableText(type: "\(Self.self)") }
    self = value
  }
}

extension Amount: CodedAsText {}
extension Currency: CodedAsText {}
extension Day: CodedAsText {}
extension ExactDecimal: CodedAsText {}
extension Identifier: CodedAsText {}
extension Instant: CodedAsText {}

extension INN: CodedAsText {
  public init(coded text: String) throws { try self.init(text) }
}

extension KPP: CodedAsText {
  public init(coded text: String) throws { try self.init(text) }
}

extension OGRN: CodedAsText {
  public init(coded text: String) throws { try self.init(text) }
}

extension OKTMO: CodedAsText {
  public init(coded text: String) throws { try self.init(text) }
}
