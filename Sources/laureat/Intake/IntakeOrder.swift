import Exchange

/// Several files are taken in an order in which each finds what it refers to.
enum IntakeOrder {
  static func sorted(_ files: [String], tables: TableReading) -> [String] {
    guard files.count > 1 else { return files }
    return files.enumerated()
      .map { (order: order(of: $0.element, tables), position: $0.offset, file: $0.element) }
      .sorted { ($0.order, $0.position) < ($1.order, $1.position) }
      .map(\.file)
  }

  /// Files that cannot be recognised come last; a pipe cannot be read twice, so it is not looked into.
  private static func order(of file: String, _ tables: TableReading) -> Int {
    guard TableSource.isFile(file) else { return .max }
    // Only applications come as packages.
    if (try? DocumentPackage(path: file)) != nil { return DocumentKind.applications.order }
    if TableSource.isTable(file, isExpected: tables.contest != nil) { return DocumentKind.applications.order }
    guard var stream = try? DocumentStream(path: file),
      (try? stream.next()) != nil
    else { return .max }
    return stream.kind?.order ?? .max
  }
}
