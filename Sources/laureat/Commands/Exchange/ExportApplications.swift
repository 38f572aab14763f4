import ArgumentParser
import Contests
import Exchange
import Primitives
import Storage

struct ExportApplications: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "applications",
    abstract: local(
      ru: "Заявки конкурса, или его победители на следующий этап.",
      en: "A contest's applications, or its winners for the next stage."),
    discussion: examples([
      "laureat export applications --contest teplo-2020 -o applications.xml",
      "laureat export applications --contest teplo-2020 --stage teplo-region-2020 -o winners.xml",
    ]))

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Передать победителей в конкурс следующего этапа.",
        en: "Send the winners on to the contest of the next stage."
      ), valueName: "id"))
  var stage: Identifier?

  @Option(
    help: ArgumentHelp(
      local(ru: "С --stage: номинация следующего этапа.", en: "With --stage: the nomination there."), valueName: "id"))
  var nomination: Identifier?

  @Flag(
    name: .customLong("package"),
    help: ArgumentHelp(
      local(ru: "Архив ZIP: документ и приложенные файлы.", en: "A ZIP archive: the document and the attached files.")))
  var isPackage = false

  @OptionGroup var options: ContestExportOptions

  func validate() throws {
    guard !isPackage || options.output.path != nil else {
      throw ValidationError(local(ru: "--package: назовите файл, -o ФАЙЛ", en: "--package needs a file: -o FILE"))
    }
    guard !isPackage || options.profile.profile == .full else {
      throw ValidationError(
        local(ru: "--package: файлы идут только с --profile full", en: "--package goes with --profile full alone"))
    }
    guard nomination == nil || stage != nil else {
      throw ValidationError(local(ru: "--nomination нужна только с --stage", en: "--nomination goes with --stage"))
    }
  }

  func run() throws {
    let store = try options.output.common.openStore()
    let disclosure = try options.profile.disclosure(in: store)
    let document = try store.read { session in
      guard isPackage, let path = options.output.path else { return try write(disclosure, in: session) }
      var package = OutgoingPackage(from: options.output.common.shelf)
      let document = try TemporaryPlace(for: path, kind: ".xml")
      let sent = try write(disclosure, in: session, document: document.path) {
        try package.add($1, number: $0, in: session)
      }
      try package.write(document.path, named: "\(DocumentKind.applications.rawValue).xml", to: path)
      return sent
    }
    try disclosure.conclude(document, in: store)
  }

  /// - Parameters:
  ///   - document: Where it is written, if not to the output itself.
  ///   - each: Is handed the entries that it carries.
  private func write(
    _ disclosure: Disclosure, in session: Session, document path: String? = nil,
    each: (Int, Entry) throws -> Void = { _, _ in }
  ) throws -> SentDocument {
    let contest = try session.contest(options.contest)
    let outgoing = Outgoing(
      session, options.output, to: try options.addressee.organisation(in: session), telling: disclosure,
      document: path)
    let entriesChangedAt = try session.entries.changedAt(in: contest.id)
    var runs = SentRuns()
    func carry(
      _ number: Int, _ entry: Entry, digest: [UInt8]? = nil, _ put: (Application) throws -> Void
    ) throws {
      runs.add(number, correctionNumber: entry.correctionNumber, digest: digest)
      try each(number, entry)
      try put(.entry(disclosure.entry(entry, number: number, of: contest)))
    }
    func carry(_ number: Int, _ withdrawal: Withdrawal, _ put: (Application) throws -> Void) throws {
      runs.add(number, isWithdrawal: true)
      if let told = disclosure.withdrawal(withdrawal) { try put(.withdrawal(told)) }
    }
    var document: SentDocument
    if let stage {
      let next = try NextStage(stage, of: contest, nomination: nomination, in: session)
      let records = try next.records()
      let changedAt = [entriesChangedAt, try session.winners.changedAt(in: contest.id)].compactMap { $0 }.max()
      document = try outgoing.write(
        .applications, about: contest, for: stage, changedAt: records.isEmpty ? nil : changedAt,
        records: { put in
          for record in records {
            switch record.application {
            case .entry(let entry): try carry(record.number, entry, digest: record.digest, put)
            case .withdrawal(let withdrawal): try carry(record.number, withdrawal, put)
            }
          }
        }, add: { try $0.add($1) })
    } else {
      document = try outgoing.write(
        .applications, about: contest, changedAt: try entriesChangedAt ?? session.contests.changedAt(of: contest.id),
        records: { put in
          try session.entries.eachToSend(in: contest.id) { try carry($0, $1, put) }
          try session.entries.eachToWithdraw(in: contest.id) { number, id, change, isErased in
            let reason = change.reason ?? "—"
            try carry(number, Withdrawal(id: id, date: change.date, reason: reason, isErased: isErased), put)
          }
        }, add: { try $0.add($1) })
    }
    document.entries = [contest.id: runs.all]
    return document
  }
}
