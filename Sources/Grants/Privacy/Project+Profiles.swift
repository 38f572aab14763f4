public import Primitives

// What a project tells of people: payees, and whoever its free texts name.

extension Project {
  /// The project with payees under pseudonyms and without free texts; all its money stays.
  public func pseudonymised(by pseudonyms: Pseudonyms) -> Project {
    var project = withoutWords
    project.grantee = grantee.pseudonymised(by: pseudonyms)
    for index in expenses.indices {
      project.expenses[index].payee = expenses[index].payee.map { pseudonyms.payee($0) }
    }
    return project
  }

  /// The project as it may be published: without payees and the documents behind movements of money.
  public var published: Project {
    var project = withoutWords
    project.grantee =
      grantee.isPerson
      ? Organisation(id: id, title: "Грантополучатель", territory: grantee.territory) : grantee.withoutContact
    for index in expenses.indices {
      project.expenses[index].payee = nil
      project.expenses[index].document = nil
    }
    for index in instalments.indices { project.instalments[index].document = nil }
    for index in refunds.indices { project.refunds[index].document = nil }
    return project
  }

  /// Descriptions, remarks, reasons and proofs may speak of anyone.
  private var withoutWords: Project {
    var project = self
    project.description = nil
    project.extensions = nil
    project.history = history.withoutReasons
    for index in expenses.indices {
      project.expenses[index].note = nil
      project.expenses[index].fileDigest = nil
    }
    for index in refunds.indices { project.refunds[index].reason = nil }
    for index in indicators.indices {
      project.indicators[index].deviationReason = nil
      for stage in indicators[index].stages.indices { project.indicators[index].stages[stage].deviationReason = nil }
    }
    for index in moves.indices { project.moves[index].reason = Pseudonyms.withheld }
    for index in checkpoints.indices { project.checkpoints[index].evidence = nil }
    project.texts = []
    return project
  }
}
