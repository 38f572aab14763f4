import Exchange
import Grants
import Primitives
import Reports
import Storage

/// A change to one project's ledger, checked by the rules and the closed periods before it is kept.
struct LedgerChange {
  private let id: Identifier
  private let common: CommonOptions
  private let writing: WriteOptions

  init(_ id: Identifier, _ common: CommonOptions, _ writing: WriteOptions) {
    self.id = id
    self.common = common
    self.writing = writing
  }

  /// What is told of a change in the history.
  struct Note {
    var kind: String
    var detail: String?
    /// Why, as its author put it.
    var remark: String?
    /// SHA-256 of what was taken in.
    var digest: String?
  }

  /// Makes the change and keeps it; what leaves everything as it was is none.
  ///
  /// - Parameter located: Gives a finding the place it stands at, where the change came from a file.
  func make(
    _ note: Note, located: (Diagnostic) -> Diagnostic = { $0 },
    _ change: (inout Project, Session, TypedFiles) throws -> Void
  ) throws -> Project {
    let now = Clock.now()
    var hint: Diagnostic?
    let changed = try common.change(writing) { session, files in
      let before = try session.project(id)
      var project = before
      // What was wrong before is not the fault of this change.
      let known = Set(ProjectRules.all.findings(in: project, today: now.day).map(\.said))
      try change(&project, session, files)
      if project == before { return project }
      let findings =
        ProjectRules.all.findings(in: project, today: now.day).filter { !known.contains($0.said) }
        + (try session.books.closedPeriods(of: id).findings(from: before, to: project))
        + project.likelyRepeats(since: before)
      try settle(findings.map { located($0.asTyped(in: project, before)).naming(in: project, known: before) })
      try session.projects.save(project, changedAt: now)
      try session.record(note.kind, id.description, detail: note.detail, remark: note.remark, digest: note.digest)
      if project.movements > before.movements { hint = project.statusHint }
      return project
    }
    DiagnosticPrinter.show([hint].compactMap { $0 })
    return changed
  }

  /// Makes a change of money, and says what is left.
  func record(_ kind: String, _ change: (inout Project, Session, TypedFiles) throws -> Void) throws {
    try printBalance(of: make(Note(kind: kind), change))
  }

  func printBalance(of project: Project) throws {
    try common.print(project.json, or: project.balanceText + "\n")
  }
}

extension Diagnostic {
  /// What it says, wherever the record stands meanwhile.
  fileprivate var said: [String] { [code.description, message.russian] }

  /// A payment that is typed in twice is a slip of the hand, where in somebody's document it is only suspicious.
  ///
  /// - Parameter before: The project without what was typed: that has no identifier to be called by.
  fileprivate func asTyped(in project: Project, _ before: Project) -> Diagnostic {
    guard code == GrantCode.doubledExpense else { return self }
    var finding = self
    finding.severity = .error
    let double = ExpenseIsNotDoubled.doubles(among: project.expenses).first { field == "expense[\($0.place + 1)]" }
    if let double, !before.expenses.contains(where: { $0.id == project.expenses[double.place].id }) {
      let first = project.expenses[double.first].id
      finding.message = LocalizedText(
        ru: "такой расход уже записан: «\(first)», тому же получателю",
        en: "this expense is recorded already: “\(first)”, to the same payee")
      finding.advice = LocalizedText(
        ru: "если это другой платёж, укажите его документ; записанные: laureat grant expense list \(project.id)",
        en: "for another payment give its document; those recorded: laureat grant expense list \(project.id)")
    }
    return finding
  }
}

extension Project {
  /// How often money came or went.
  fileprivate var movements: Int { expenses.count + instalments.count { $0.receivedOn != nil } }
}
