/// Small documents to be spoilt. Their header takes the lines 2 to 11, the first record begins at line 12.
enum Sample {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  static let namespace = "urn:laureat:exchange:1"

  static func root(_ name: String, _ attributes: String = "", version: String = "1.0") -> String {
    "<\(name) xmlns=\"\(namespace)\" formatVersion=\"\(version)\"\(attributes)>"
  }

  /// Nine lines.
  static func header(
    id: String = "6ad45529-2fe5-5f5a-aeff-ca5b0cecaf09", createdAt: String = "2020-03-20T18:00:00+07:00",
    inn: String = "4299000019", count: String, rest: String = ""
  ) -> String {
    """
      <header>
        <messageID>\(id)</messageID>
        <createdAt>\(createdAt)</createdAt>
        <sender id="office">
          <title>Администрация</title>
          <inn>\(inn)</inn>
        </sender>
        <recordCount>\(count)</recordCount>\(rest)
      </header>
    """
  }

  static func document(_ root: String, attributes: String = "", _ header: String, _ content: String) -> String {
    "\(declaration)\n\(self.root(root, attributes))\n\(header)\n\(content)\n</\(root)>\n"
  }

  static func applications(_ records: String..., count: Int? = nil) -> String {
    document(
      "applications", attributes: " contest=\"snow-2020\"", header(count: "\(count ?? records.count)"),
      records.joined(separator: "\n"))
  }

  /// Five lines, `applicant` and `participants` on the third and fifth.
  static func application(
    _ id: String, title: String = "<title>Городок</title>", description: String = "",
    applicant: String = "<group><title>Жители</title></group>", participants: String = "",
    submittedAt: String = "2020-12-01T10:00:00+07:00", rest: String = "", attributes: String = ""
  ) -> String {
    """
      <application id="\(id)"\(attributes)>
        \(title)
        \(description)
        <applicant>\(applicant)</applicant>
        \(participants)
        <submittedAt>\(submittedAt)</submittedAt>\(rest)
      </application>
    """
  }

  static func contest(_ rest: String, level: String = "municipal") -> String {
    """
      <contest id="C">
        <title>Конкурс</title>
        <year>2020</year>
        <level>\(level)</level>
        <organiser id="office"><title>Администрация</title></organiser>
        \(rest)
      </contest>
    """
  }

  static func announcement(_ contest: String) -> String {
    document("contestAnnouncement", header(count: "1"), contest)
  }

  static func portfolio(
    _ projects: String..., controlSum: String = "<controlSum currency=\"RUB\">100.00</controlSum>"
  ) -> String {
    document("grantPortfolio", header(count: "\(projects.count)", rest: controlSum), projects.joined(separator: "\n"))
  }

  static let history = "<statusHistory><change status=\"awarded\" date=\"2020-01-10\"/></statusHistory>"

  /// Five lines, `rest` on the fifth.
  static func project(
    _ id: String = "P", awarded: String = "<awarded currency=\"RUB\">100.00</awarded>", rest: String = history
  ) -> String {
    """
      <project id="\(id)">
        <title>Проект</title><funder id="F"><title>Фонд</title></funder>
        <grantee id="G"><title>Центр</title></grantee>
        \(awarded)
        \(rest)
      </project>
    """
  }

  static func report(_ projects: String..., heading: String = reportHeading) -> String {
    document(
      "grantReport", header(count: "\(projects.count)"), heading + "\n" + projects.joined(separator: "\n"))
  }

  static let reportHeading =
    "<report><funder id=\"F\"><title>Фонд</title></funder><period start=\"2020-01-01\" end=\"2020-12-31\"/></report>"

  static func reported(_ id: String = "P", balance: String = "60.00", rest: String = "") -> String {
    func money(_ name: String, _ amount: String) -> String { "<\(name) currency=\"RUB\">\(amount)</\(name)>" }
    let turnover = money("received", "100.00") + money("spent", "30.00") + money("refunded", "10.00")
    return """
      <project id="\(id)">
        <title>Проект</title><grantee id="G"><title>Центр</title></grantee><status>active</status>
        <inPeriod>\(turnover)</inPeriod>
        <cumulative>\(turnover)\(money("balance", balance))</cumulative>\(rest)
      </project>
      """
  }

  static func minutes(_ content: String, count: Int) -> String {
    document("resultsProtocol", header(count: "\(count)"), content)
  }

  static let minutesHeading = """
    <protocol number="1" date="2020-12-20"><contest id="C"><title>Конкурс</title><year>2020</year>\
    <level>municipal</level><organiser id="office"><title>Администрация</title></organiser></contest></protocol>
    """
}
