package import Primitives

/// The rows of the lists, with the keys that scripts rely on. What is nil is printed as `null`, never left out.
extension JSON {
  package static func entryRow(
    registration: String, id: String, contest: String, nomination: String?, title: String, applicant: String,
    territory: String?, status: String, participants: Int?, works: Int?, submittedAt: Instant
  ) -> JSON {
    .object(
      entryMembers(
        registration: registration, id: id, contest: contest, nomination: nomination, title: title,
        applicant: applicant, territory: territory, status: status, participants: participants, works: works,
        submittedAt: submittedAt))
  }

  /// A row with what only `entry show` tells.
  package static func entry(
    registration: String, id: String, contest: String, nomination: String?, title: String, applicant: String,
    territory: String?, status: String, participants: Int?, works: Int?, submittedAt: Instant, achievements: [JSON],
    outcomes: [JSON], history: [JSON], erased: JSON? = nil
  ) -> JSON {
    .object(
      entryMembers(
        registration: registration, id: id, contest: contest, nomination: nomination, title: title,
        applicant: applicant, territory: territory, status: status, participants: participants, works: works,
        submittedAt: submittedAt
      ).merging(
        ["achievements": .array(achievements), "outcomes": .array(outcomes), "history": .array(history)],
        uniquingKeysWith: { $1 }
      ).merging(erased.map { ["erased": $0] } ?? [:], uniquingKeysWith: { $1 }))
  }

  /// One entering of a state: `{status, date, reason}`.
  package static func change<Status>(_ change: StatusChange<Status>) -> JSON {
    ["status": .string(change.status.rawValue), "date": JSON(change.date), "reason": JSON(change.reason)]
  }

  /// - Parameter ageGroup: That whose place it is, told where there is one; nil where age groups compete together, and for a
  ///   special prize.
  package static func winnerRow(
    contest: String, nomination: String?, ageGroup: String?, entry: String, title: String, applicant: String,
    place: Int?, prize: String?, protocolNumber: String, date: Day
  ) -> JSON {
    let row: [String: JSON] = [
      "contest": .string(contest), "nomination": JSON(nomination), "entry": .string(entry), "title": .string(title),
      "applicant": .string(applicant), "place": JSON(place), "prize": JSON(prize),
      "protocol": .string(protocolNumber), "date": JSON(date),
    ]
    return .object(row.merging(ageGroup.map { ["ageGroup": .string($0)] } ?? [:], uniquingKeysWith: { $1 }))
  }

  package static func funderRow(
    id: String, title: String, projects: Int, awarded: Amount, received: Amount, spent: Amount
  ) -> JSON {
    [
      "id": .string(id), "title": .string(title), "projects": .integer(projects), "awarded": JSON(awarded),
      "received": JSON(received), "spent": JSON(spent),
    ]
  }

  /// - Parameters:
  ///   - spent: Of the grant.
  ///   - ownSpent: Own and attracted money.
  package static func grantRow(
    id: String, title: String, grantee: String, funder: String, programme: String?, nomination: String?,
    status: String, currency: Currency, applied: Amount?, awarded: Amount?, received: Amount, spent: Amount,
    ownSpent: Amount, balance: Amount
  ) -> JSON {
    [
      "id": .string(id), "title": .string(title), "grantee": .string(grantee), "funder": .string(funder),
      "programme": JSON(programme), "nomination": JSON(nomination), "status": .string(status),
      "currency": JSON(currency), "applied": JSON(applied), "awarded": JSON(awarded), "received": JSON(received),
      "spent": JSON(spent), "ownSpent": JSON(ownSpent), "balance": JSON(balance),
    ]
  }

  private static func entryMembers(
    registration: String, id: String, contest: String, nomination: String?, title: String, applicant: String,
    territory: String?, status: String, participants: Int?, works: Int?, submittedAt: Instant
  ) -> [String: JSON] {
    [
      "registration": .string(registration), "id": .string(id), "contest": .string(contest),
      "nomination": JSON(nomination), "title": .string(title), "applicant": .string(applicant),
      "territory": JSON(territory), "status": .string(status), "participants": JSON(participants),
      "works": JSON(works), "submittedAt": JSON(submittedAt),
    ]
  }
}
