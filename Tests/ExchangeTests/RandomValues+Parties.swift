import Primitives

/// Parties.
extension RandomValues {
  mutating func inn() -> INN {
    let digits = list(9...9) { $0.number(1...9) }
    let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
    let check = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
    return fixed(try? INN((digits + [check]).map(String.init).joined()))
  }

  mutating func ogrn() -> OGRN {
    let number = number(100_000_000_000...999_999_999_999)
    return fixed(try? OGRN("\(number)\(number % 11 % 10)"))
  }

  mutating func territory() -> Territory {
    Territory(
      oktmo: maybe { values in values.fixed(try? OKTMO(values.any(["32701000", "32701000001"]))) },
      title: maybe { $0.text() })
  }

  mutating func contact() -> Contact {
    Contact(phone: maybe { $0.short() }, email: maybe { $0.short() }, address: maybe { $0.text() })
  }

  mutating func organisation() -> Organisation {
    Organisation(
      id: id(), title: text(), inn: maybe { $0.inn() }, kpp: maybe { $0.fixed(try? KPP("4205AB001")) },
      ogrn: maybe { $0.ogrn() }, territory: maybe { $0.territory() }, contact: maybe { $0.contact() })
  }

  mutating func person() -> Person {
    Person(
      name: text(), birthDay: maybe { $0.day() }, ageGroup: maybe { $0.short() }, institution: maybe { $0.text() },
      schoolClass: maybe { $0.short() }, leader: maybe { $0.text() }, contact: maybe { $0.contact() },
      representative: maybe { $0.text() })
  }

  mutating func party() -> Party {
    switch number(0...2) {
    case 0: .organisation(organisation())
    case 1: .person(person())
    default: .group(title: text(), contact: maybe { $0.contact() })
    }
  }

  mutating func extensions() -> String {
    """
    <x:note xmlns:x="urn:example:notes" level="\(number(1...9))" title="a &amp; &quot;b&quot;">Дополнение \
    &lt;\(number(1...99))&gt;, <x:b>важное</x:b></x:note><y xmlns="urn:example:other"/>
    """
  }

  mutating func achievement() -> Achievement {
    Achievement(title: text(), value: decimal(), unit: maybe { $0.short() })
  }

  mutating func period() -> Period { Period(start: maybe { $0.day() }, end: maybe { $0.day() }) }

  mutating func approvingAct() -> ApprovingAct {
    ApprovingAct(title: text(), number: maybe { $0.short() }, date: day())
  }

  mutating func history<Status: Lifecycle>(mayBeEmpty: Bool = true) -> StatusHistory<Status> {
    var history = StatusHistory<Status>()
    if mayBeEmpty, chance() { return history }
    var date = day()
    var next: [Status] = Array(Status.allCases)
    for _ in 0..<number(1...5) where !next.isEmpty {
      // A set has no order to rely on.
      let status = any(next.sorted { $0.rawValue < $1.rawValue })
      let change = StatusChange(status, on: date, reason: status.needsReason ? text() : maybe { $0.text() })
      history = fixed(try? StatusHistory(history.changes + [change]))
      next = Array(status.successors)
      date = fixed(Day(daysSince1970: date.daysSince1970 + number(0...40)))
    }
    return history
  }
}
