import Contests
import Exchange
import Primitives
import Reports
import Storage

/// Takes one file into a store, in one transaction: all of what is sound, or nothing.
struct FileIntake {
  let path: String
  let mode: IntakeMode
  /// True when one refused record refuses the file.
  var allOrNothing = false
  var dryRun = false
  /// True when no file comes after it: then a check need not keep what others could refer to.
  var isLast = false
  /// Where attached files go; nil where they are only looked at.
  var shelf: FileShelf?
  /// How it is read if it is a table.
  var tables = TableReading()
  /// Filled with how a table is understood, where somebody wants to see that; then nothing but tables is taken.
  var preview: TablePreview?
  let receivedAt: Instant

  /// - Parameter prepareReceipt: Writes the receipt to where it cannot get lost any more; it is put in its place once
  ///   the store has kept what it says. A receipt that cannot be written takes the import back.
  /// - Returns: The verdict; a refused file has left the store as it was.
  /// - Throws: ``StoreError`` and other failures of the machine around.
  func run(
    in store: Store, prepareReceipt: (FileVerdict) throws -> PendingFile? = { _ in nil }
  ) throws -> FileVerdict {
    let verdict = try takenIn(to: store, prepareReceipt)
    if !dryRun, let first = verdict.erased.first { try clean(store, after: first) }
    return verdict
  }

  /// What is left of the erased in free pages of the store, and in its folder, goes once nothing can be taken back.
  private func clean(_ store: Store, after erased: Registration) throws {
    do {
      try shelf?.sweep(for: store)
      try store.compact()
    } catch is StoreError {
      DiagnosticPrinter.show([.remnantsLeft(erased)])
    }
  }

  private func takenIn(
    to store: Store, _ prepareReceipt: (FileVerdict) throws -> PendingFile?
  ) throws -> FileVerdict {
    var receipt: PendingFile?
    let delivery = dryRun ? nil : shelf.map { ShelfDelivery(to: $0) }
    // A test and a refusal leave nothing behind.
    func take(_ beforeCommit: () throws -> Void) throws -> (verdict: FileVerdict, leavesNothing: Bool) {
      try store.write(dryRun: dryRun, keepingIf: { !$0.leavesNothing }) { session in
        let taken = try Interruption.heeded { try self.take(in: session, delivery) }
        receipt = try prepareReceipt(taken.verdict)
        try beforeCommit()
        return taken
      }
    }
    let taken = try delivery?.during(store, keepingIf: { !$0.leavesNothing }, take) ?? take {}
    try receipt?.commit()
    var verdict = taken.verdict
    verdict.preview = preview
    return verdict
  }

  private func take(
    in session: Session, _ delivery: ShelfDelivery?
  ) throws -> (verdict: FileVerdict, leavesNothing: Bool) {
    var progress = Progress(file: path, allOrNothing: allOrNothing, isAnswered: mode == .store)
    var line = ProgressLine(path: path)
    defer { line.clear() }
    do {
      if let package = try DocumentPackage(path: path), preview == nil {
        let files = IncomingFiles(package, to: delivery)
        return try take(try package.stream(), files, &progress, &line, in: session)
      }
      let table = try TableSource(path: path, isExpected: tables.contest != nil || preview != nil)
      if let table, !table.isDocument {
        return try take(try stream(of: table, in: session), nil, &progress, &line, in: session)
      }
      let stream =
        if let table {
          DocumentStream(bytes: table.bytes, name: table.place.file)
        } else {
          try DocumentStream(path: path, isCancelled: { Interruption.isPending })
        }
      if preview != nil { throw DocumentRefusal([.notATable(at: Diagnostic.Location(file: path))]) }
      return try take(stream, nil, &progress, &line, in: session)
    } catch let refusal as DocumentRefusal {
      // What was read is not all there is, and nothing can be said about it.
      try Interruption.check()
      return (try refused(progress, refusal.diagnostics, in: session), true)
    } catch let refusal as IntakeRefusal {
      return (try refused(progress, refusal.diagnostics.map { $0.inFile(path) }, in: session), true)
    }
  }

  private func take<Document: IncomingDocument & ~Copyable>(
    _ document: consuming Document, _ files: IncomingFiles?, _ progress: inout Progress,
    _ line: inout ProgressLine, in session: Session
  ) throws -> (verdict: FileVerdict, leavesNothing: Bool) {
    var stream = document
    guard case .header(let header)? = try stream.next(), let kind = stream.kind else {
      throw IntakeRefusal(diagnostics: [.incomplete])
    }
    progress.begin(kind, header)
    let earlier = try session.messages.find(sender: header.sender.id, messageID: header.messageID.description)
    if let earlier, !earlier.message.mayComeAgain || files != nil {
      let late = LateFiles(files, of: header.sender.id, in: session)
      while let part = try stream.next() { try late?.take(part) }
      let verdict = try replay(earlier, digest: stream.digest, progress, isPackage: files != nil, in: session)
      return (verdict, try late?.note(header.messageID, at: receivedAt) != true)
    }
    if !stream.isFromOurselves { progress.found(try senderFindings(header, in: session)) }
    progress.found(stream.notes)

    let message = try session.messages.begin(storedMessage(kind, header, contest: stream.contest))
    let second = try earlier.map { try SecondTaking(of: $0.row, file: path, in: session) }
    let context = IntakeContext(
      session: session, mode: mode, isForgotten: mode == .check && isLast, header: header,
      fileName: path.fileName, message: message, today: receivedAt.day, receivedAt: receivedAt,
      root: stream.rootLocation, files: files, isSecondTaking: second != nil)
    var intake = try Intakes.make(kind, contest: stream.contest, context: context)
    while let part = try stream.next() {
      if let verdict = try verdict(on: part, by: &intake, second) {
        if let reason = intake.refusesTogether { progress.takeTogether(or: reason) }
        try progress.add(verdict)
        preview?.judge(verdict)
      }
      line.show(records: progress.verdict.counts.records, bytes: stream.bytesRead)
      try Interruption.check()
    }
    if let earlier, earlier.message.digest != stream.digest { throw IntakeRefusal(diagnostics: [.messageIDReused]) }
    if intake.isFileNamePersonal {
      try session.messages.forgetFileName(of: message)
      progress.forgetFileName()
    }
    progress.refuseTogether()
    try intake.finish(isClean: progress.verdict.counts.rejected == 0)
    progress.found(intake.findings.map { $0.inFile(path) })

    if let files { progress.found(files.leftovers().map { $0.inFile(path) }) }
    progress.end(digest: stream.digest)
    if let earlier, let second {
      // What was refused then, and still is, leaves everything as it was.
      if !second.isAnythingMended || progress.verdict.status == .rejected {
        return (try replay(earlier, digest: stream.digest, progress, in: session), true)
      }
      try session.messages.giveWay(earlier.row)
    }
    if header.isTest { progress.found([.testMessage]) }
    return try conclude(progress, header, message: message, intake, in: session)
  }

  private func verdict(
    on part: DocumentPart, by intake: inout any RecordIntake, _ second: SecondTaking?
  ) throws -> RecordVerdict? {
    if let standing = try second?.standing(part) {
      try intake.pass(part)
      return standing
    }
    let verdict = try intake.take(part)
    if let verdict { second?.judged(verdict) }
    return verdict
  }

  /// The applications of a table, recorded as those that are typed in: for ourselves, or else for the organiser.
  private func stream(of source: TableSource, in session: Session) throws -> TableStream {
    let table = try OpenTable(source, sheet: tables.sheet)
    let survey = try TableSurvey(table, tables)
    preview?.begin(survey)
    let contest = try tables.contest.flatMap { try session.contests.find($0) }
    preview?.contest = contest
    if mode == .store, contest == nil, !survey.problems.hasErrors {
      throw IntakeRefusal(
        diagnostics: [tables.contest.map { .unknownContest($0) } ?? .contestNotNamed(at: table.place.location)])
    }
    let sender = try session.organisations.ourselves() ?? contest?.organiser ?? .unnamed
    return try TableStream(
      source, table, survey, tables, contest: contest, sender: sender, receivedAt: receivedAt, preview: preview)
  }

  // MARK: Ends

  private func conclude(
    _ progress: Progress, _ header: Header, message: Int64, _ intake: any RecordIntake, in session: Session
  ) throws -> (FileVerdict, Bool) {
    var verdict = progress.verdict
    let leavesNothing = verdict.status == .rejected || header.isTest
    guard mode == .store else { return (verdict, leavesNothing) }

    // A receipt is not answered: two programs would go on answering each other.
    var receipt: AssembledDocument?
    if progress.kind != .receipt {
      receipt = try progress.receipt(
        from: try session.organisations.ourselves(), registrationNumber: leavesNothing ? nil : String(message),
        receivedAt: receivedAt)
    }
    verdict.receipt = receipt?.read
    if !leavesNothing {
      try receipt?.read { try session.messages.appendReceipt($0, to: message) }
      try session.messages.finish(
        message, status: verdict.status, counts: StoredMessage.Counts(verdict.counts),
        digest: progress.digest)
      try session.events.append(
        progress.kind == .receipt ? "receipt" : "import", subject: header.messageID.description,
        detail: progress.kind?.rawValue, actor: Actor.name, message: message, digest: progress.digest, at: receivedAt)
      verdict.erased = try intake.follow()
    }
    return (verdict, leavesNothing)
  }

  private func refused(
    _ progress: Progress, _ diagnostics: [Diagnostic], in session: Session
  ) throws -> FileVerdict {
    var progress = progress
    progress.refuse(diagnostics, digest: Digest(ofFile: path))
    var verdict = progress.verdict
    if mode == .store, progress.header != nil, progress.kind != .receipt {
      verdict.receipt = try progress.receipt(
        from: try session.organisations.ourselves(), registrationNumber: nil, receivedAt: receivedAt
      ).read
    }
    return verdict
  }

  /// The same message again: the same receipt, and nothing changes. Another content under its identifier is refused.
  private func replay(
    _ earlier: (row: Int64, message: StoredMessage), digest: String, _ progress: Progress, isPackage: Bool = false,
    in session: Session
  ) throws -> FileVerdict {
    guard earlier.message.digest == digest else {
      throw IntakeRefusal(diagnostics: [.messageIDReused])
    }
    var verdict = progress.verdict
    verdict.status = .duplicate
    verdict.counts = ReceiptCounts(earlier.message.counts)
    let rejected = earlier.message.counts.rejected
    let finding: Diagnostic
    if rejected == 0 || !earlier.message.mayComeAgain {
      finding = .duplicate
    } else if isPackage {
      let event = try session.events.list(subject: earlier.message.messageID).last { $0.message == earlier.row }
      finding = .packageInPart(rejected, event: event?.id)
    } else {
      finding = .duplicateInPart(rejected)
    }
    verdict.diagnostics = [finding.inFile(path)]
    if progress.kind != .receipt { verdict.receipt = { try session.messages.receipt(of: earlier.row, $0) } }
    return verdict
  }

  private func senderFindings(_ header: Header, in session: Session) throws -> [Diagnostic] {
    guard mode == .store else { return [] }
    let ourselves = try session.organisations.ourselves()
    if try header.sender.id == ourselves?.id || session.organisations.find(header.sender.id) != nil { return [] }
    let isRefused = try session.organisations.takesKnownSendersOnly()
    let finding = Diagnostic.unknownSender(header.sender.id, isRefused: isRefused).inFile(path)
    if isRefused { throw IntakeRefusal(diagnostics: [finding]) }
    return [finding]
  }

  private func storedMessage(_ kind: DocumentKind, _ header: Header, contest: Identifier?) -> StoredMessage {
    StoredMessage(
      direction: .incoming, document: kind.rawValue, subject: contest?.description,
      messageID: header.messageID.description, sender: header.sender, recipient: header.recipient?.id,
      createdAt: header.createdAt, receivedAt: receivedAt, fileName: path.fileName.printable,
      correctionNumber: header.correctionNumber)
  }
}

extension StoredMessage {
  /// True where records of it were refused whose cause may be gone by now: then the file is taken in again.
  fileprivate var mayComeAgain: Bool { status == .partial && document != DocumentKind.receipt.rawValue }
}

extension Diagnostic {
  func inFile(_ file: String) -> Diagnostic {
    var diagnostic = self
    var location = diagnostic.location ?? Location()
    location.file = location.file ?? file
    diagnostic.location = location
    return diagnostic
  }

  fileprivate static let duplicate = Diagnostic(
    ExchangeCode.duplicateMessage, .note,
    LocalizedText(
      ru: "это сообщение уже принято; ничего не изменилось, квитанция прежняя",
      en: "this message was taken in before; nothing has changed, the receipt is the same"))

  fileprivate static func duplicateInPart(_ rejected: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.duplicateMessage, .note,
      LocalizedText(
        ru:
          "это сообщение уже принято, но не целиком: отклонённых записей — \(rejected), и с тех пор ничего не изменилось",
        en:
          "this message was taken in before, but not whole; records refused: \(rejected); nothing has changed since"
      ),
      advice: LocalizedText(
        ru: "причины — в квитанции (--receipt ПУТЬ, laureat receipt show); когда они устранены, примите файл ещё раз",
        en: "the receipt tells why (--receipt PATH, laureat receipt show); once that is mended, take the file in again")
    )
  }

  /// A package is not taken in a second time: which of its files belong to what was refused is not known any more.
  fileprivate static func packageInPart(_ rejected: Int, event: Int64?) -> Diagnostic {
    let event = event.map(String.init) ?? "N"
    return Diagnostic(
      ExchangeCode.duplicateMessage, .note,
      LocalizedText(
        ru: "этот пакет уже принят, но не целиком: отклонённых записей — \(rejected)",
        en: "this package was taken in before, but not whole; records refused: \(rejected)"),
      advice: LocalizedText(
        ru:
          "причины — в квитанции (--receipt ПУТЬ, laureat receipt show); попросите отклонённое новым сообщением или возьмите приём назад (laureat undo \(event)) и примите пакет заново",
        en:
          "the receipt tells why (--receipt PATH, laureat receipt show); ask for what was refused in a new message, or take the import back (laureat undo \(event)) and take the package in anew"
      ))
  }

  fileprivate static let messageIDReused = Diagnostic(
    ExchangeCode.messageIDReused,
    LocalizedText(
      ru: "под этим номером сообщения уже принято другое содержание",
      en: "another content was taken in under this message id"),
    advice: LocalizedText(
      ru: "отправитель должен дать новому сообщению новый messageID",
      en: "the sender must give a new message a messageID of its own"))

  fileprivate static let testMessage = Diagnostic(
    ExchangeCode.testMessage, .note,
    LocalizedText(
      ru: "пробное сообщение: проверено, ничего не записано", en: "a test message: checked, nothing recorded"))

  fileprivate static func unknownSender(_ sender: Identifier, isRefused: Bool) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unknownSender, isRefused ? .error : .warning,
      LocalizedText(ru: "отправитель \(sender) не записан среди известных", en: "the sender \(sender) is not known"),
      advice: LocalizedText(
        ru: "если он свой, запишите его: laureat organisation add --id \(sender) --title НАЗВАНИЕ",
        en: "if it is one of yours, add it: laureat organisation add --id \(sender) --title NAME"))
  }
}

extension String {
  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
