import ArgumentParser
import Grants
import Primitives
import Storage

/// A part of a project's ledger that is to be shown.
struct LedgerPartOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @OptionGroup var common: CommonOptions

  func print(_ part: LedgerPart) throws {
    try part.print(of: common.openStore().read { try $0.project(project) }, common)
  }
}

extension Identifier {
  /// The identifier itself, or the first after it that is free: `e12` is followed by `e13`.
  func numbered(notIn taken: Set<Identifier>) throws -> Identifier {
    guard taken.contains(self) else { return self }
    let prefix = description.prefix { !$0.isNumber }
    var number = Int(description.dropFirst(prefix.count)) ?? 0
    while true {
      number += 1
      guard let next = Identifier("\(prefix)\(number)") else { throw StoreError(.conflict, cause: "\(prefix)") }
      if !taken.contains(next) { return next }
    }
  }
}
