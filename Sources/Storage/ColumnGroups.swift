import Primitives

// Small values that take a few columns each, in the order of `columns`. Their absence is a row of nulls; a value that
// is there but says nothing is told from it by an empty text, which no document can state.

extension Territory {
  /// oktmo, title
  static func values(_ territory: Territory?) -> [Value] {
    guard let territory else { return [.null, .null] }
    if territory.oktmo == nil && territory.title == nil { return [.null, .text("")] }
    return [.coded(territory.oktmo), .text(territory.title)]
  }

  static func read(_ fields: inout Fields) throws -> Territory? {
    let territory = Territory(oktmo: try fields.valueIfAny(), title: fields.textIfAny())
    if territory.oktmo == nil && territory.title == nil { return nil }
    return territory.oktmo == nil && territory.title?.isEmpty == true ? Territory() : territory
  }
}

extension Contact {
  /// phone, email, address
  static func values(_ contact: Contact?) -> [Value] {
    guard let contact else { return [.null, .null, .null] }
    if contact == Contact() { return [.text(""), .null, .null] }
    return [.text(contact.phone), .text(contact.email), .text(contact.address)]
  }

  static func read(_ fields: inout Fields) -> Contact? {
    let contact = Contact(phone: fields.textIfAny(), email: fields.textIfAny(), address: fields.textIfAny())
    if contact == Contact() { return nil }
    return contact == Contact(phone: "") ? Contact() : contact
  }
}

extension Period {
  /// first day, last day
  static func values(_ period: Period?) -> [Value] { [.day(period?.start), .day(period?.end)] }

  /// A period open at both ends says nothing and reads as none.
  static func read(_ fields: inout Fields) throws -> Period? {
    let period = Period(start: try fields.dayIfAny(), end: try fields.dayIfAny())
    return period.start == nil && period.end == nil ? nil : period
  }
}
