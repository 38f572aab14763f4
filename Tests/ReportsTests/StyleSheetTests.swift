import Foundation
import GoldenPages
import Primitives
import Reports
import Testing

/// The style sheet as it stood when somebody last looked at it, once for all golden pages.
struct StyleSheetTests {
  private let page = Page(title: "Отчёт", language: .russian, header: .empty, body: []).html

  @Test func `the style sheet is as it was approved`() throws {
    let sheet = try #require(GoldenPage.style(of: page))
    if ProcessInfo.processInfo.environment["REGENERATE_GOLDEN"] == "1" {
      try Data(sheet.utf8).write(to: GoldenPage.styleSheet)
    }
    #expect(try sheet == String(contentsOf: GoldenPage.styleSheet, encoding: .utf8), "style.css has changed")
  }

  @Test func `a page is what its golden file stands for`() throws {
    let golden = GoldenPage.shortened(page)
    #expect(golden.count < page.count / 2)
    #expect(try GoldenPage.whole(golden) == page)
  }

  @Test(arguments: [
    "", "<style>style.css</style>", "<style>\n</style>", "<style>\nh1 { margin: 0; }\n</style>",
  ])
  func `a page with no style sheet or with another is not what its golden file stands for`(style: String) throws {
    let sheet = try #require(GoldenPage.style(of: page))
    let changed = page.replacing("<style>\n\(sheet)</style>", with: style)
    try #require(changed != page)
    #expect(try GoldenPage.whole(GoldenPage.shortened(page)) != changed)
    // Nor is it once its own golden file was written anew.
    #expect(try GoldenPage.whole(GoldenPage.shortened(changed)) != changed)
  }
}
