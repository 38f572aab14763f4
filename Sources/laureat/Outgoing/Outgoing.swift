import Contests
import Exchange
import Primitives
import Storage

/// Writes documents in the name of the store's owner.
struct Outgoing {
  private let session: Session
  private let output: OutputOptions

  init(_ session: Session, _ output: OutputOptions) {
    self.session = session
    self.output = output
  }

  /// - Parameters:
  ///   - contest: The contest it is about; nil for grants.
  ///   - changedAt: The last change of what it carries; nil where there is nothing to carry.
  func write(
    _ kind: DocumentKind, about contest: Contest? = nil, changedAt: Instant?,
    body: @escaping (DocumentBody) throws -> Void
  ) throws {
    guard let changedAt else {
      throw Failure.refused(
        ExchangeCode.missingPart, LocalizedText(ru: "выгружать нечего", en: "there is nothing to export"))
    }
    let document = OutgoingDocument(
      kind, contest: contest?.id, sender: try sender(about: contest), createdAt: changedAt, software: Program.software,
      body: body)
    try document.write(to: output.path.map { .file($0) } ?? .standardOutput)
  }

  /// Ourselves; in a store that was not told whose it is, whoever filled it, so that a copy of another store exports
  /// the same documents; where several did, the contest's organiser, or who sent the projects last.
  private func sender(about contest: Contest?) throws -> Organisation {
    if let ourselves = try session.organisations.ourselves() { return ourselves }
    if let only = try session.messages.onlySender() { return only }
    if let contest { return contest.organiser }
    if let last = try session.messages.lastSender(of: DocumentKind.grantPortfolio.rawValue) { return last }
    throw Failure.refused(
      ExchangeCode.unknownSender,
      LocalizedText(ru: "не указано, кто отправляет документ", en: "it is not known who sends the document"),
      advice: LocalizedText(
        ru: "назовите себя: laureat organisation self --inn ИНН --title НАЗВАНИЕ",
        en: "say who you are: laureat organisation self --inn INN --title NAME"))
  }
}
