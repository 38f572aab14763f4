public import ArgumentParser
public import Contests
public import Grants
public import Primitives

// Values of the domain as arguments of the command.

extension Language: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
extension ContestStatus: ExpressibleByArgument {}
extension EntryStatus: ExpressibleByArgument {}
extension ProjectStatus: ExpressibleByArgument {}
extension Juror.Role: ExpressibleByArgument {}
extension ContestRules.Aggregation: ExpressibleByArgument {}
extension ContestRules.TieBreak: ExpressibleByArgument {}
extension RevocationGround: ExpressibleByArgument {
  /// Without the one that the program writes by itself.
  public static var allValueStrings: [String] { allCases.filter { $0 != .moved }.map(\.rawValue) }
}
extension ContestRules.Publication: ExpressibleByArgument {}
extension ReportStatus: ExpressibleByArgument {}
extension ReportSchedule: ExpressibleByArgument {}
extension GrantReport.Kind: ExpressibleByArgument {}
extension NarrativeSection: ExpressibleByArgument {}
extension Checkpoint.Status: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Identifier: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Quorum: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Registration: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Instant: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ExactDecimal: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument.replacing(",", with: ".")) }
}
