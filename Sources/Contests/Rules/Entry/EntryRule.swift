public import Primitives

/// A rule an entry must keep within its contest.
public protocol EntryRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(in entry: Entry, of contest: Contest) -> [Diagnostic]
}

/// The rules an entry is checked by.
public struct EntryRules: Sendable {
  public var rules: [any EntryRule]

  public init(_ rules: [any EntryRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = EntryRules([
    ContestTakesApplications(), SubmittedInTime(), NominationIsKnown(), NominationTakesApplications(),
    CountCoversNames(), AgeGroupIsKnown(), ParticipantsInAge(), ProcessingConsentGiven(), TitleSaysSomething(),
    TitleInOneAlphabet(), NoPersonalDataInText(), AttachmentsCanBeFiled(),
  ])

  /// Everything the rules find, each finding with the entry's identifier as its record.
  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: entry, of: contest) }.about(entry.id)
  }
}

extension [Diagnostic] {
  /// Names the record in the findings that do not name one.
  func about(_ record: Identifier) -> [Diagnostic] {
    map { finding in
      var finding = finding
      finding.record = finding.record ?? record.description
      return finding
    }
  }
}
