import Grants
import Primitives
import Reports

extension LedgerPart {
  /// The records as a list.
  func json(of project: Project) -> JSON {
    switch self {
    case .budget: .array(project.budget.map { $0.json(spent: project.spent(onLine: $0.id)) })
    case .instalments: .array(project.instalments.map(\.json))
    case .expenses: .array(project.expenses.map(\.json))
    case .refunds: .array(project.refunds.map(\.json))
    case .moves: .array(project.moves.map(\.json))
    case .indicators: .array(project.indicators.map(\.json))
    case .checkpoints: .array(project.checkpoints.map(\.json))
    }
  }
}

extension BudgetLine {
  fileprivate func json(spent: Amount) -> JSON {
    [
      "id": JSON(id), "title": .string(title), "quantity": JSON(quantity), "unit": JSON(unit), "price": JSON(price),
      "planned": JSON(planned), "requested": JSON(requested), "own": JSON(own), "attracted": JSON(attracted),
      "spent": JSON(spent), "left": JSON(planned - spent),
    ]
  }
}

extension Instalment {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "plannedOn": JSON(plannedOn), "planned": JSON(planned), "receivedOn": JSON(receivedOn),
      "received": JSON(received), "document": JSON(document?.number),
    ]
  }
}

extension Expense {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "date": JSON(date), "amount": JSON(amount), "line": JSON(line),
      "source": .string(source.rawValue), "payee": JSON(payee), "document": JSON(document?.number),
      "documentKind": JSON(document?.kind), "documentDate": JSON(document?.date), "sha256": JSON(fileDigest),
      "note": JSON(note),
    ]
  }
}

extension Refund {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "direction": .string(direction.rawValue), "date": JSON(date), "amount": JSON(amount),
      "line": JSON(line), "document": JSON(document?.number), "reason": JSON(reason),
    ]
  }
}

extension LineMove {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "from": JSON(from), "to": JSON(to), "date": JSON(date), "amount": JSON(amount),
      "reason": .string(reason),
    ]
  }
}

extension Indicator {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "title": .string(title), "unit": JSON(unit), "unitCode": JSON(unitCode),
      "planned": JSON(planned), "actual": actual.map { JSON($0) } ?? .null, "deviationReason": JSON(deviationReason),
      "stages": .array(
        stages.map { stage in
          [
            "start": JSON(stage.period.start), "end": JSON(stage.period.end),
            "planned": stage.planned.map { JSON($0) } ?? .null, "actual": stage.actual.map { JSON($0) } ?? .null,
            "deviationReason": JSON(stage.deviationReason),
          ]
        }),
    ]
  }
}

extension Checkpoint {
  fileprivate var json: JSON {
    [
      "id": JSON(id), "title": .string(title), "plannedOn": JSON(plannedOn), "actualOn": JSON(actualOn),
      "status": .string(status.rawValue), "evidence": JSON(evidence),
    ]
  }
}
