import LibXML

/// A small exchange format: a header and applications.
enum Sample {
  static let namespace = "urn:sample"

  static let vocabulary = Vocabulary([
    "applications", "header", "application", "inn", "title", "amount", "status", "member", "name", "extensions", "id",
    "note", "empty",
  ])

  static func name(_ spelling: String) -> Name {
    for index in UInt16(0)..<13 where vocabulary[Name(index: index)] == spelling { return Name(index: index) }
    return .unknown
  }

  static let schema: String = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:sample" targetNamespace="urn:sample"
        elementFormDefault="qualified">
      <xs:include schemaLocation="common.xsd"/>
      <xs:element name="header" type="xs:string"/>
      <xs:element name="application">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="inn" type="inn" minOccurs="0"/>
            <xs:element name="title" type="xs:string" minOccurs="0"/>
            <xs:element name="amount" type="xs:int" minOccurs="0"/>
            <xs:element name="status" type="status" minOccurs="0"/>
            <xs:element name="member" minOccurs="0" maxOccurs="unbounded">
              <xs:complexType>
                <xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence>
              </xs:complexType>
            </xs:element>
            <xs:element name="empty" minOccurs="0"><xs:complexType/></xs:element>
            <xs:element name="extensions" minOccurs="0">
              <xs:complexType>
                <xs:sequence>
                  <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
          <xs:attribute name="id" type="xs:int"/>
          <xs:attribute name="note" type="xs:string"/>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  static let common: String = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:sample" targetNamespace="urn:sample">
      <xs:simpleType name="inn">
        <xs:restriction base="xs:string"><xs:maxLength value="12"/><xs:pattern value="[0-9]{12}"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="status">
        <xs:restriction base="xs:string">
          <xs:enumeration value="new"/><xs:enumeration value="won, paid"/>
        </xs:restriction>
      </xs:simpleType>
    </xs:schema>
    """

  static let format = DocumentFormat(
    root: "applications",
    schema: { () throws(SchemaFailure) in
      try CompiledSchema(main: "sample.xsd", documents: ["sample.xsd": schema, "common.xsd": common])
    },
    attributes: [EnvelopeAttribute(name: "formatVersion", isRequired: false) { $0.hasPrefix("1.") }],
    children: [
      EnvelopeChild(name: "header", minimum: 0, maximum: 1), EnvelopeChild(name: "application"),
    ])

  static func reader(limits: XMLLimits = XMLLimits(), format: DocumentFormat = format) -> RecordReader {
    RecordReader(formats: [format], namespace: namespace, vocabulary: vocabulary, limits: limits)
  }

  /// A document around these records.
  static func document(_ records: String) -> String {
    "<applications xmlns=\"urn:sample\">\(records)</applications>"
  }
}

/// What reading a document gave.
struct Reading {
  var records: [Record] = []
  var failure: XMLProblem?
  var root: RecordReader.Root?
  /// Bytes taken before the failure.
  var bytesFed = 0

  init(
    _ bytes: [UInt8], chunk: Int = 64 << 10, limits: XMLLimits = XMLLimits(), format: DocumentFormat = Sample.format
  ) {
    var reader = Sample.reader(limits: limits, format: format)
    do throws(XMLProblem) {
      var place = 0
      while place < bytes.count {
        let end = min(place + chunk, bytes.count)
        let piece = Array(bytes[place..<end])
        bytesFed = end
        try reader.feed(piece.span.bytes)
        records += Array(reader.takeBatch().records)
        place = end
      }
      try reader.finish()
    } catch {
      failure = error
    }
    records += Array(reader.takeBatch().records)
    root = reader.root
  }

  init(
    _ text: String, chunk: Int = 64 << 10, limits: XMLLimits = XMLLimits(), format: DocumentFormat = Sample.format
  ) {
    self.init(Array(text.utf8), chunk: chunk, limits: limits, format: format)
  }

  /// The records written out, to compare readings.
  var summary: [String] { records.map { "\($0.path) \($0.position) \($0.element.summary) \($0.problems)" } }
}

extension Element {
  var summary: String {
    let attributes = ["id", "note"].compactMap { name in attribute(Sample.name(name)).map { " \(name)=\($0)" } }
    let place = "\(position.line):\(position.column)"
    return "\(Sample.vocabulary[name])@\(place)\(attributes.joined())(\(text)\(children.map(\.summary).joined()))"
  }
}
