import Foundation
import Testing

/// The results on paper: the jury's minutes, what approves them, and the register of entries.
struct ProtocolTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    func juror(_ id: String, _ role: String, _ name: String) -> String {
      "<juror id=\"\(id)\" role=\"\(role)\"><name>\(name)</name><post>директор музея</post></juror>"
    }
    let jury =
      """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <criterion id="work" maximum="10"><title>Исполнение</title></criterion>
      """ + juror("j1", "chair", "Первова Анна Ильинична") + juror("j2", "member", "Второв Пётр Олегович")
      + juror("s1", "secretary", "Третьякова Ольга Юрьевна")
    let rules =
      "<rules><tieBreak>criterionOrder</tieBreak><quorum>1/2</quorum><minimumEntries>2</minimumEntries></rules>"
    _ = try office.take(Documents.announcement(rules: jury + rules))
    _ = try office.take(
      Documents.applications(
        Documents.application("a", title: "Шкатулка", applicant: "Семья Ивановых"),
        Documents.application("b", title: "Скворечник"), Documents.application("c", title: "Ложка"),
        Documents.application("d", nomination: "clay", title: "Свистулька"),
        Documents.application("e", nomination: "clay", title: "Кувшин")))
    try laureat.must("entry", "admit", "fair/1", "fair/2", "fair/3", "fair/4", "--date", "2020-03-25")
    try laureat.must("entry", "refuse", "fair/5", "--date", "2020-03-25", "--reason", "работы нет")
  }

  private static func sheet(_ id: String, _ juror: String, _ entry: String, _ idea: Int, _ work: Int) -> String {
    """
    <scoreSheet id="\(id)" juror="\(juror)" entry="\(entry)"><date>2020-04-01</date>
    <points criterion="idea">\(idea)</points><points criterion="work">\(work)</points></scoreSheet>
    """
  }

  /// The jury has judged, and its places are recorded.
  private func decide() throws {
    let records = [
      Self.sheet("1", "j1", "a", 9, 3), Self.sheet("2", "j2", "a", 8, 4), Self.sheet("3", "j1", "b", 1, 2),
      Self.sheet("4", "j1", "c", 6, 6), Self.sheet("5", "j2", "c", 6, 6), Self.sheet("6", "j1", "d", 5, 5),
      Self.sheet("7", "j2", "d", 6, 6),
      "<recusal id=\"r\" juror=\"j2\" entry=\"b\"><date>2020-03-30</date><reason>двоюродный брат</reason></recusal>",
    ]
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 20, count: records.count, sender: Documents.city,
        records.joined()))
    try #require(taken.status == 0, "\(taken.verdict)")
    try laureat.must("winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05")
  }

  private func text(_ arguments: String...) throws -> String {
    try laureat.run(["protocol", "--contest", "fair", "--lang", "ru"] + arguments).output.plain
  }

  // MARK: What it says

  @Test func `the minutes tell the meeting, the entries, the standing and what was decided`() throws {
    try decide()
    let words = try text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "Протокол № 4 заседания жюри конкурса «Ярмарка мастеров»", "5 апреля 2020 г., Город",
      "— Первова Анна Ильинична, председатель жюри, директор музея",
      "2 из 2 членов жюри с правом голоса (требуется не менее 1/2 состава). Кворум имеется",
      "Заявок поступило — 5, допущено — 4, не допущено — 1.", "заявка № 5 «Кувшин», Группа e: работы нет",
      "1 1 Шкатулка Семья Ивановых 12,00 I место", "2 3 Ложка Группа c 12,00 II место",
      "3 2 Скворечник Группа b 3,00 —",
      "— I место, Диплом I степени — заявка № 1 «Шкатулка», Семья Ивановых",
      "Номинация признана несостоявшейся: заявок меньше, чем требует положение (не менее 2).",
      "Заявки № 1, 3 набрали поровну; порядок определён по критерию «Идея».", "— П. О. Второв — заявка № 2",
      "Председатель жюри ____________________ / А. И. Первова /", "laureat protocol contest=fair number=4",
    ] { #expect(words.contains(part), "\(part)") }
    // Why somebody stepped back is nobody's business.
    #expect(!words.contains("двоюродный"))
    #expect(!words.contains("Средний балл А. И."))
    #expect(try text("--by-juror").contains("А. И. Первова  П. О. Второв"))
  }

  @Test func `the minutes are in English too`() throws {
    try decide()
    let text = try laureat.must("protocol", "--contest", "fair", "--lang", "en").output.plain
    for part in ["Minutes No. 4", "There is a quorum", "place 1, ", "The nomination is void", "Chair of the jury"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `the page has the code as a drawing, and the paper its tags`() throws {
    try decide()
    let page = try laureat.must("protocol", "--contest", "fair", "--format", "html", "--lang", "ru").output
    #expect(page.contains("<svg viewBox"))
    #expect(page.contains("<th scope=\"row\">Шкатулка</th>"))
    #expect(page.contains("<p class=\"name\">А.\u{A0}И.\u{A0}Первова</p>"))
    try laureat.must("protocol", "--contest", "fair", "--format", "pdf", "-o", "p.pdf", "--lang", "ru")
    try laureat.must("protocol", "--contest", "fair", "--format", "pdf", "-o", "q.pdf", "--lang", "ru")
    #expect(try laureat.bytes("p.pdf") == laureat.bytes("q.pdf"))
    let info = try laureat.shell("pdfinfo p.pdf").output
    #expect(info.contains("Tagged:          yes"))
    #expect(info.contains("Apr  5"))
    let structure = try laureat.shell("pdfinfo -struct-text p.pdf").output.plain
    for part in ["\"Протокол № 4\"", "\"Номинация «Дерево»\"", "А. И. Первова", "Figure"] {
      #expect(structure.contains(part), "\(part)")
    }
  }

  @Test func `what is published names nobody who has not consented`() throws {
    try decide()
    let text = try text("--profile", "public")
    #expect(!text.contains("Ивановых"))
    #expect(!text.contains("работы нет"))
    #expect(text.contains("Первова"))
    #expect(text.contains("№ 1, 3 набрали поровну"))
    #expect(try laureat("protocol", "--contest", "fair", "--profile", "pseudonymised").status == 64)
  }

  @Test func `as XML the minutes are the exported results`() throws {
    try decide()
    let exported = try laureat.must("export", "results", "--contest", "fair").data
    #expect(try laureat.must("protocol", "--contest", "fair", "--format", "xml").data == exported)
    let json = try laureat.must("protocol", "--contest", "fair", "--json").json()
    #expect(json["number"] == "4")
    #expect(json["parts"][0]["awards"].map("place") == [1, 2])
  }

  // MARK: What others kept

  @Test func `minutes that were typed print what they know`() throws {
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "3", "--place", "1", "--protocol", "7", "--date", "2020-04-05"
    )
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "7", "--date", "2020-04-05")
    let text = try text()
    #expect(text.contains("I место, Диплом I степени — заявка № 3 «Ложка»"))
    #expect(text.contains("«Приз жюри» — заявка № 1 «Шкатулка»"))
    #expect(text.contains("Заявок поступило — 5"))
    #expect(!text.contains("SHA-256"))
    #expect(!text.contains("Состав жюри"))
  }

  @Test func `sheets that come after the decision are refused, and do not rewrite the standing`() throws {
    try decide()
    let before = try text("--by-juror")
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 21, count: 1, sender: Documents.city,
        Self.sheet("1", "j1", "a", 0, 0)))
    #expect(taken.verdict["diagnostics"].map("code") == ["GC-010-0009"])
    #expect(try text("--by-juror") == before)
  }

  @Test func `minutes that came as a document are printed, and not approved here`() throws {
    _ = try office.take(
      Documents.results(
        Documents.result("a", "<award><place>1</place></award>"), Documents.result("e", isAdmitted: false), number: "9")
    )
    let text = try text()
    #expect(text.contains("Протокол № 9"))
    #expect(text.contains("работы нет"))
    let refused = try laureat("protocol", "approve", "--contest", "fair", "--title", "приказ", "--date", "2020-04-20")
    #expect(refused.status == 1)
  }

  @Test func `without minutes, or with several, it says what to do`() throws {
    let none = try laureat("protocol", "--contest", "fair")
    #expect(none.status == 1)
    #expect(none.errors.contains("laureat winner record"))
    for (entry, number) in [("1", "4"), ("2", "5")] {
      try laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", entry, "--protocol", number, "--date",
        "2020-04-05")
    }
    let several = try laureat("protocol", "--contest", "fair")
    #expect(several.status == 1)
    #expect(several.errors.contains("4, 5"))
    #expect(try text("--protocol", "5").contains("Протокол № 5"))
  }

  // MARK: Approval

  @Test func `the act that approves the results is printed, and can be taken back`() throws {
    try decide()
    let approve = [
      "protocol", "approve", "--contest", "fair", "--title", "распоряжение", "--number", "112-р", "--date",
      "2020-04-06",
    ]
    #expect(try laureat.run(approve + ["--dry-run"]).status == 0)
    #expect(try !text().contains("112-р"))
    #expect(try laureat.run(approve).status == 0)
    #expect(try text().contains("Итоги утверждены: распоряжение от 6 апреля 2020 г. № 112-р."))
    let events = try laureat.must("history", "--json").json()
    let id = try #require(events.first("kind", "protocol.approve")["id"].int)
    try laureat.must("undo", "\(id)")
    #expect(try !text().contains("112-р"))
    #expect(try laureat("doctor").status == 0)
  }

  @Test(arguments: [("2020-04-04", "GC-040-0067"), ("2999-01-01", "GC-040-0065")])
  func `an act of a wrong day is refused`(day: String, code: String) throws {
    try decide()
    let refused = try laureat("protocol", "approve", "--contest", "fair", "--title", "приказ", "--date", day)
    #expect(refused.status == 1)
    #expect(refused.errors.contains(code))
  }

  // MARK: The register

  @Test func `the register lists every entry with its state and where it came from`() throws {
    try laureat.must("entry", "withdraw", "fair/2", "--date", "2020-03-28", "--reason", "=уехали")
    let lines = try laureat.must("protocol", "journal", "--contest", "fair", "--json").json()
    #expect(lines.map("entry") == [1, 2, 3, 4, 5])
    #expect(lines.map("status") == ["admitted", "withdrawn", "admitted", "admitted", "notAdmitted"])
    #expect(lines[4]["reason"] == "работы нет")
    let text = try laureat.must("protocol", "journal", "--contest", "fair", "--lang", "ru").output
    #expect(text.contains("Журнал регистрации заявок"))
    #expect(text.contains("отозвана"))
    let table = try laureat.must("protocol", "journal", "--contest", "fair", "--format", "csv", "--lang", "ru").output
    #expect(table.hasPrefix("\u{FEFF}№;Поступила;"))
    #expect(table.contains("\r\n5;10.03.2020;Группа e;Глина;Кувшин;;;не допущена, 25.03.2020, работы нет;"))
    try laureat.must("protocol", "journal", "--contest", "fair", "--format", "pdf", "-o", "j.pdf")
    #expect(try laureat.shell("pdftotext j.pdf -").output.contains("Шкатулка"))
    #expect(try laureat("protocol", "journal", "--contest", "nothing").status == 1)
  }
}
