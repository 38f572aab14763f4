internal import Foundation
internal import LibPDF
internal import Primitives

extension Chart {
  /// The chart on a page, its figures folded up under it unless the table that comes next tells them.
  ///
  /// - Parameters:
  ///   - title: Of the section: what says the same above the chart is there for screen readers only.
  ///   - id: Begins the names of its parts on the page.
  func markup(_ language: Language, under title: String, id: String) -> Markup {
    let pictures = pictures(width: Self.width, language).enumerated().map { index, picture in
      picture.markup(
        title: self.title, description: index == 0 ? description(language) : nil, id: "\(id)-\(index + 1)",
        tableID: Self.tableID(id))
    }
    let data = Markup.block(
      "details", [:],
      [
        .element("summary", [:], Markup(language == .russian ? "Данные" : "Data")),
        table.markup(language, under: self.title, id: Self.tableID(id)),
      ])
    return .block(
      "figure", ["class": "chart"],
      [.element("figcaption", ["class": self.title == title ? "unseen" : nil], Markup(self.title))]
        + pictures + (isToldByNextTable ? [] : [data]))
  }

  /// What the table with its figures is called on the page.
  static func tableID(_ id: String) -> String { "\(id)-data" }

  /// As wide as text on A4 by the office's margins, so that letters come out on paper in the size they are laid out in.
  private static let width = 482.0
}

extension ChartPicture {
  /// The picture as a drawing within the page: nothing in it is loaded, and it prints without the page's style.
  fileprivate func markup(title: String, description: String?, id: String, tableID: String) -> Markup {
    let names = description == nil ? "\(id)-title" : "\(id)-title \(id)-text"
    let parts =
      [
        Markup.element("title", ["id": "\(id)-title"], Markup(title)),
        description.map { .element("desc", ["id": "\(id)-text"], Markup($0)) } ?? .empty,
      ] + shapes.map(\.markup)
    let drawing = Markup.block(
      "svg",
      [
        "viewBox": "0 0 \(size.width.svg) \(size.height.svg)", "role": "img", "aria-labelledby": names,
        "aria-describedby": tableID, "font-family": "PT Sans, Liberation Sans, Arial, sans-serif",
      ], parts)
    return .block("div", ["class": "picture"], [drawing])
  }
}

extension ChartPicture.Shape {
  fileprivate var markup: Markup {
    switch self {
    case .rectangle(let rect, let fill):
      let box = Markup.element(
        "rect",
        [
          "x": rect.x.svg, "y": rect.y.svg, "width": rect.width.svg, "height": rect.height.svg,
          "fill": fill.inside.rawValue, "stroke": fill.edge.rawValue, "stroke-width": "0.8",
        ])
      let lines = fill.hatching(of: rect)
      return lines.isEmpty ? box : Markup([box, Self.path(lines, ChartStroke(ink: fill.edge, width: 0.8))])
    case .lines(let lines, let stroke): return lines.isEmpty ? .empty : Self.path(lines, stroke)
    case .dot(let centre, let radius, let ink):
      return .element(
        "circle", ["cx": centre.x.svg, "cy": centre.y.svg, "r": radius.svg, "fill": ink.rawValue])
    case .text(let text):
      let anchor: String? =
        switch text.anchor {
        case .start: nil
        case .middle: "middle"
        case .end: "end"
        }
      return .element(
        "text",
        [
          "x": text.point.x.svg, "y": text.point.y.svg, "font-size": text.size.svg, "fill": text.ink.rawValue,
          "text-anchor": anchor,
        ], Markup(text.text))
    }
  }

  private static func path(_ lines: [[PDFPoint]], _ stroke: ChartStroke) -> Markup {
    let path = lines.map { "M" + $0.map { "\($0.x.svg) \($0.y.svg)" }.joined(separator: "L") }.joined()
    let dashes = stroke.dashes.map(\.svg).joined(separator: " ")
    return .element(
      "path",
      [
        "d": path, "fill": "none", "stroke": stroke.ink.rawValue, "stroke-width": stroke.width.svg,
        "stroke-dasharray": dashes.isEmpty ? nil : dashes,
      ])
  }
}

extension Double {
  /// To a hundredth of a point, without zeros that say nothing.
  fileprivate var svg: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let fraction = part == 0 ? "" : part.isMultiple(of: 10) ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    return (hundredths < 0 ? "-" : "") + "\(whole)\(fraction)"
  }
}
