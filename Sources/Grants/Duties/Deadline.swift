public import Primitives

/// Something owed to the funder by a day: a report, or a checkpoint of the project.
public struct Deadline: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case report(Obligation)
    case checkpoint(Checkpoint)
  }

  public var project: Identifier
  public var projectTitle: String
  /// To whom.
  public var recipient: String
  public var due: Day
  public var subject: Subject
  /// The state of a report on the day that was asked for, and the number of its correction.
  public var reportStatus: ReportStatus?
  public var correctionNumber: Int?
  /// Days from the day that was asked for; negative for what is overdue.
  public var daysLeft: Int

  public var isOverdue: Bool { daysLeft < 0 }
}

extension Project {
  /// What was still owed on a day, in the order in which it falls due.
  ///
  /// Due days that the calendar no longer holds are left out.
  public func deadlines(_ obligations: [Obligation], on day: Day, by calendar: WorkCalendar) -> [Deadline] {
    let reports = obligations.compactMap { obligation -> Deadline? in
      let status = obligation.status(on: day)
      guard status.isOwed, let due = obligation.dueDay(by: calendar) else { return nil }
      return deadline(
        .report(obligation), due, to: obligation.recipient, on: day, status, obligation.correctionNumber(on: day))
    }
    let ahead = checkpoints.compactMap { checkpoint -> Deadline? in
      // What was done later was still ahead on the day.
      let isAhead = checkpoint.status == .scheduled || checkpoint.actualOn.map { $0 > day } ?? false
      return isAhead ? deadline(.checkpoint(checkpoint), checkpoint.plannedOn, on: day) : nil
    }
    return (reports + ahead).sorted { ($0.due, $0.project) < ($1.due, $1.project) }
  }

  private func deadline(
    _ subject: Deadline.Subject, _ due: Day, to recipient: String? = nil, on day: Day, _ status: ReportStatus? = nil,
    _ correctionNumber: Int? = nil
  ) -> Deadline {
    Deadline(
      project: id, projectTitle: title, recipient: recipient ?? funder.title, due: due, subject: subject,
      reportStatus: status, correctionNumber: correctionNumber, daysLeft: due.daysSince1970 - day.daysSince1970)
  }
}
