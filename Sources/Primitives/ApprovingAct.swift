/// An order, ordinance or programme that approves something.
public struct ApprovingAct: Codable, Hashable, Sendable {
  public var title: String
  public var number: String?
  public var date: Day

  public init(title: String, number: String? = nil, date: Day) {
    self.title = title
    self.number = number
    self.date = date
  }
}
