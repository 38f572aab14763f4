import Contests
import Exchange
import Grants
import Primitives
import SeededGenerator

/// Makes values of the domain that may stand in a document, with everything that is optional now there and now not.
struct RandomValues {
  private var random: SplitMix64
  private var counter = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance() -> Bool { Bool.random(using: &random) }
  mutating func any<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  mutating func maybe<Value>(_ make: (inout RandomValues) -> Value) -> Value? { chance() ? make(&self) : nil }
  mutating func list<Value>(_ range: ClosedRange<Int>, _ make: (inout RandomValues) -> Value) -> [Value] {
    (0..<number(range)).map { _ in make(&self) }
  }
}

/// Texts and other small values.
extension RandomValues {
  private static let words = [
    "Зелёный", "двор", "«Снежный городок»", "\"кавычки\"", "'одна'", "Тепло & уют", "<b>", "5 > 3", "]]>", "№ 7",
    "ёлка—2020", "₽", "ғылым", "🎄", "&amp;", "&#38;", "город\u{A0}Кемерово", "ТОС", "snow", "½", "e\u{301}", "--",
  ]

  mutating func text(_ limit: Int = 500) -> String {
    let words = list(1...12) { $0.any(Self.words) }.joined(separator: " ")
    // Now and then as long as the schema allows.
    let long = number(0...9) == 0 ? String(repeating: "Номинация ", count: 60) + words : words
    let cut = String(String.UnicodeScalarView(long.unicodeScalars.prefix(limit)))
    return cut.split(separator: " ").joined(separator: " ")
  }

  mutating func short() -> String { text(100) }
  mutating func long() -> String { text(20_000) }

  /// Never the same twice.
  mutating func id() -> Identifier {
    counter += 1
    return fixed(Identifier("\(any(["A", "заявка-", "№", "x.y:", "O'n_", "\"q\""]))\(counter)"))
  }

  mutating func day() -> Day { fixed(Day(daysSince1970: number(10_000...25_000))) }

  mutating func instant() -> Instant {
    let milliseconds = Int64(number(900_000_000...1_900_000_000)) * 1000 + Int64(chance() ? number(0...999) : 0)
    return fixed(Instant(milliseconds: milliseconds, offset: any([0, 420, 180, -210, 345, 840])))
  }

  mutating func amount() -> Amount {
    Amount(minorUnits: Int128(any([0, 1, number(0...10_000), number(0...1_000_000_000_000)])))
  }

  mutating func signedAmount() -> Amount { chance() ? amount() : -amount() }
  mutating func money() -> Money { Money(amount(), any([.rouble, fixed(Currency("USD"))])) }
  mutating func decimal() -> ExactDecimal { ExactDecimal(tenThousandths: Int64(number(0...1_000_000_000))) }
  mutating func digest() -> String { list(64...64) { $0.any(Array("0123456789abcdef")) }.map(String.init).joined() }

  mutating func messageID() -> MessageID {
    let digits = digest()
    let groups = [8, 4, 4, 4, 12].map { String(digits.suffix(40).prefix($0)) }
    return fixed(MessageID(groups.joined(separator: "-")))
  }

  /// A generator that makes what is no value is broken.
  func fixed<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("the generator made no \(Value.self)") }
    return value
  }
}

/// Parties.
extension RandomValues {
  mutating func inn() -> INN {
    let digits = list(9...9) { $0.number(1...9) }
    let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    let check = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
    return fixed(try? INN((digits + [check]).map(String.init).joined()))
  }

  mutating func ogrn() -> OGRN {
    let number = number(100_000_000_000...999_999_999_999)
    return fixed(try? OGRN("\(number)\(number % 11 % 10)"))
  }

  mutating func territory() -> Territory {
    Territory(
      oktmo: maybe { values in values.fixed(try? OKTMO(values.any(["32701000", "32701000001"]))) },
      title: maybe { $0.text() })
  }

  mutating func contact() -> Contact {
    Contact(phone: maybe { $0.short() }, email: maybe { $0.short() }, address: maybe { $0.text() })
  }

  mutating func organisation() -> Organisation {
    Organisation(
      id: id(), title: text(), inn: maybe { $0.inn() }, kpp: maybe { $0.fixed(try? KPP("4205AB001")) },
      ogrn: maybe { $0.ogrn() }, territory: maybe { $0.territory() }, contact: maybe { $0.contact() })
  }

  mutating func person() -> Person {
    Person(
      name: text(), birthDay: maybe { $0.day() }, ageGroup: maybe { $0.short() }, institution: maybe { $0.text() },
      schoolClass: maybe { $0.short() }, leader: maybe { $0.text() }, contact: maybe { $0.contact() },
      representative: maybe { $0.text() })
  }

  mutating func party() -> Party {
    switch number(0...2) {
    case 0: .organisation(organisation())
    case 1: .person(person())
    default: .group(title: text(), contact: maybe { $0.contact() })
    }
  }

  mutating func extensions() -> String {
    """
    <x:note xmlns:x="urn:example:notes" level="\(number(1...9))" title="a &amp; &quot;b&quot;">Дополнение \
    &lt;\(number(1...99))&gt;, <x:b>важное</x:b></x:note><y xmlns="urn:example:other"/>
    """
  }

  mutating func achievement() -> Achievement {
    Achievement(title: text(), value: decimal(), unit: maybe { $0.short() })
  }

  mutating func period() -> Period { Period(start: maybe { $0.day() }, end: maybe { $0.day() }) }

  mutating func approvingAct() -> ApprovingAct {
    ApprovingAct(title: text(), number: maybe { $0.short() }, date: day())
  }

  mutating func history<Status: Lifecycle>(mayBeEmpty: Bool = true) -> StatusHistory<Status> {
    var history = StatusHistory<Status>()
    if mayBeEmpty, chance() { return history }
    var date = day()
    var next: [Status] = Array(Status.allCases)
    for _ in 0..<number(1...5) where !next.isEmpty {
      // A set has no order to rely on.
      let status = any(next.sorted { $0.rawValue < $1.rawValue })
      let change = StatusChange(status, on: date, reason: status.needsReason ? text() : maybe { $0.text() })
      history = fixed(try? StatusHistory(history.changes + [change]))
      next = Array(status.successors)
      date = fixed(Day(daysSince1970: date.daysSince1970 + number(0...40)))
    }
    return history
  }
}

/// Contests and what belongs to them.
extension RandomValues {
  mutating func prize() -> Prize {
    Prize(rank: maybe { $0.number(1...3) }, title: text(), quantity: number(1...5), value: maybe { $0.money() })
  }

  mutating func nomination() -> Nomination {
    Nomination(
      id: id(), title: text(), description: maybe { $0.long() }, acceptsApplications: chance(),
      ageGroups: list(0...2) { values in
        AgeGroup(
          title: values.short(), minimumAge: values.maybe { $0.number(0...9) },
          maximumAge: values.maybe { $0.number(10...99) })
      },
      prizes: list(0...2) { $0.prize() }, minimumEntries: maybe { $0.number(0...9) }, passMark: maybe { $0.decimal() })
  }

  mutating func criterion() -> Criterion {
    Criterion(
      id: id(), title: text(), weight: maybe { $0.decimal() }, maximum: decimal(), nominations: list(0...2) { $0.id() })
  }

  mutating func juror() -> Juror {
    Juror(
      id: id(), name: text(), role: any(Juror.Role.allCases), post: maybe { $0.text() },
      nominations: list(0...2) { $0.id() })
  }

  mutating func rules() -> ContestRules {
    ContestRules(
      aggregation: any(ContestRules.Aggregation.allCases),
      tieBreaks: list(0...2) { $0.any(ContestRules.TieBreak.allCases) },
      sharesPlaces: chance(), placesByAgeGroup: chance(), oneWinPerParticipant: chance(),
      quorum: maybe { $0.fixed(Quorum(2, of: 3)) },
      passMark: maybe { $0.decimal() }, minimumEntries: maybe { $0.number(0...9) }, isBlind: chance(),
      publication: any(ContestRules.Publication.allCases))
  }

  mutating func contest() -> Contest {
    Contest(
      id: id(), title: text(), edition: maybe { $0.short() }, year: number(1990...2099), level: any(Level.allCases),
      organiser: organisation(), territory: maybe { $0.territory() },
      programme: maybe { values in
        MunicipalProgramme(
          title: values.text(), period: values.maybe { $0.period() }, approvedOn: values.maybe { $0.day() })
      },
      approvingAct: maybe { $0.approvingAct() },
      stageOf: maybe { values in LargerContest(id: values.maybe { $0.id() }, title: values.text()) },
      description: maybe { $0.long() }, eligibility: maybe { $0.long() },
      schedule: Schedule(
        opens: maybe { $0.day() }, closes: maybe { $0.day() }, judging: maybe { $0.day() }, results: maybe { $0.day() }),
      prizeFund: maybe { $0.money() }, nominations: list(0...3) { $0.nomination() }, prizes: list(0...2) { $0.prize() },
      criteria: list(0...3) { $0.criterion() }, jury: list(0...3) { $0.juror() },
      rules: chance() ? rules() : ContestRules(), achievements: list(0...2) { $0.achievement() }, history: history(),
      extensions: maybe { $0.extensions() })
  }

  mutating func entry(in contest: Identifier) -> Entry {
    Entry(
      id: id(), contest: contest, nomination: maybe { $0.id() }, title: text(), description: maybe { $0.long() },
      ageGroup: maybe { $0.short() }, applicant: party(),
      participants: maybe { values in
        let people = values.list(0...3) { $0.person() }
        return Participants(count: people.count + values.number(0...9), people: people)
      },
      works: maybe { $0.number(0...9) }, leader: maybe { $0.text() }, territory: maybe { $0.territory() },
      district: maybe { $0.text() }, site: maybe { $0.text() }, submittedAt: instant(),
      correctionNumber: number(0...3), processingConsent: maybe { $0.consent() },
      publicationConsent: maybe { $0.consent() },
      attachments: list(0...2) { values in
        Attachment(
          name: values.text(), mediaType: "image/svg+xml", size: values.number(0...999_999_999_999_999),
          digest: values.digest())
      },
      previousStage: maybe { $0.previousStage() }, achievements: list(0...2) { $0.achievement() },
      extensions: maybe { $0.extensions() })
  }

  private mutating func consent() -> Consent { Consent(isGiven: chance(), date: maybe { $0.day() }) }

  private mutating func previousStage() -> PreviousStage {
    PreviousStage(
      contestTitle: text(), contest: maybe { $0.id() }, organiser: maybe { $0.text() }, entry: maybe { $0.id() },
      place: maybe { $0.number(1...9) }, prize: maybe { $0.text() },
      minutes: maybe { ProtocolReference(number: $0.short(), date: $0.day()) })
  }

  mutating func application(in contest: Identifier) -> Application {
    if number(0...3) > 0 { return .entry(entry(in: contest)) }
    return .withdrawal(Withdrawal(id: id(), date: maybe { $0.day() }, reason: text(), isErased: chance()))
  }

  mutating func scoreSheet() -> ScoreSheet {
    ScoreSheet(
      id: id(), juror: id(), entry: id(), date: day(),
      marks: list(1...4) { .init(criterion: $0.id(), points: $0.decimal()) }, remark: maybe { $0.long() },
      extensions: maybe { $0.extensions() })
  }

  mutating func recusal() -> Recusal {
    Recusal(
      id: id(), juror: id(), entry: id(), date: day(), reason: text(), extensions: maybe { $0.extensions() })
  }

  mutating func minutes() -> ResultsProtocol {
    ResultsProtocol(
      number: short(), date: day(), contest: maybe { $0.id() }, contestTitle: text(), organiser: organisation(),
      level: any(Level.allCases), year: number(1990...2099),
      attendance: list(0...3) { values in
        .init(
          juror: values.maybe { $0.id() }, name: values.text(), role: values.any(Juror.Role.allCases),
          post: values.maybe { $0.text() }, isPresent: values.chance())
      },
      quorum: maybe { $0.fixed(Quorum(1, of: 2)) }, received: maybe { $0.number(0...99) },
      admitted: maybe { $0.number(0...99) }, rejected: maybe { $0.number(0...99) },
      decisions: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, outcome: values.any(NominationOutcome.allCases),
          withheld: values.maybe { $0.list(1...2) { $0.number(1...9) } }, note: values.maybe { $0.text() })
      },
      tieDecisions: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, method: values.any(ContestRules.TieBreak.allCases),
          entries: values.list(1...3) { $0.id() }, reason: values.maybe { $0.text() })
      },
      approvingAct: maybe { $0.approvingAct() }, rules: maybe { $0.chance() ? $0.rules() : ContestRules() },
      nominations: list(0...2) { $0.nomination() }, prizes: list(0...2) { $0.prize() },
      criteria: list(0...2) { $0.criterion() }, jury: list(0...2) { $0.juror() },
      signatories: list(0...2) { values in .init(name: values.text(), post: values.maybe { $0.text() }) },
      achievements: list(0...2) { $0.achievement() }, scoresDigest: maybe { $0.digest() },
      extensions: maybe { $0.extensions() })
  }

  mutating func result() -> ProtocolResult {
    ProtocolResult(
      id: id(), nomination: maybe { $0.id() }, nominationTitle: maybe { $0.text() }, ageGroup: maybe { $0.short() },
      title: maybe { $0.text() }, applicant: maybe { $0.text() }, source: maybe { .init(sender: $0.id(), id: $0.id()) },
      territory: maybe { $0.territory() }, isAdmitted: chance(),
      reason: maybe { $0.text() }, total: maybe { $0.decimal() },
      scores: list(0...2) { values in
        .init(
          juror: values.id(), marks: values.list(0...2) { .init(criterion: $0.id(), points: $0.decimal()) },
          total: values.decimal(), digest: values.maybe { $0.digest() })
      }, sharedParticipants: list(0...2) { $0.number(1...99) }, hasWonBefore: chance(),
      awards: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, place: values.maybe { $0.number(1...9) },
          prize: values.maybe { $0.text() })
      },
      earlierPlaces: list(0...2) { values in
        .init(
          nomination: values.maybe { $0.id() }, place: values.number(1...9), minutes: values.short(),
          revocation: values.maybe { .init(date: $0.day(), ground: $0.any(RevocationGround.allCases)) },
          movedUpBy: values.maybe { $0.short() })
      },
      outOf: maybe { $0.number(1...99) }, submitted: maybe { $0.number(0...99) }, selected: maybe { $0.number(0...99) },
      note: maybe { $0.long() }, achievements: list(0...2) { $0.achievement() }, extensions: maybe { $0.extensions() })
  }
}

/// Grants.
extension RandomValues {
  private mutating func paymentDocument() -> PaymentDocument {
    PaymentDocument(kind: maybe { $0.short() }, number: maybe { $0.short() }, date: maybe { $0.day() })
  }

  private mutating func instalments() -> [Instalment] {
    list(0...3) { values in
      Instalment(
        id: values.id(), plannedOn: values.maybe { $0.day() }, planned: values.maybe { $0.amount() },
        receivedOn: values.maybe { $0.day() }, received: values.maybe { $0.amount() },
        document: values.maybe { $0.paymentDocument() },
        shares: values.list(0...2) { InstalmentShare(line: $0.id(), amount: $0.amount()) })
    }
  }

  private mutating func paragraphs() -> String { list(1...3) { $0.long() }.joined(separator: "\n") }

  private mutating func texts() -> [ProjectText] {
    list(0...2) { values in
      ProjectText(
        id: values.id(), period: Period(start: values.day(), end: values.day()),
        section: values.any(NarrativeSection.allCases), title: values.maybe { $0.text() }, text: values.paragraphs())
    }
  }

  private mutating func narrative() -> [Narrative] {
    list(0...2) { values in
      Narrative(
        section: values.any(NarrativeSection.allCases), title: values.maybe { $0.text() },
        period: values.maybe { Period(start: $0.day(), end: $0.maybe { $0.day() }) }, text: values.paragraphs())
    }
  }

  private mutating func expenses() -> [Expense] {
    list(0...3) { values in
      Expense(
        id: values.id(), date: values.day(), amount: values.amount(), source: values.any(Expense.Source.allCases),
        line: values.maybe { $0.id() }, payee: values.maybe { $0.text() },
        document: values.maybe { $0.paymentDocument() }, fileDigest: values.maybe { $0.digest() },
        note: values.maybe { $0.text() })
    }
  }

  private mutating func refunds() -> [Refund] {
    list(0...2) { values in
      Refund(
        id: values.id(), direction: values.any(Refund.Direction.allCases), date: values.day(), amount: values.amount(),
        line: values.maybe { $0.id() }, document: values.maybe { $0.paymentDocument() },
        reason: values.maybe { $0.text() })
    }
  }

  private mutating func indicators() -> [Indicator] {
    list(0...2) { values in
      Indicator(
        id: values.id(), title: values.text(), unit: values.maybe { $0.short() },
        unitCode: values.maybe { $0.any(["642", "0055"]) }, planned: values.decimal(),
        actual: values.maybe { $0.decimal() }, deviationReason: values.maybe { $0.text() },
        stages: values.list(0...2) { values in
          IndicatorStage(
            period: Period(start: values.day(), end: values.day()), planned: values.maybe { $0.decimal() },
            actual: values.maybe { $0.decimal() }, deviationReason: values.maybe { $0.text() })
        })
    }
  }

  private mutating func checkpoints() -> [Checkpoint] {
    list(0...2) { values in
      Checkpoint(
        id: values.id(), title: values.text(), plannedOn: values.day(), actualOn: values.maybe { $0.day() },
        status: values.any(Checkpoint.Status.allCases), evidence: values.maybe { $0.text() })
    }
  }

  private mutating func moves() -> [LineMove] {
    list(0...2) { values in
      LineMove(
        id: values.id(), from: values.id(), to: values.id(), date: values.day(), amount: values.amount(),
        reason: values.text())
    }
  }

  private mutating func agreement() -> Agreement { Agreement(number: maybe { $0.short() }, date: day()) }

  mutating func project(in currency: Currency) -> Project {
    Project(
      id: id(), title: text(), description: maybe { $0.long() }, funder: Funder(id: id(), title: text()),
      programme: maybe { $0.text() }, nomination: maybe { $0.text() }, grantee: organisation(),
      territory: maybe { $0.territory() }, currency: currency, applied: maybe { $0.amount() },
      awarded: maybe { $0.amount() }, coFinancing: maybe { $0.amount() }, awardedOn: maybe { $0.day() },
      agreement: maybe { $0.agreement() }, plannedPeriod: maybe { $0.period() }, actualPeriod: maybe { $0.period() },
      history: history(mayBeEmpty: false),
      budget: list(0...3) { values in
        BudgetLine(
          id: values.id(), title: values.text(), quantity: values.maybe { $0.decimal() },
          unit: values.maybe { $0.short() }, price: values.maybe { $0.amount() }, planned: values.amount(),
          requested: values.maybe { $0.amount() }, own: values.maybe { $0.amount() },
          attracted: values.maybe { $0.amount() }, divergenceReason: values.maybe { $0.text() })
      },
      instalments: instalments(), expenses: expenses(), refunds: refunds(), indicators: indicators(),
      checkpoints: checkpoints(), moves: moves(), texts: texts(), extensions: maybe { $0.extensions() })
  }

  /// A project as a report carries one: without what only the portfolio does.
  mutating func reportedProject(of funder: Funder, in currency: Currency) -> ReportedProject {
    let project = Project(
      id: id(), title: text(), funder: funder, programme: maybe { $0.text() }, nomination: maybe { $0.text() },
      grantee: organisation(), currency: currency, applied: maybe { $0.amount() }, awarded: maybe { $0.amount() },
      coFinancing: maybe { $0.amount() }, agreement: maybe { $0.agreement() }, plannedPeriod: maybe { $0.period() },
      actualPeriod: maybe { $0.period() }, instalments: instalments(), expenses: expenses(), refunds: refunds(),
      indicators: indicators(), checkpoints: checkpoints(), moves: moves(), extensions: maybe { $0.extensions() })
    return ReportedProject(
      project: project, status: any(ProjectStatus.allCases), statusDate: maybe { $0.day() }, inPeriod: turnover(),
      cumulative: turnover(), ownSpent: maybe { $0.amount() } ?? .zero,
      budget: list(0...3) { values in
        BudgetLineFact(
          id: values.id(), title: values.text(), planned: values.amount(), received: values.maybe { $0.amount() },
          spent: values.signedAmount(), balance: values.signedAmount(),
          own: values.maybe { PlanAndFact(planned: $0.signedAmount(), spent: $0.signedAmount()) },
          divergenceReason: values.maybe { $0.text() })
      },
      narrative: narrative())
  }

  private mutating func turnover() -> Turnover {
    Turnover(received: signedAmount(), spent: signedAmount(), refunded: amount())
  }

  mutating func report(in currency: Currency) -> GrantReport {
    let funder = Funder(id: id(), title: text())
    return GrantReport(
      kind: any([.interim, .final, .annual, .period]), correctionNumber: number(0...2),
      replaces: maybe { values in
        ReplacedReport(correctionNumber: values.number(0...2), submittedOn: values.maybe { $0.day() })
      }, funder: funder,
      period: Period(start: day(), end: day()), note: maybe { $0.long() },
      isDraft: any([true, false]), projects: list(1...3) { $0.reportedProject(of: funder, in: currency) },
      extensions: maybe { $0.extensions() })
  }
}

/// Receipts and whole documents.
extension RandomValues {
  mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      .init(any(Diagnostic.Code.Class.allCases), number(1...9999)), any([.note, .warning, .error]),
      LocalizedText(ru: long(), en: long()), advice: maybe { LocalizedText(ru: $0.long(), en: $0.long()) },
      location: maybe { values in
        .init(line: values.number(1...99), column: values.maybe { $0.number(1...99) }, path: values.maybe { $0.text() })
      })
  }

  mutating func receipt() -> ReceiptSummary {
    var counts = ReceiptCounts()
    counts.accepted = number(0...9)
    counts.updated = number(0...9)
    counts.unchanged = number(0...9)
    counts.rejected = number(0...9)
    counts.warnings = number(0...9)
    return ReceiptSummary(
      document: any(DocumentKind.allCases.filter { $0 != .receipt }), fileName: maybe { $0.text() },
      messageID: messageID(), createdAt: instant(), sender: organisation(), digest: digest(), receivedAt: instant(),
      registrationNumber: maybe { $0.short() }, status: any(GroupStatus.allCases), counts: counts,
      reasons: list(0...2) { $0.diagnostic() })
  }

  mutating func receiptLine() -> ReceiptLine {
    ReceiptLine(
      id: maybe { $0.id().description }, number: number(1...999), status: any(RecordStatus.allCases),
      registration: maybe { $0.text() }, reasons: list(0...2) { $0.diagnostic() })
  }

  /// Everything that a document of the kind carries.
  mutating func items(of kind: DocumentKind, in contest: Identifier) -> [Item] {
    let currency: Currency = any([.rouble, fixed(Currency("EUR"))])
    switch kind {
    case .contestAnnouncement: return list(1...3) { .contest($0.contest()) }
    case .applications: return list(0...4) { .application($0.application(in: contest)) }
    case .scoreSheets:
      return list(0...3) { .scoreSheet($0.scoreSheet()) } + list(0...2) { .recusal($0.recusal()) }
    case .resultsProtocol:
      let results: [Item] = list(0...3) { .result($0.result()) }
      return [.minutes(minutes())] + results + list(0...2) { .scoreSheet($0.scoreSheet()) }
        + list(0...2) { .recusal($0.recusal()) }
    case .grantPortfolio: return list(0...3) { .project($0.project(in: currency)) }
    case .grantReport: return [.report(report(in: currency))]
    case .receipt: return [.receipt(receipt())] + list(0...3) { .receiptLine($0.receiptLine()) }
    }
  }

  mutating func document(_ kind: DocumentKind) -> (document: OutgoingDocument, items: [Item], contest: Identifier?) {
    let contest = id()
    let items = items(of: kind, in: contest)
    var document = OutgoingDocument(
      kind, items, contest: contest, sender: organisation(), recipient: maybe { $0.organisation() },
      referenceMessageID: maybe { $0.messageID() }, createdAt: instant(), software: maybe { $0.short() })
    document.correctionNumber = number(0...2)
    document.isTest = chance()
    document.extensions = maybe { $0.extensions() }
    return (document, items, kind == .applications || kind == .scoreSheets ? contest : nil)
  }
}
