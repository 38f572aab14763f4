package import Grants
internal import Primitives

extension GrantReport {
  /// The report as data: what the printed one says, project by project.
  package var json: JSON {
    [
      "funder": .string(funder.title), "kind": .string(kind.rawValue), "from": JSON(period.start),
      "to": JSON(period.end), "correctionNumber": .integer(correctionNumber),
      "projects": .array(projects.map(\.json)),
    ]
  }
}

extension ReportedProject {
  package var json: JSON {
    [
      "id": JSON(project.id), "title": .string(project.title), "grantee": .string(project.grantee.title),
      "programme": JSON(project.programme), "nomination": JSON(project.nomination),
      "status": .string(status.rawValue), "currency": JSON(project.currency), "awarded": JSON(project.awarded),
      "inPeriod": inPeriod.json, "cumulative": cumulative.json,
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
