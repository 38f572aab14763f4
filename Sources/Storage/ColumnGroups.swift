import Primitives

// Small values that take a few columns each, in the order of `columns`. Their absence is a row of nulls; a value that
// is there but says nothing is told from it by an empty text, which no document can state.

extension Territory {
  /// oktmo, title
  static func append(_ territory: Territory?, to values: inout [Value]) {
    let isEmpty = territory.map { $0.oktmo == nil && $0.title == nil } ?? false
    values.append(.coded(territory?.oktmo))
    values.append(isEmpty ? .text("") : .text(territory?.title))
  }

  static func read(_ fields: inout Fields) throws -> Territory? {
    let territory = Territory(oktmo: try fields.valueIfAny(), title: fields.textIfAny())
    if territory.oktmo == nil && territory.title == nil { return nil }
    return territory.oktmo == nil && territory.title?.isEmpty == true ? Territory() : territory
  }
}

extension Contact {
  /// phone, email, address
  static func append(_ contact: Contact?, to values: inout [Value]) {
    values.append(contact == Contact() ? .text("") : .text(contact?.phone))
    values.append(.text(contact?.email))
    values.append(.text(contact?.address))
  }

  static func read(_ fields: inout Fields) -> Contact? {
    let contact = Contact(phone: fields.textIfAny(), email: fields.textIfAny(), address: fields.textIfAny())
    if contact == Contact() { return nil }
    return contact == Contact(phone: "") ? Contact() : contact
  }
}

extension Period {
  /// first day, last day
  static func append(_ period: Period?, to values: inout [Value]) {
    values.append(.day(period?.start))
    values.append(.day(period?.end))
  }

  /// A period open at both ends says nothing and reads as none.
  static func read(_ fields: inout Fields) throws -> Period? {
    let period = Period(start: try fields.dayIfAny(), end: try fields.dayIfAny())
    return period.start == nil && period.end == nil ? nil : period
  }
}
