import Primitives
import Reports
import Storage

// What a receipt says of a record, as it is shown.

extension Answer {
  var json: JSON {
    [
      "number": .integer(number), "id": JSON(record), "status": .string(status.rawValue),
      "registration": JSON(registration),
      "diagnostics": .array(
        reasons.map {
          [
            "code": .string($0.code), "severity": .string($0.severity),
            "message": .string(Speech.language == .russian ? $0.ru : $0.en),
          ]
        }),
    ]
  }
}
