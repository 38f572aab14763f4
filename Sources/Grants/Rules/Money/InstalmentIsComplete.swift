public import Primitives

/// An instalment is planned or received; what was received has both its day and its amount.
public struct InstalmentIsComplete: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    project.instalments.findings { position, instalment in
      switch (instalment.receivedOn, instalment.received) {
      case (_?, nil): .half(instalment.id, field: "instalment[\(position)]/received")
      case (nil, _?): .half(instalment.id, field: "instalment[\(position)]/receivedOn")
      case (nil, nil) where instalment.planned == nil: .empty(instalment.id, field: "instalment[\(position)]")
      case (nil, nil), (_?, _?): nil
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func half(_ id: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.instalmentIncomplete, .error,
      LocalizedText(
        ru: "у полученного транша «\(id)» должны быть указаны и дата, и сумма поступления",
        en: "instalment “\(id)” needs both the day and the amount received"),
      advice: LocalizedText(
        ru: "дополните запись по платёжному документу", en: "complete it from the payment document"),
      field: field)
  }

  fileprivate static func empty(_ id: Identifier, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.instalmentEmpty, .error,
      LocalizedText(
        ru: "у транша «\(id)» нет ни плановой, ни полученной суммы",
        en: "instalment “\(id)” has neither a planned nor a received amount"),
      advice: LocalizedText(
        ru: "укажите сумму или удалите транш", en: "state an amount, or remove the instalment"),
      field: field)
  }
}
