import ArgumentParser
import Contests
import Foundation
import LibXLSX
import Primitives
import Reports
import Storage

/// `laureat scores export`: forms that jurors fill in without any program of ours.
struct ScoresExport: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case xlsx, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: local(
      ru: "Оценочные листы для членов жюри, чтобы заполнить их в Excel.",
      en: "Score sheets for the jurors, to be filled in with a spreadsheet."),
    discussion: examples([
      "laureat scores export --contest teplo-2020 --folder sheets/",
      "laureat scores export --contest teplo-2020 --juror ivanova -o ivanova.xlsx",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    help: ArgumentHelp(local(ru: "Член жюри; без него все.", en: "The juror; otherwise all."), valueName: "id"))
  var juror: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Только эта номинация.", en: "Only this nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "xlsx или csv; без него — по имени файла, иначе xlsx.",
        en: "xlsx or csv; otherwise as the file is called, else xlsx.")))
  var format: Form?

  @Option(
    help: ArgumentHelp(
      local(ru: "Папка: по файлу на каждого.", en: "A folder: a file for each."), valueName: "path"),
    completion: .directory)
  var folder: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if folder != nil, output.output != nil {
      throw ValidationError(local(ru: "назовите -o или --folder", en: "name -o or --folder, not both"))
    }
    if folder == nil, juror == nil {
      throw ValidationError(
        local(
          ru: "назовите члена жюри (--juror) или папку для всех (--folder)",
          en: "name a juror (--juror), or a folder for all (--folder)"))
    }
  }

  private var form: Form {
    format ?? (output.path?.lowercased().hasSuffix(".csv") == true ? .csv : .xlsx)
  }

  func run() throws {
    let (tasks, changed) = try output.common.openStore().read { session in
      let contest = try session.contest(contest)
      if let nomination { _ = try contest.known(nomination) }
      if let juror { try contest.knownJuror(juror) }
      let jury = try JurorTasks(contest, in: session)
      let tasks = contest.jury.filter { juror == nil || $0.id == juror }.map {
        jury.task(of: $0, nomination: nomination)
      }
      return (tasks.filter { !$0.lines.isEmpty }, try session.entries.changedAt(in: contest.id))
    }
    if tasks.isEmpty { throw Failure.nothingToJudge }
    let created = changed ?? Instant(noonOf: .firstDay(of: 2000))
    guard let folder else { return try write(tasks[0], to: output.path, created) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure.cannotWrite(folder)
    }
    var written: [(file: String, task: JurorTask)] = []
    for task in tasks {
      let file = URL(filePath: folder).appending(path: "\(contest)-\(task.juror.id).\(form.rawValue)").relativePath
      try write(task, to: file, created)
      written.append((file, task))
    }
    try output.common.print(
      .array(
        written.map {
          ["file": .string($0.file), "juror": JSON($0.task.juror.id), "entries": .integer($0.task.lines.count)]
        }),
      or: written.map { file, task in
        local(
          ru: "\(file.printable): \(task.juror.name), заявок: \(task.lines.count)\n",
          en: "\(file.printable): \(task.juror.name), entries: \(task.lines.count)\n")
      }.joined())
  }

  private func write(_ task: JurorTask, to path: String?, _ created: Instant) throws {
    let language = Speech.language
    switch form {
    case .csv:
      guard let path else { return try Terminal.print(bytes: task.csv(language)) }
      try PendingFile(path: path) { try $0(task.csv(language)) }.commit()
    case .xlsx:
      try WorkbookFile.write(to: path) { path throws(XLSXProblem) in
        try ScoreWorkbook(task, language).write(to: path, created: created)
      }
    }
  }
}

extension Failure {
  fileprivate static let nothingToJudge = Failure.refused(
    ContestCode.jurorDoesNotJudge,
    LocalizedText(ru: "судить нечего", en: "there is nothing to judge"),
    advice: LocalizedText(
      ru: "допустите заявки (laureat entry admit) и проверьте, за какие номинации отвечают члены жюри",
      en: "admit entries (laureat entry admit), and check which nominations the jurors judge"))
}
