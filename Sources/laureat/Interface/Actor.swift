import Foundation

/// Who works with the program, as the history names them.
enum Actor {
  /// `LAUREAT_ACTOR` where it is set, for an account that several share; otherwise the account.
  static var name: String? {
    let variable = ProcessInfo.processInfo.environment["LAUREAT_ACTOR"] ?? ""
    let name = variable.isEmpty ? ProcessInfo.processInfo.userName : variable
    let line = name.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return line.isEmpty ? nil : String(String.UnicodeScalarView(line.prefix(100)))
  }
}
