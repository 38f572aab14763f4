import Exchange
import Foundation

/// Several files are taken in an order in which each finds what it refers to.
enum IntakeOrder {
  static func sorted(_ files: [String]) -> [String] {
    guard files.count > 1 else { return files }
    return files.enumerated()
      .map { (order: order(of: $0.element), position: $0.offset, file: $0.element) }
      .sorted { ($0.order, $0.position) < ($1.order, $1.position) }
      .map(\.file)
  }

  /// Files that cannot be recognised come last; a pipe cannot be read twice, so it is not looked into.
  private static func order(of file: String) -> Int {
    let type = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
    guard type == .typeRegular || type == .typeSymbolicLink,
      var stream = try? DocumentPackage(path: file)?.stream() ?? DocumentStream(path: file),
      (try? stream.next()) != nil
    else { return .max }
    return stream.kind?.order ?? .max
  }
}
