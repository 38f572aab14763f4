package import Primitives

/// Who we are and whom we know.
package struct OrganisationStore {
  let session: Session

  private static let columns = "identifier, title, inn, kpp, ogrn, oktmo, territory, phone, email, address"
  private static let upsert = Upsert("organisation", key: "identifier", columns: columns + ", sort_key")

  /// Puts in an organisation, or brings the one of the same identifier to this state.
  package func add(_ organisation: Organisation) throws {
    var values: [Value] = [
      .coded(organisation.id), .text(organisation.title), .coded(organisation.inn), .coded(organisation.kpp),
      .coded(organisation.ogrn),
    ]
    Territory.append(organisation.territory, to: &values)
    Contact.append(organisation.contact, to: &values)
    values.append(.text(FoldedText(organisation.title).text))
    try session.connection.run(Self.upsert.sql, values)
  }

  package func find(_ id: Identifier) throws -> Organisation? {
    try session.connection.first(
      "SELECT \(Self.columns) FROM organisation WHERE identifier = ?", [.coded(id)], Self.read)
  }

  /// All organisations in Russian order, we among them.
  package func list() throws -> [Organisation] {
    try session.connection.all(
      "SELECT \(Self.columns) FROM organisation ORDER BY sort_key, identifier", [], Self.read)
  }

  /// Ourselves; nil until it was said who we are.
  package func ourselves() throws -> Organisation? {
    guard let id = try session.setting("self").flatMap({ Identifier($0) }) else { return nil }
    return try find(id)
  }

  package func setOurselves(_ organisation: Organisation) throws {
    try add(organisation)
    try session.set("self", to: organisation.id.description)
  }

  /// True when messages of unknown senders are refused instead of warned about.
  package func takesKnownSendersOnly() throws -> Bool {
    try session.setting("knownSendersOnly") == "true"
  }

  package func setTakesKnownSendersOnly(_ isSet: Bool) throws {
    try session.set("knownSendersOnly", to: isSet ? "true" : "false")
  }

  private static func read(_ fields: inout Fields) throws -> Organisation {
    Organisation(
      id: try fields.value(), title: try fields.text(), inn: try fields.valueIfAny(), kpp: try fields.valueIfAny(),
      ogrn: try fields.valueIfAny(), territory: try Territory.read(&fields), contact: Contact.read(&fields))
  }
}

extension Session {
  /// What the store was told once.
  func setting(_ name: String) throws -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(name)]) { try $0.text() }
  }

  func set(_ name: String, to value: String) throws {
    try connection.run(
      "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name), .text(value)])
  }
}
