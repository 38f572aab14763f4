package import Grants
package import Primitives

extension GrantReport {
  /// The report as data: what the printed one says, project by project.
  ///
  /// - Parameter findings: What does not agree in it; it is then not ready.
  package func json(findings: [Diagnostic] = []) -> JSON {
    [
      "funder": .string(funder.title), "kind": .string(kind.rawValue), "from": JSON(period.start),
      "to": JSON(period.end), "correctionNumber": .integer(correctionNumber),
      "replaces": replaces.map {
        ["correctionNumber": .integer($0.correctionNumber), "submittedOn": JSON($0.submittedOn)]
      } ?? .null,
      "ready": .bool(!isDraft),
      "findings": .array(
        findings.map { finding in
          [
            "code": .string(finding.code.description), "project": JSON(finding.record), "field": JSON(finding.field),
            "ru": .string(finding.message.russian), "en": .string(finding.message.english),
          ]
        }),
      "projects": .array(projects.map(\.json)),
    ]
  }
}

extension ReportedProject {
  package var json: JSON {
    let byLine = spendingByLineInPeriod
    return [
      "id": JSON(project.id), "title": .string(project.title), "grantee": .string(project.grantee.title),
      "programme": JSON(project.programme), "nomination": JSON(project.nomination),
      "status": .string(status.rawValue), "currency": JSON(project.currency), "awarded": JSON(project.awarded),
      "inPeriod": inPeriod.json, "cumulative": cumulative.json, "ownSpent": JSON(ownSpent),
      "budget": .array(budget.map { $0.json(inPeriod: byLine[$0.id] ?? Spending()) }),
      "moves": .array(project.moves.map(\.json)), "instalments": .array(project.instalments.map(\.json)),
      "expenses": .array(project.expenses.map(\.json)), "refunds": .array(project.refunds.map(\.json)),
      "indicators": .array(project.indicators.map(\.json)),
      "checkpoints": .array(project.checkpoints.map(\.json)),
      "narrative": .array(narrative.map(\.json)),
    ]
  }
}

extension BudgetLineFact {
  fileprivate func json(inPeriod: Spending) -> JSON {
    [
      "id": JSON(id), "title": .string(title), "planned": JSON(planned), "received": JSON(received),
      "spent": JSON(spent), "spentInPeriod": JSON(inPeriod.total), "balance": JSON(balance),
      "divergence": JSON(spent - planned),
      "divergenceReason": JSON(divergenceReason), "grant": grant.json(inPeriod: inPeriod.grant),
      "own": (own ?? PlanAndFact()).json(inPeriod: inPeriod.own),
    ]
  }
}

extension PlanAndFact {
  fileprivate func json(inPeriod: Amount) -> JSON {
    [
      "planned": JSON(planned), "spent": JSON(spent), "spentInPeriod": JSON(inPeriod), "balance": JSON(balance),
    ]
  }
}

extension Turnover {
  fileprivate var json: JSON {
    [
      "received": JSON(received), "spent": JSON(spent), "refunded": JSON(refunded), "balance": JSON(balance),
    ]
  }
}
