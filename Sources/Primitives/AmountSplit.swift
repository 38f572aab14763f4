extension Amount {
  /// Splits an amount by weights, so that the parts make up exactly the whole (the method of the largest remainder: what
  /// rounding down leaves over goes, a kopeck each, to the parts that lost most, the earlier one where two lost the same).
  ///
  /// - Parameter weights: None negative, with a sum above zero.
  /// - Returns: Nil for weights that nothing can be split by, and for an amount below zero.
  public func split(by weights: [Int]) -> [Amount]? {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard minorUnits >= 0, total > 0, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    // Divided before it is multiplied: an amount of documents times a weight of 64 bits would not fit.
    let (share, rest) = minorUnits.quotientAndRemainder(dividingBy: total)
    let parts = weights.map { weight in
      let (whole, remainder) = (rest * Int128(weight)).quotientAndRemainder(dividingBy: total)
      return (units: share * Int128(weight) + whole, remainder: remainder)
    }
    let left = Int(minorUnits - parts.reduce(0) { $0 + $1.units })
    let favoured = parts.indices.sorted { (-parts[$0].remainder, $0) < (-parts[$1].remainder, $1) }.prefix(left)
    return parts.indices.map { Amount(minorUnits: parts[$0].units + (favoured.contains($0) ? 1 : 0)) }
  }
}
