internal import Grants
internal import Primitives

/// Money received and spent since the start, net of refunds, by the days of the period on which something moved.
struct MoneyByDay {
  struct Point {
    let day: Day
    /// What was reached by its evening.
    let received: Amount
    let spent: Amount
  }

  let points: [Point]

  /// Of projects in one currency together.
  init(_ projects: [ReportedProject]) {
    var moved: [Day: Balance] = [:]
    for project in projects.map(\.project) {
      for instalment in project.instalments {
        if let day = instalment.receivedOn, let received = instalment.received {
          moved[day, default: Balance()].received += received
        }
      }
      for expense in project.expenses where expense.source == .grant {
        moved[expense.date, default: Balance()].spent += expense.amount
      }
      for refund in project.refunds {
        switch refund.direction {
        case .toFunder: moved[refund.date, default: Balance()].received += -refund.amount
        case .fromPayee: moved[refund.date, default: Balance()].spent += -refund.amount
        }
      }
    }
    var reached = Balance()
    for reported in projects {
      let (all, own) = (reported.cumulative, reported.inPeriod)
      reached.received += (all.received - all.refunded) - (own.received - own.refunded)
      reached.spent += all.spent - own.spent
    }
    points = moved.sorted { $0.key < $1.key }.map { day, moved in
      reached.received += moved.received
      reached.spent += moved.spent
      return Point(day: day, received: reached.received, spent: reached.spent)
    }
  }

  /// Nil where nothing moved.
  func chart(_ title: String, awarded: Amount?, _ language: Language) -> Chart? {
    let isRussian = language == .russian
    if points.isEmpty { return nil }
    return Chart(
      title, .steps, heading: isRussian ? "По состоянию на" : "As of", categories: points.map { .day($0.day) },
      series: [
        .init(
          isRussian ? "Поступило за\(Format.space)вычетом возвратов" : "Received net of returns",
          points.map { .amount($0.received) }),
        .init(isRussian ? "Освоено" : "Spent", points.map { .amount($0.spent) }),
      ], level: awarded.map { .init(isRussian ? "Сумма гранта" : "Awarded", .amount($0)) }, told: told
    ).ifItShowsSomething
  }

  /// Each day; where these are many, the last of them in each month, or year.
  private var told: [Int] {
    func last(in part: (Day) -> [Int]) -> [Int] {
      points.indices.filter { $0 + 1 == points.count || part(points[$0 + 1].day) != part(points[$0].day) }
    }
    if points.count <= Self.mostTold { return Array(points.indices) }
    let months = last { [$0.year, $0.month] }
    return months.count <= 3 * Self.mostTold ? months : last { [$0.year] }
  }

  private static let mostTold = 12
}
