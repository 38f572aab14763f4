import Exchange
import Grants
import Primitives
import Reports
import Storage

/// Awarded grants as open data: JSON by the 360Giving Data Standard 1.1 (standard.threesixtygiving.org), whose required
/// fields are id, title, description, currency, amountAwarded, awardDate, recipientOrganization, fundingOrganization.
///
/// Nothing is invented: a project without one of them is left out and named, and so is what has no place there.
struct OpenData {
  private let organisations: [Identifier: Organisation]
  private(set) var grants: [JSON] = []
  private(set) var findings: [Diagnostic] = []
  private var unmapped: [Unmapped: Int] = [:]

  init(organisations: [Organisation]) {
    self.organisations = Dictionary(organisations.map { ($0.id, $0) }) { first, _ in first }
  }

  var json: JSON { ["version": "1.1", "grants": .array(grants)] }

  /// What of the projects the standard has no place for.
  private enum Unmapped: CaseIterable {
    case nomination, ledger, results, texts, territory, extensions

    var title: LocalizedText {
      switch self {
      case .nomination: LocalizedText(ru: "номинация", en: "nomination")
      case .ledger:
        LocalizedText(
          ru: "смета, отдельные транши, расходы и возвраты", en: "budget, single instalments, expenses and refunds")
      case .results: LocalizedText(ru: "показатели и контрольные точки", en: "indicators and checkpoints")
      case .texts: LocalizedText(ru: "тексты отчётов", en: "texts of reports")
      case .territory: LocalizedText(ru: "код территории (ОКТМО)", en: "code of the territory (OKTMO)")
      case .extensions: LocalizedText(ru: "расширения документа", en: "extensions of the document")
      }
    }
  }

  mutating func add(_ project: Project) {
    guard let awarded = project.awarded, let awardDay = project.awardDay else { return leaveOut(project, .notAwarded) }
    if project.grantee.isPerson { return leaveOut(project, .person) }
    guard let description = project.description else { return leaveOut(project, .noDescription) }
    var grant: [String: JSON] = [
      "id": .string("360G-\(project.funder.id)-\(project.id)"), "title": .string(project.title),
      "description": .string(description), "currency": JSON(project.currency),
      "amountAwarded": .number(awarded.description), "awardDate": JSON(awardDay),
      "recipientOrganization": [["id": .string(id(of: project.grantee)), "name": .string(project.grantee.title)]],
      "fundingOrganization": [["id": .string(id(of: project.funder)), "name": .string(project.funder.title)]],
    ]
    // What was paid to the grantee, less what came back.
    grant["amountDisbursed"] = .number(project.balance().received.description)
    if let location = project.territory?.openDataLocation { grant["beneficiaryLocation"] = [location] }
    if let applied = project.applied { grant["amountAppliedFor"] = .number(applied.description) }
    if let programme = project.programme { grant["grantProgramme"] = [["title": .string(programme)]] }
    if let dates = project.plannedPeriod?.openDataEvent { grant["plannedDates"] = [dates] }
    if let dates = project.actualPeriod?.openDataEvent { grant["actualDates"] = [dates] }
    grants.append(.object(grant))
    note(project)
  }

  /// What was left behind, once all projects are in.
  var leftBehind: [Diagnostic] {
    Unmapped.allCases.compactMap { kind in unmapped[kind].map { .notMapped(kind.title, $0) } }
  }

  private mutating func note(_ project: Project) {
    var kinds: [Unmapped] = []
    if project.nomination != nil { kinds.append(.nomination) }
    if !project.budget.isEmpty || !project.instalments.isEmpty || !project.expenses.isEmpty || !project.refunds.isEmpty
    {
      kinds.append(.ledger)
    }
    if !project.indicators.isEmpty || !project.checkpoints.isEmpty { kinds.append(.results) }
    if !project.texts.isEmpty { kinds.append(.texts) }
    if project.territory?.oktmo != nil { kinds.append(.territory) }
    if project.extensions != nil { kinds.append(.extensions) }
    for kind in kinds { unmapped[kind, default: 0] += 1 }
  }

  /// Identifiers as org-id.guide forms them; 360Giving's own prefix where no register knows the organisation.
  private func id(of organisation: Organisation) -> String {
    if let inn = organisation.inn { return Identifier(inn).description }
    if let ogrn = organisation.ogrn { return "RU-OGRN-\(ogrn)" }
    return organisation.id.openDataID
  }

  private func id(of funder: Funder) -> String {
    organisations[funder.id].map { id(of: $0) } ?? funder.id.openDataID
  }

  private enum Lack {
    case notAwarded, noDescription, person
  }

  private mutating func leaveOut(_ project: Project, _ lack: Lack) {
    let message: LocalizedText
    let advice: LocalizedText?
    switch lack {
    case .notAwarded:
      message = LocalizedText(
        ru: "проект \(project.id) не вошёл: не указаны присуждённая сумма или день присуждения",
        en: "project \(project.id) is left out: its award or the day of the award is not stated")
      advice = LocalizedText(
        ru: "если грант присуждён: laureat grant edit \(project.id) --awarded СУММА --awarded-on ДЕНЬ",
        en: "if it was awarded: laureat grant edit \(project.id) --awarded AMOUNT --awarded-on DAY")
    case .noDescription:
      message = LocalizedText(
        ru: "проект \(project.id) не вошёл: у него нет описания, а стандарт его требует",
        en: "project \(project.id) is left out: the standard asks for a description, and it has none")
      advice = LocalizedText(
        ru: "опишите проект: laureat grant edit \(project.id) --description ТЕКСТ",
        en: "describe it: laureat grant edit \(project.id) --description TEXT")
    case .person:
      message = LocalizedText(
        ru: "проект \(project.id) не вошёл: грантополучатель — физическое лицо",
        en: "project \(project.id) is left out: its grantee is a person")
      advice = nil
    }
    findings.append(
      Diagnostic(GrantCode.notOpenData, .warning, message, advice: advice, record: project.id.description))
  }
}

extension Identifier {
  fileprivate var openDataID: String {
    description.hasPrefix("RU-INN-") || description.hasPrefix("RU-OGRN-") ? description : "360G-\(description)"
  }
}

extension Territory {
  /// Nil for a territory without a name. Codes of areas are from lists of the standard's own, and ОКТМО is on none.
  fileprivate var openDataLocation: JSON? {
    guard let title else { return nil }
    var location: [String: JSON] = ["name": .string(title)]
    if oktmo != nil { location["countryCode"] = "RU" }
    return .object(location)
  }
}

extension Period {
  /// Nil for a period without its first day, which the standard's event begins with.
  fileprivate var openDataEvent: JSON? {
    guard let start else { return nil }
    var event: [String: JSON] = ["startDate": JSON(start)]
    if let end { event["endDate"] = JSON(end) }
    return .object(event)
  }
}

extension Diagnostic {
  fileprivate static func notMapped(_ what: LocalizedText, _ count: Int) -> Diagnostic {
    Diagnostic(
      GrantCode.notOpenData, .note,
      LocalizedText(
        ru: "в 360Giving этому нет места: \(what.russian) (проектов: \(count))",
        en: "360Giving has no place for: \(what.english) (projects: \(count))"))
  }
}
