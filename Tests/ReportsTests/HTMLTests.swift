import Contests
import Grants
import Primitives
import Reports
import Testing

struct HTMLTests {
  private let hostile = "</title><script>alert('x')</script>\" onload=\"y & <b>"

  @Test func `the five characters of markup are escaped and controls replaced`() {
    #expect("<a href=\"x\">&'\u{1}".escapedForHTML == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{FFFD}")
    #expect(
      Markup.element("p", ["title": "\"><i>"], Markup("<b>")).description
        == "<p title=\"&quot;&gt;&lt;i&gt;\">&lt;b&gt;</p>")
  }

  @Test(arguments: Language.allCases)
  func `a hostile title is shown, not run`(language: Language) throws {
    var contest = try Fixture.contest(
      "x", hostile, Figures(), nominations: [(hostile, Figures())], achievements: [(hostile, 1)])
    contest.contest.organiser.title = hostile
    var outcomes = try Fixture.outcomes()
    outcomes[0].note = hostile
    outcomes[0].prize = hostile
    var projects = try Fixture.projects()
    projects[0].funder.title = hostile
    projects[0].grantee.title = hostile
    let year = YearReport(
      year: 2020, territory: hostile, contests: [contest], outcomes: outcomes, projects: projects)
    var funder = try Fixture.funderReport()
    funder.funder.title = hostile
    funder.note = hostile
    funder.projects[1].project.title = hostile
    funder.projects[1].project.expenses[0].payee = hostile
    for html in [year.html(language), contest.html(language), funder.html(language, sender: hostile)] {
      #expect(!html.contains("<script"))
      #expect(!html.contains("<b>"))
      #expect(!html.contains("\" onload"))
      #expect(html.contains("&lt;script&gt;"))
    }
  }

  @Test(arguments: Language.allCases)
  func `a page stands by itself and can be read aloud`(language: Language) throws {
    for html in [
      try Fixture.year().html(language), try Fixture.funderReport().html(language, sender: nil),
      try Fixture.receipt().html(language),
    ] {
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
      #expect(!html.contains("<script") && !html.contains("http") && !html.contains("url("))
      #expect(html.contains("<main>") && html.contains("<header>") && html.contains("@page"))
      #expect(html.count(of: "<h1>") == 1)
      #expect(html.count(of: "<caption") == html.count(of: "<table>") + html.count(of: "<table "))
      #expect(html.count(of: "<thead>") == html.count(of: "<table>") + html.count(of: "<table "))
      #expect(html.contains("scope=\"col\"") && html.contains("scope=\"row\""))
    }
  }

  @Test func `every element that is opened is closed`() throws {
    let html = try Fixture.funderReport().html(.russian)
    for name in [
      "table", "thead", "tbody", "tfoot", "tr", "th", "td", "dl", "dt", "dd", "section", "div", "p", "data", "span",
      "figure", "figcaption", "details", "summary", "svg", "text",
    ] {
      #expect(html.count(of: "<\(name)>") + html.count(of: "<\(name) ") == html.count(of: "</\(name)>"), "\(name)")
    }
  }

  @Test func `a figure carries its exact value beside the printed one`() throws {
    let html = try Fixture.year().html(.russian)
    #expect(html.contains("<data value=\"15012\">15\u{A0}012</data>"))
    #expect(html.contains("<data value=\"4050000.00\">4\u{A0}050\u{A0}000,00\u{A0}₽</data>"))
    #expect(html.contains("<time datetime=\"2020-11-20\">20.11.2020</time>"))
  }

  @Test func `what is not stated is a dash that a screen reader explains`() throws {
    let html = try Fixture.year().html(.russian)
    #expect(html.contains("<span aria-hidden=\"true\">—</span><span class=\"unseen\">нет данных</span>"))
  }

  @Test func `the funder's report has lines for signatures`() throws {
    let html = try Fixture.funderReport().html(.russian)
    #expect(html.contains("Руководитель организации") && html.contains("Главный бухгалтер"))
    #expect(try !Fixture.year().html(.russian).contains("class=\"signature\""))
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
