import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat protocol journal`: the register of all entries of a contest.
struct ProtocolJournal: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, pdf, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: local(ru: "Журнал регистрации заявок.", en: "The register of entries."),
    discussion: examples([
      "laureat protocol journal --contest teplo-2020 --format pdf -o journal.pdf",
      "laureat protocol journal --contest teplo-2020 --format csv -o journal.csv",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "text, html, pdf, csv или json.", en: "text, html, pdf, csv or json.")))
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let journal = try output.common.openStore().read { try register(in: $0) }
    let language = Speech.language
    switch output.common.json ? .json : format {
    case .text: try Page.write(journal.document(language).text(width: Terminal.width), to: output)
    case .html: try Page.write(journal.document(language).html, to: output)
    case .pdf:
      let days = journal.lines.map { max($0.receivedOn, $0.status.date) }
      try Page.write(
        pdf: journal.document(language), madeOn: days.max() ?? .firstDay(of: journal.contest.year), to: output)
    case .csv: try Page.write(bytes: journal.csv(language), to: output)
    case .json: try Page.write(JSON.array(journal.lines.map(\.json)).text, to: output)
    }
  }

  private func register(in session: Session) throws -> EntryJournal {
    let contest = try session.contest(contest)
    var messages: [Int64: String] = [:]
    let ourselves = try session.organisations.ourselves()?.id
    var lines: [EntryJournal.Line] = []
    try session.entries.each(in: contest.id) { stored in
      if let row = stored.message, messages[row] == nil, let message = try session.messages.find(row: row) {
        // Who keeps the register need not be named in every line of it.
        let isOwn = message.sender.id == ourselves
        messages[row] = (isOwn ? "" : "\(message.sender.title), ") + (message.fileName ?? message.messageID)
      }
      guard let registered = stored.history.changes.first, let status = stored.history.changes.last else { return }
      let entry = stored.entry
      lines.append(
        EntryJournal.Line(
          number: stored.registration.number, receivedOn: registered.date, applicant: entry.applicant.title,
          nomination: entry.nomination.map { contest.nomination($0)?.title ?? $0.description },
          ageGroup: entry.ageGroup,
          title: entry.title,
          participants: entry.participants?.count, works: entry.works, status: status,
          source: stored.message.flatMap { messages[$0] }))
    }
    return EntryJournal(contest: contest, lines: lines)
  }
}

extension EntryJournal.Line {
  fileprivate var json: JSON {
    [
      "entry": .integer(number), "receivedOn": JSON(receivedOn), "applicant": .string(applicant),
      "nomination": JSON(nomination), "ageGroup": JSON(ageGroup), "title": .string(title),
      "participants": JSON(participants),
      "works": JSON(works), "status": .string(status.status.rawValue), "since": JSON(status.date),
      "reason": JSON(status.reason), "source": JSON(source),
    ]
  }
}
