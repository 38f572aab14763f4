public import Primitives

/// A rule the minutes of a jury must keep. The contest is given where it is one of ours.
public protocol ProtocolRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(in minutes: ResultsProtocol, of contest: Contest?) -> [Diagnostic]
}

/// The rules minutes are checked by.
public struct ProtocolRules: Sendable {
  public var rules: [any ProtocolRule]

  public init(_ rules: [any ProtocolRule]) {
    self.rules = rules
  }

  /// The rules in force, but for the one that must be told what day it is: see ``all(today:)``.
  public static let all = ProtocolRules([
    ProtocolAfterClosing(), CountsAgree(), QuorumReached(), TieDecisionHasReason(),
  ])

  /// All the rules in force, for data that is looked at today.
  public static func all(today: Day) -> ProtocolRules {
    ProtocolRules(all.rules + [ProtocolNotInFuture(today: today)])
  }

  /// Everything the rules find, each finding with the number of the minutes as its record.
  public func findings(in minutes: ResultsProtocol, of contest: Contest? = nil) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: minutes, of: contest) }.map { finding in
      var finding = finding
      finding.record = finding.record ?? minutes.number
      return finding
    }
  }
}

/// A rule one result of a protocol must keep.
public protocol ResultRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(in result: ProtocolResult) -> [Diagnostic]
}

/// The rules results are checked by, each for itself; what ties them together are ``WinnerRules``.
public struct ResultRules: Sendable {
  public var rules: [any ResultRule]

  public init(_ rules: [any ResultRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = ResultRules([RefusalHasReason()])

  /// Everything the rules find, each finding with the result's identifier as its record.
  public func findings(in result: ProtocolResult) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: result) }.about(result.id)
  }
}
