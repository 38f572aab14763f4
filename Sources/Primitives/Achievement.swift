/// What a contest left behind: 81 snow towns, 325 flower beds.
public struct Achievement: Codable, Hashable, Sendable {
  public var title: String
  public var value: ExactDecimal
  /// «шт.», «м²»; nil where the title says it.
  public var unit: String?

  public init(title: String, value: ExactDecimal, unit: String? = nil) {
    self.title = title
    self.value = value
    self.unit = unit
  }
}
