/// Small exchange documents, each sound unless a test makes it otherwise.
enum Documents {
  static let city = "<sender id=\"city\"><title>Администрация города</title></sender>"
  static let sender = "<sender id=\"commission\"><title>Областная комиссия</title></sender>"
  static let organiser = "<organiser id=\"city\"><title>Администрация города</title></organiser>"

  static func messageID(_ number: Int) -> String {
    let digits = String(number)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// - Parameter message: The number of the message; two documents of the same number have the same message id.
  static func document(
    _ root: String, attributes: String = "", message: Int, count: Int, header: String = "",
    sender: String = Documents.sender, _ records: String
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(root) xmlns="urn:laureat:exchange:1" formatVersion="1.0"\(attributes)>
    <header><messageID>\(messageID(message))</messageID><createdAt>2020-06-01T12:00:00+07:00</createdAt>
    \(sender)\(header)<recordCount>\(count)</recordCount></header>
    \(records)
    </\(root)>

    """
  }

  // MARK: Announcement

  /// A contest of two nominations with two places each, and one that takes no applications.
  static func announcement(
    id: String = "fair", message: Int = 1, title: String = "Ярмарка мастеров", level: String = "municipal",
    rules: String = "", history: String = "", more: String = "", sender: String = Documents.city
  ) -> String {
    document(
      "contestAnnouncement", message: message, count: 1, sender: sender,
      """
      <contest id="\(id)"><title>\(title)</title><year>2020</year><level>\(level)</level>\(organiser)
      <territory oktmo="32701000">Город</territory>
      <schedule><opens>2020-03-01</opens><closes>2020-03-31</closes></schedule>
      <nomination id="wood"><title>Дерево</title><prize rank="1"><title>Диплом I степени</title></prize>
      <prize rank="2"><title>Диплом II степени</title></prize></nomination>
      <nomination id="clay"><title>Глина</title><prize rank="1"><title>Диплом I степени</title></prize>
      <prize rank="2"><title>Диплом II степени</title></prize></nomination>
      <nomination id="jury" acceptsApplications="false"><title>Приз жюри</title>
      <prize quantity="1"><title>Приз жюри</title></prize></nomination>
      \(rules)\(more)\(history)</contest>
      """)
  }

  // MARK: Applications

  static func application(
    _ id: String, nomination: String = "wood", title: String = "Шкатулка", applicant: String? = nil,
    participants: Int? = nil, works: Int? = nil, submitted: String = "2020-03-10", correction: Int = 0,
    more: String = ""
  ) -> String {
    let number = correction == 0 ? "" : " correctionNumber=\"\(correction)\""
    return """
      <application id="\(id)"\(number)><nomination>\(nomination)</nomination><title>\(title)</title>
      <applicant><group><title>\(applicant ?? "Группа \(id)")</title></group></applicant>
      \(participants.map { "<participants count=\"\($0)\"/>" } ?? "")\(works.map { "<works>\($0)</works>" } ?? "")
      <submittedAt>\(submitted)T10:00:00+07:00</submittedAt>
      <processingConsent given="true"/>\(more)</application>
      """
  }

  static func withdrawal(_ id: String, date: String = "2020-03-20", reason: String = "по просьбе") -> String {
    "<application id=\"\(id)\"><withdrawal date=\"\(date)\"><reason>\(reason)</reason></withdrawal></application>"
  }

  static func applications(
    _ records: String..., contest: String = "fair", message: Int = 2, header: String = "",
    sender: String = Documents.sender
  ) -> String {
    document(
      "applications", attributes: " contest=\"\(contest)\"", message: message, count: records.count, header: header,
      sender: sender, records.joined(separator: "\n"))
  }

  // MARK: Results

  static func result(_ id: String, _ content: String = "", isAdmitted: Bool = true) -> String {
    "<result id=\"\(id)\">\(isAdmitted ? "" : "<status>notAdmitted</status><reason>работы нет</reason>")\(content)</result>"
  }

  /// A protocol as the organiser sends it.
  static func results(
    _ records: String..., contest: String = "fair", level: String = "municipal", number: String = "1",
    date: String = "2020-04-10", message: Int = 3
  ) -> String {
    document(
      "resultsProtocol", message: message, count: records.count, sender: city,
      """
      <protocol number="\(number)" date="\(date)"><contest id="\(contest)"><title>Ярмарка мастеров</title>
      <year>2020</year><level>\(level)</level>\(organiser)</contest></protocol>
      \(records.joined(separator: "\n"))
      """)
  }

  // MARK: Grants

  /// A project with 100,000.00 awarded, 60,000.00 received and 25,000.50 spent.
  static func project(_ id: String = "garden", title: String = "Сад", movements: String? = nil) -> String {
    """
    <project id="\(id)"><title>\(title)</title><funder id="fund"><title>Фонд</title></funder>
    <grantee id="centre"><title>Центр</title></grantee><territory oktmo="32701000"/>
    <applied currency="RUB">120000.00</applied><awarded currency="RUB">100000.00</awarded>
    <awardedOn>2020-01-20</awardedOn><plannedPeriod start="2020-02-01" end="2020-12-31"/>
    <statusHistory><change status="applied" date="2019-12-01"/><change status="awarded" date="2020-01-20"/>
    <change status="agreementSigned" date="2020-01-25"/><change status="active" date="2020-02-01"/></statusHistory>
    <budgetLine id="plants"><title>Саженцы</title><planned currency="RUB">100000.00</planned></budgetLine>
    \(movements ?? movementsInOrder)</project>
    """
  }

  static let movementsInOrder = """
    <instalment id="i1"><receivedOn>2020-02-10</receivedOn><received currency="RUB">60000.00</received></instalment>
    <expense id="e1"><date>2020-03-05</date><amount currency="RUB">25000.50</amount><line>plants</line></expense>
    """

  static func portfolio(_ projects: String..., message: Int = 4) -> String {
    document("grantPortfolio", message: message, count: projects.count, projects.joined(separator: "\n"))
  }
}
