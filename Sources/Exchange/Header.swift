public import Primitives

/// What every exchange document begins with.
public struct Header: Hashable, Sendable {
  /// Unique for its sender.
  public var messageID: MessageID
  public var createdAt: Instant
  /// Name and version of the program that wrote it.
  public var software: String?
  public var sender: Organisation
  public var recipient: Organisation?
  /// The message this one answers.
  public var referenceMessageID: MessageID?
  /// 0 for the first version.
  public var correctionNumber: Int
  /// A test must not change the receiver's data.
  public var isTest: Bool
  public var recordCount: Int
  /// In documents with money, the sum of the awards.
  public var controlSum: Money?
  public var extensions: String?

  public init(
    messageID: MessageID, createdAt: Instant, software: String? = nil, sender: Organisation,
    recipient: Organisation? = nil, referenceMessageID: MessageID? = nil, correctionNumber: Int = 0,
    isTest: Bool = false, recordCount: Int, controlSum: Money? = nil, extensions: String? = nil
  ) {
    self.messageID = messageID
    self.createdAt = createdAt
    self.software = software
    self.sender = sender
    self.recipient = recipient
    self.referenceMessageID = referenceMessageID
    self.correctionNumber = correctionNumber
    self.isTest = isTest
    self.recordCount = recordCount
    self.controlSum = controlSum
    self.extensions = extensions
  }
}

extension Header {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      messageID: try node.required(.messageID), createdAt: try node.required(.createdAt),
      software: node.text(.software), sender: try Organisation(try node.required(.sender)),
      recipient: try node.part(.recipient, Organisation.init), referenceMessageID: node.value(.referenceMessageID),
      correctionNumber: node.value(.correctionNumber) ?? 0, isTest: node.value(.test) ?? false,
      recordCount: try node.required(.recordCount), controlSum: node.money(.controlSum),
      extensions: node.extensions)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(.header)
    try writer.element(.messageID, messageID)
    try writer.element(.createdAt, createdAt)
    try writer.element(.software, software)
    try sender.write(.sender, to: &writer)
    try recipient?.write(.recipient, to: &writer)
    try writer.element(.referenceMessageID, referenceMessageID)
    if correctionNumber > 0 { try writer.element(.correctionNumber, correctionNumber) }
    if isTest { try writer.element(.test, isTest) }
    try writer.element(.recordCount, recordCount)
    try writer.element(.controlSum, controlSum)
    try writer.extensions(extensions)
    try writer.close()
  }
}
