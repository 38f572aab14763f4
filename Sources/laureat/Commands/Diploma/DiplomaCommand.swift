import ArgumentParser
import Contests
import LibPDF
import Primitives
import Reports
import Storage

/// `laureat diploma`: diplomas as pages ready to print.
struct DiplomaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diploma", abstract: local(ru: "Дипломы для печати, в PDF.", en: "Diplomas to print, as PDF."),
    discussion: examples([
      "laureat diploma --contest teplo-2020 -o winners.pdf",
      "laureat diploma --contest teplo-2020 --participants --each -o participants.pdf",
      "laureat diploma --contest teplo-2020 --all --design teplo.json --folder diplomas",
      "laureat diploma --contest teplo-2020 --entry 17 --names names.csv -o 17.pdf",
    ]) + "\n\n"
      + local(
        ru: "Без --winners, --prizes, --participants и --all печатаются дипломы за места и специальные призы.",
        en: "Without --winners, --prizes, --participants and --all, diplomas for places and special prizes are printed."
      ))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    help: ArgumentHelp(
      local(ru: "Только эта заявка: номер или идентификатор.", en: "Only this entry: its number or identifier.")))
  var entry: String?

  @Flag(help: ArgumentHelp(local(ru: "За места.", en: "For places.")))
  var winners = false

  @Flag(help: ArgumentHelp(local(ru: "За специальные призы.", en: "For special prizes.")))
  var prizes = false

  @Flag(help: ArgumentHelp(local(ru: "Участникам.", en: "For taking part.")))
  var participants = false

  @Flag(help: ArgumentHelp(local(ru: "Все.", en: "All of them.")))
  var all = false

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Каждому участнику заявки; безымянным — на имя заявителя.",
        en: "One for each person of an entry; for the unnamed ones in the applicant's name.")))
  var each = false

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(local(ru: "Только по этому протоколу.", en: "Only by these minutes."), valueName: "number"))
  var number: String?

  @Option(
    help: ArgumentHelp(local(ru: "Файл оформления, JSON.", en: "Design, a JSON file."), valueName: "file"),
    completion: .file(extensions: ["json"]))
  var design: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Таблица имён в дательном падеже: «заявка», «участник», «кому».",
        en: "Table of names in the dative: entry, participant, to whom."), valueName: "file"),
    completion: .file(extensions: ["xlsx", "csv"]))
  var names: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Папка: по файлу на диплом.", en: "Folder for a file of each diploma."), valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(help: ArgumentHelp(local(ru: "Только показать, какие дипломы выйдут.", en: "Only show what would be printed.")))
  var dryRun = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    let places = [output.output, folder].compactMap { $0 }.count
    guard places == 1 || places == 0 && (dryRun || output.common.json) else {
      throw ValidationError(
        local(ru: "назовите файл (-o) или папку (--folder)", en: "name a file (-o) or a folder (--folder)"))
    }
    if output.output != nil, output.path == nil, output.common.json {
      throw ValidationError(
        local(ru: "--json и PDF не могут оба идти на экран", en: "--json and the PDF cannot both go to standard output")
      )
    }
  }

  private var kinds: Set<DiplomaDesign.Occasion> {
    let chosen: [(Bool, DiplomaDesign.Occasion)] = [
      (winners || all, .winner), (prizes || all, .prize), (participants || all, .participant),
    ]
    let kinds = Set(chosen.filter(\.0).map(\.1))
    return kinds.isEmpty ? [.winner, .prize] : kinds
  }

  func run() throws {
    let design = try self.design.map { try DiplomaDesignFile(path: $0) } ?? DiplomaDesignFile()
    let names = try self.names.map { try DiplomaNames(table: $0, contest: self.contest) } ?? DiplomaNames()
    let (announced, gathering) = try output.common.openStore().read { session in
      let contest = try session.contest(self.contest)
      try names.check(in: session)
      let selection = DiplomaSelection(kinds: kinds, entry: entry, minutes: number, each: each)
      var gathering = try DiplomaGathering(contest, selection, names: names, in: session)
      try gathering.gather()
      return (contest, gathering)
    }
    if gathering.erased > 0 { DiagnosticPrinter.show([.erasedLeftOut(gathering.erased)]) }
    let printing = DiplomaPrinting(gathering.gathered, of: announced, design)
    if !dryRun {
      if let folder {
        try printing.write(toFolder: folder)
      } else if output.output != nil {
        try printing.write(to: output)
      }
    }
    try report(gathering.gathered)
  }

  private func report(_ gathered: [GatheredDiploma]) throws {
    if output.common.json { return try Terminal.print(JSON.array(gathered.map { $0.json }).text) }
    func count(_ occasion: DiplomaDesign.Occasion) -> Int { gathered.count { $0.diploma.kind.occasion == occasion } }
    let text = local(
      ru: "дипломов: \(gathered.count) (за места \(count(.winner)), за призы \(count(.prize)),"
        + " участникам \(count(.participant)))",
      en: "diplomas: \(gathered.count) (for places \(count(.winner)), for prizes \(count(.prize)),"
        + " of participation \(count(.participant)))")
    Terminal.say(
      text + (dryRun ? local(ru: "; пробный запуск: ничего не записано", en: "; dry run: nothing was written") : ""))
  }
}

extension GatheredDiploma {
  fileprivate var json: JSON {
    let (kind, place, prize): (String, JSON, JSON) =
      switch diploma.kind {
      case .place(let place): ("winner", .integer(place), diploma.prize.map(JSON.string) ?? .null)
      case .prize(let title): ("prize", .null, .string(title))
      case .participant: ("participant", .null, .null)
      }
    return .object([
      "number": .string(diploma.number), "kind": .string(kind), "entry": .string(registration.description),
      "nomination": diploma.nomination.map(JSON.string) ?? .null, "name": .string(diploma.name), "place": place,
      "prize": prize, "protocol": diploma.minutes.map { JSON.string($0.number) } ?? .null,
      "date": diploma.minutes.map { JSON.string($0.date.description) } ?? .null, "code": .string(diploma.code),
    ])
  }
}

extension Diagnostic {
  fileprivate static func erasedLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      DiplomaFault.erasedLeftOut, .note,
      LocalizedText(
        ru: "заявок, чьи личные данные уничтожены, пропущено: \(count)",
        en: "entries whose personal data were erased, left out: \(count)"))
  }
}
