import Contests
import Primitives
import Reports
import Testing

struct ContestDocumentTests {
  private func figures(_ change: (inout Contest) -> Void) throws -> ContestFigures {
    var figures = try Fixture.contest("c", "Снежный калейдоскоп", Figures(), nominations: [("Ворота", Figures())])
    change(&figures.contest)
    return figures
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test func `a contest is shown with its days of taking in`() throws {
    let (opens, closes) = (try Fixture.day("2020-12-01"), try Fixture.day("2020-12-20"))
    let both = try figures { $0.schedule = Schedule(opens: opens, closes: closes) }
    #expect(plain(both.text(.russian)).contains("Приём заявок: с 01.12.2020 по 20.12.2020\n"))
    #expect(plain(both.html(.english)).contains("from 1 Dec 2020 to 20 Dec 2020"))
    let open = try figures { $0.schedule = Schedule(closes: closes) }
    #expect(plain(open.text(.russian)).contains("Приём заявок: по 20.12.2020\n"))
    #expect(!(try figures { _ in }).text(.russian).contains("Приём заявок"))
  }

  @Test func `a contest is shown with its prizes`() throws {
    let contest = try figures {
      $0.prizes = [Prize(rank: 1, title: "Диплом I степени", quantity: 2)]
      $0.nominations[0].prizes = [Prize(title: "Приз жюри")]
    }
    let lines = plain(contest.text(.russian)).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "Призы"))
    // The title of the section is not said again over its table.
    #expect(lines[start + 2].hasPrefix("Номинация"))
    #expect(lines[start + 4] == "Все номинации      1  Диплом I степени           2")
    #expect(lines[start + 5] == "«Ворота»           —  Приз жюри                  1")
    #expect(contest.html(.russian).contains("<caption class=\"unseen\">Призы</caption>"))

    let single = try figures {
      $0.prizes = [Prize(rank: 1, title: "Диплом")]
      $0.nominations = []
    }
    #expect(!single.text(.russian).contains("Все номинации"))
    #expect(!(try figures { _ in }).text(.russian).contains("Призы"))
  }

  @Test func `a unit that is an abbreviation ends its sentence`() throws {
    var report = try Fixture.year()
    for index in report.contests.indices {
      report.contests[index].contest.achievements = [
        Achievement(title: "фигуры", value: ExactDecimal(5), unit: "шт.")
      ]
    }
    #expect(plain(report.text(.russian)).contains("фигуры — 5 шт."))
    #expect(!report.text(.russian).contains(".."))
  }
}
