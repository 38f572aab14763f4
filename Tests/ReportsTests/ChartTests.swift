import Foundation
import LibPDF
import Primitives
import SeededGenerator
import Testing

@testable import Reports

/// Pictures as they are laid out, before they are painted.
struct ChartTests {
  private static let forms: [Chart.Form] = [.bars, .stackedBars, .columns, .steps]

  private static func chart(_ form: Chart.Form, seed: UInt64) throws -> Chart {
    var random = SplitMix64(seed: seed)
    let words = [
      "Оборудование", "W", "и", "высокотехнологичногооборудованиядлясенсорнойкомнаты", "на", "(2-й этап)", "🎄",
    ]
    func title() -> String {
      (0...Int.random(in: 0...9, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let scale = [1, 1_000, 1_000_000_000, 999_999_999_999_999_999].randomElement(using: &random) ?? 1
    let isMoney = Bool.random(using: &random)
    let mayFall = Int.random(in: 0...3, using: &random) == 0
    func value() -> Cell {
      let size = Int.random(in: 0...scale, using: &random) * (mayFall && Bool.random(using: &random) ? -1 : 1)
      switch Int.random(in: 0...9, using: &random) {
      case 0: return .missing
      case 1: return isMoney ? .amount(.zero) : .count(0)
      default: return isMoney ? .amount(Amount(minorUnits: Int128(size))) : .count(size)
      }
    }
    let count = [1, 2, 5, 12, 40].randomElement(using: &random) ?? 1
    var day = Int.random(in: 0...20_000, using: &random)
    let pace = [3, 40, 900].randomElement(using: &random) ?? 1
    let categories: [Cell] = (0..<count).map { index in
      switch form {
      case .steps:
        day += Int.random(in: 1...pace, using: &random)
        return Cell(Day(daysSince1970: day))
      case .columns: return .text("\(1990 + index)")
      default: return .text(title())
      }
    }
    let series = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Chart.Series(title(), categories.map { _ in value() })
    }
    let level = form == .steps && Bool.random(using: &random) ? Chart.Level(title(), value()) : nil
    return Chart(title(), form, heading: "Статья", categories: categories, series: series, level: level)
  }

  private static func pictures(_ form: Chart.Form) throws -> [ChartPicture] {
    try (0..<120).flatMap { seed in
      try chart(form, seed: UInt64(seed)).pictures(width: 482, seed % 2 == 0 ? .russian : .english)
    }
  }

  @Test(arguments: forms)
  func `every shape lies inside its picture`(form: Chart.Form) throws {
    for picture in try Self.pictures(form) {
      for shape in picture.shapes {
        for point in shape.corners {
          #expect(point.x >= -0.01 && point.x <= picture.size.width + 0.01, "\(shape)")
          #expect(point.y >= -0.01 && point.y <= picture.size.height + 0.01, "\(shape)")
        }
      }
    }
  }

  @Test(arguments: forms)
  func `no text stands in another`(form: Chart.Form) throws {
    for picture in try Self.pictures(form) {
      let texts = picture.texts
      for (index, text) in texts.enumerated() {
        for other in texts[(index + 1)...] {
          #expect(!text.box.overlaps(other.box), "\(text.text) | \(other.text)")
        }
      }
    }
  }

  @Test func `bars are as long as their values are large, in all pictures of a chart`() throws {
    for seed in 0..<120 {
      let chart = try Self.chart(.bars, seed: UInt64(seed))
      let values = chart.categories.indices.flatMap { category in
        chart.series.compactMap { $0.value(category).magnitude }.filter { $0 != 0 }
      }
      let legend = chart.series.count > 1 ? chart.series.count : 0
      let bars = chart.pictures(width: 482, .russian).flatMap { $0.rectangles.dropFirst(legend) }
      try #require(bars.count == values.count)
      let largest = values.map(abs).max() ?? 1
      let unit = zip(values, bars).map { abs($0) == largest ? $1.width / largest : 0 }.max() ?? 0
      for (value, bar) in zip(values, bars) { #expect(abs(bar.width - abs(value) * unit) < 0.01) }
    }
  }

  @Test func `forty lines go on from picture to picture, each low enough for half a page`() throws {
    let lines = (1...40).map { Cell.text("Статья \($0)") }
    let chart = Chart(
      "План и факт", .bars, heading: "Статья", categories: lines,
      series: [
        .init("План", lines.indices.map { .count($0 + 1) }), .init("Факт", lines.indices.map { .count($0) }),
      ])
    let pictures = chart.pictures(width: 482, .russian)
    #expect(pictures.count == 5)
    #expect(pictures.allSatisfy { $0.size.height < 350 })
    let names = pictures.flatMap { $0.texts.map(\.text) }.filter { $0.hasPrefix("Статья") }
    #expect(names == (1...40).map { "Статья \($0)" })
  }

  @Test(arguments: [11, 25, 26, 40, 73])
  func `bars are spread evenly over as few pictures as hold them`(count: Int) throws {
    let long = "Оплата труда привлечённых специалистов, включая страховые взносы"
    let lines = (1...count).map { Cell.text($0.isMultiple(of: 4) ? long : "Статья \($0)") }
    let chart = Chart(
      "План", .bars, heading: "Статья", categories: lines, series: [.init("План", lines.indices.map { .count($0 + 1) })]
    )
    let heights = chart.pictures(width: 482, .russian).map(\.size.height)
    let high = try #require(heights.max())
    // No picture has much more than its share.
    #expect(high < 350 && high - heights.reduce(0, +) / Double(heights.count) < 45)
    // One picture less would not have held them.
    #expect(heights.reduce(0, +) > 300 * Double(heights.count - 1))
  }

  @Test func `what is missing is a gap, and not a zero`() {
    let days = (0..<5).map { Cell(Day(daysSince1970: 18_000 + $0 * 10)) }
    let steps = Chart(
      "Деньги", .steps, heading: "Дата", categories: days,
      series: [.init("Освоено", [.count(1), .count(2), .missing, .count(4), .count(5)])])
    let lines = steps.pictures(width: 482, .russian)[0].shapes.compactMap { shape in
      if case .lines(let lines, .of(0)) = shape { lines } else { nil }
    }
    #expect(lines.joined().count == 2)

    let bars = Chart(
      "Деньги", .bars, heading: "Статья", categories: [.text("А"), .text("Б")],
      series: [.init("План", [.count(7), .missing])])
    let picture = bars.pictures(width: 482, .russian)[0]
    #expect(picture.rectangles.count == 1)
    #expect(picture.texts.map(\.text).contains("—"))
  }

  @Test func `a single point is shown as a point`() throws {
    let chart = Chart(
      "Деньги", .steps, heading: "Дата", categories: [.day(try Fixture.day("2020-05-12"))],
      series: [.init("Освоено", [.count(3)])])
    let picture = try #require(chart.pictures(width: 482, .russian).first)
    #expect(picture.shapes.contains { if case .dot = $0 { true } else { false } })
    #expect(picture.texts.map(\.text).contains("12.05.2020"))
  }

  @Test func `a chart with nothing but zeros is not drawn`() {
    let chart = Chart(
      "Деньги", .bars, heading: "Статья", categories: [.text("А"), .text("Б")],
      series: [.init("План", [.count(0), .missing])])
    #expect(!chart.hasSomethingToShow && chart.ifItShowsSomething == nil)
    #expect(chart.pictures(width: 482, .russian).isEmpty)
  }

  @Test(
    arguments: [
      (1_400_000, ["0", "500 тыс.", "1 млн", "1,5 млн"]), (3, ["0", "1", "2", "3"]),
      (9_000, ["0", "2 тыс.", "4 тыс.", "6 тыс.", "8 тыс.", "10 тыс."]),
      (12_000_000_000, ["0", "5 млрд", "10 млрд", "15 млрд"]), (-40, ["−40", "−30", "−20", "−10", "0"]),
    ] as [(Double, [String])])
  func `values along an axis are round`(value: Double, labels: [String]) {
    let scale = ChartScale([value], isWhole: true, intervals: 5)
    #expect(scale.ticks.map { scale.label($0, .russian).replacing("\u{A0}", with: " ") } == labels)
  }

  @Test(arguments: [(false, "1 000"), (true, "1000")])
  func `a thousand is written along an axis as beside the bars`(isWhole: Bool, label: String) {
    let scale = ChartScale([1_000], isWhole: isWhole, intervals: 5)
    #expect(scale.ticks.last.map { scale.label($0, .russian).replacing("\u{A0}", with: " ") } == label)
  }

  @Test func `a name that does not fit is broken, and cut off only where it is very long`() {
    let long = "Оплата труда привлечённых специалистов, включая страховые взносы"
    #expect(ChartText.lines(long, 9, width: 170, most: 3).joined(separator: " ") == long)
    let lines = ChartText.lines(String(repeating: long + " ", count: 5), 9, width: 170, most: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
    let word = ChartText.lines(String(repeating: "ы", count: 200), 9, width: 170, most: 3)
    #expect(word.count == 3 && word.allSatisfy { ChartText.width($0, 9) <= 170 })
    #expect(ChartText.lines("", 9, width: 170, most: 3).isEmpty)
  }

  @Test func `fills and lines are seen on paper, and told apart where it is black and white`() {
    func luminance(_ ink: ChartInk) -> Double {
      let colour = ink.colour
      let parts = [colour.red, colour.green, colour.blue].map { part in
        part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func contrast(_ one: ChartInk, _ other: ChartInk) -> Double {
      let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
      return (light + 0.05) / (dark + 0.05)
    }
    for fill in ChartFill.allCases { #expect(contrast(fill.edge, .paper) >= 3) }
    for ink in [ChartInk.text, .soft, .blue, .rust] { #expect(contrast(ink, .paper) >= 4.5) }
    let plain = ChartFill.allCases.filter { $0 != .hatched }
    for (index, fill) in plain.enumerated() {
      for other in plain[(index + 1)...] { #expect(contrast(fill.inside, other.inside) >= 1.8) }
    }
    #expect(Set((0..<4).map { ChartStroke.of($0).dashes }).count == 4)
  }

  @Test func `a chart of parts names even a single one`() throws {
    var chart = Chart(
      "По состоянию, ₽", .stackedBars, heading: "Фонд", categories: [.text("А"), .text("Б")],
      series: [.init("Завершены", [.count(3), .count(5)])])
    func names() throws -> Bool {
      try #require(chart.pictures(width: 482, .russian).first).texts.contains { $0.text == "Завершены" }
    }
    #expect(try names())
    chart.form = .bars
    #expect(try !names())
  }

  @Test func `the words of a chart say its figures`() throws {
    let chart = Chart(
      "План и факт, ₽", .bars, heading: "Статья", categories: [.text("Оборудование"), .text("Обучение")],
      series: [
        .init("План", [.amount(try Fixture.amount("520000.00")), .amount(try Fixture.amount("180000.00"))]),
        .init("Освоено", [.amount(try Fixture.amount("315400.50")), .missing]),
      ])
    #expect(
      chart.description(.russian).replacing("\u{A0}", with: " ")
        == "Столбчатая диаграмма. Оборудование: План — 520 000,00, Освоено — 315 400,50; "
        + "Обучение: План — 180 000,00, Освоено — нет данных.")
  }
}

extension ChartPicture {
  fileprivate var texts: [Text] { shapes.compactMap { if case .text(let text) = $0 { text } else { nil } } }
  fileprivate var rectangles: [PDFRect] {
    shapes.compactMap { if case .rectangle(let rect, _) = $0 { rect } else { nil } }
  }
}

extension ChartPicture.Shape {
  fileprivate var corners: [PDFPoint] {
    switch self {
    case .rectangle(let rect, let fill): rect.corners + fill.hatching(of: rect).joined()
    case .lines(let lines, _): Array(lines.joined())
    case .dot(let centre, _, _): [centre]
    case .text(let text): text.box.corners
    }
  }
}

extension PDFRect {
  fileprivate var corners: [PDFPoint] { [PDFPoint(x: x, y: y), PDFPoint(x: maxX, y: maxY)] }

  fileprivate func overlaps(_ other: PDFRect) -> Bool {
    x < other.maxX - 0.01 && other.x < maxX - 0.01 && y < other.maxY - 0.01 && other.y < maxY - 0.01
  }
}
