import Primitives
import Testing

struct StatusHistoryTests {
  enum Door: String, Lifecycle {
    case closed, open, locked, broken

    static let initial = Door.closed
    var successors: Set<Door> {
      switch self {
      case .closed: [.open, .locked]
      case .open: [.closed, .broken]
      case .locked: [.closed]
      case .broken: []
      }
    }
    var needsReason: Bool { self == .broken }
    var title: LocalizedText {
      switch self {
      case .closed: LocalizedText(ru: "закрыта", en: "shut")
      case .open: LocalizedText(ru: "открыта", en: "open")
      case .locked: LocalizedText(ru: "заперта", en: "locked up")
      case .broken: LocalizedText(ru: "сломана", en: "broken")
      }
    }
  }

  @Test func `a refusal speaks in the words of an office and says what to do`() {
    let illegal = StatusRefusal<Door>.illegal(from: .open, to: .locked)
    #expect(illegal.message.russian == "после состояния «открыта» не может идти «заперта»")
    #expect(illegal.message.english == "“locked up” cannot follow “open”")
    #expect(illegal.advice?.russian == "может следовать: «закрыта» (closed), «сломана» (broken)")
    #expect(StatusRefusal<Door>.illegal(from: .broken, to: .open).advice == nil)
    let early = StatusRefusal<Door>.beforePrevious(.lastDay(of: 2020))
    #expect(
      early.message.russian.contains("31.12.2020") && early.message.english.contains("31\u{A0}December\u{A0}2020"))
    #expect(early.advice?.russian.contains("31.12.2020") == true)
    #expect(StatusRefusal<Door>.reasonMissing(.broken).message.russian == "для состояния «сломана» нужна причина")
    #expect(StatusRefusal<Door>.reasonMissing(.broken).advice?.english == "give a reason")
  }

  private let monday = Day.firstDay(of: 2020)
  private let tuesday = Day.lastDay(of: 2020)

  @Test func `a history begins in the initial state`() {
    #expect(StatusHistory<Door>().current == .closed)
    #expect(StatusHistory<Door>().day(of: .closed) == nil)
  }

  @Test func `a state that follows is entered`() throws {
    var history = StatusHistory<Door>()
    try history.apply(StatusChange(.open, on: monday))
    try history.apply(StatusChange(.closed, on: monday))
    try history.apply(StatusChange(.open, on: tuesday))
    #expect(history.current == .open)
    #expect(history.day(of: .open) == monday)
    #expect(history.changes.count == 3)
  }

  @Test func `a state that does not follow is refused and nothing changes`() throws {
    var history = try StatusHistory([StatusChange(Door.open, on: monday)])
    #expect(throws: StatusRefusal.illegal(from: Door.open, to: .locked)) {
      try history.apply(StatusChange(.locked, on: tuesday))
    }
    #expect(throws: StatusRefusal.illegal(from: Door.open, to: .open)) {
      try history.apply(StatusChange(.open, on: tuesday))
    }
    #expect(history.changes.count == 1)
  }

  @Test func `a change before the previous one is refused`() throws {
    var history = try StatusHistory([StatusChange(Door.open, on: tuesday)])
    #expect(throws: StatusRefusal<Door>.beforePrevious(tuesday)) {
      try history.apply(StatusChange(.closed, on: monday))
    }
  }

  @Test(arguments: [nil, "", " \n\u{A0}"]) func `a reason that is needed is not blank`(reason: String?) throws {
    var history = try StatusHistory([StatusChange(Door.open, on: monday)])
    #expect(throws: StatusRefusal.reasonMissing(Door.broken)) {
      try history.apply(StatusChange(.broken, on: tuesday, reason: reason))
    }
    #expect(throws: StatusRefusal.reasonMissing(Door.broken)) {
      try StatusHistory([StatusChange(Door.broken, on: tuesday, reason: reason)])
    }
    try history.apply(StatusChange(.broken, on: tuesday, reason: "storm"))
    #expect(history.current == .broken)
  }

  @Test func `a history told from the middle may begin with any state`() throws {
    let history = try StatusHistory([StatusChange(Door.locked, on: monday), StatusChange(.closed, on: tuesday)])
    #expect(history.current == .closed)
    #expect(history.day(of: .locked) == monday)
  }

  @Test func `an illegal history is not made`() {
    #expect(throws: StatusRefusal.illegal(from: Door.locked, to: .open)) {
      try StatusHistory([StatusChange(Door.locked, on: monday), StatusChange(.open, on: tuesday)])
    }
  }
}
