package import Grants
internal import Primitives

// The records of a ledger as data.

extension Instalment {
  package var json: JSON {
    [
      "id": JSON(id), "plannedOn": JSON(plannedOn), "planned": JSON(planned), "receivedOn": JSON(receivedOn),
      "received": JSON(received), "document": JSON(document?.number),
      "shares": .array(shares.map { ["line": JSON($0.line), "amount": JSON($0.amount)] }),
    ]
  }
}

extension Expense {
  package var json: JSON {
    [
      "id": JSON(id), "date": JSON(date), "amount": JSON(amount), "line": JSON(line),
      "source": .string(source.rawValue), "payee": JSON(payee), "document": JSON(document?.number),
      "documentKind": JSON(document?.kind), "documentDate": JSON(document?.date), "sha256": JSON(fileDigest),
      "note": JSON(note),
    ]
  }
}

extension Refund {
  package var json: JSON {
    [
      "id": JSON(id), "direction": .string(direction.rawValue), "date": JSON(date), "amount": JSON(amount),
      "line": JSON(line), "document": JSON(document?.number), "reason": JSON(reason),
    ]
  }
}

extension LineMove {
  package var json: JSON {
    [
      "id": JSON(id), "from": JSON(from), "to": JSON(to), "date": JSON(date), "amount": JSON(amount),
      "reason": .string(reason),
    ]
  }
}

extension Indicator {
  package var json: JSON {
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
  package var json: JSON {
    [
      "id": JSON(id), "title": .string(title), "plannedOn": JSON(plannedOn), "actualOn": JSON(actualOn),
      "status": .string(status.rawValue), "evidence": JSON(evidence),
    ]
  }
}

extension ProjectText {
  package var json: JSON {
    [
      "id": JSON(id), "start": JSON(period.start), "end": JSON(period.end), "section": .string(section.rawValue),
      "title": JSON(title), "text": .string(text),
    ]
  }
}

extension Narrative {
  var json: JSON {
    [
      "section": .string(section.rawValue), "title": JSON(title), "start": JSON(period?.start),
      "end": JSON(period?.end), "text": .string(text),
    ]
  }
}
