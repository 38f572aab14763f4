import Foundation
import Testing

/// What a sender adds beyond the format goes on with the record, from store to store, though nobody here knows it.
struct ExtensionTests {
  private static let foreign = """
    <extensions><g:address xmlns:g="urn:gis:1" g:house="5 &amp; 7"><g:street>ул. «Мира»</g:street><!-- -->\
    <g:empty/></g:address><o:note xmlns:o="urn:other">a &lt; b</o:note></extensions>
    """

  /// The extensions of the first record, without the white space and comments that nobody promises to keep.
  private func extensions(in document: Data) throws -> String {
    let text = String(decoding: document, as: UTF8.self)
    let record = try #require(text.firstMatch(of: /<application .*?<\/application>/.dotMatchesNewlines())).output
    let part = try #require(record.firstMatch(of: /<extensions.*<\/extensions>/.dotMatchesNewlines())).output
    return String(part).replacing(/>\s+</, with: "><")
  }

  @Test func `unknown extensions survive two stores`() throws {
    let city = try Office("city", title: "Администрация города")
    let region = try Office("commission", title: "Областная комиссия")
    for office in [city, region] { _ = try office.take(Documents.announcement()) }
    let document = Documents.applications(Documents.application("a", more: Self.foreign), sender: Documents.city)
    #expect(try city.take(document).verdict["accepted"] == 1)
    let sent = try city.send("applications", "--contest", "fair")
    #expect(try region.take(sent).verdict["accepted"] == 1)
    let onward = try region.send("applications", "--contest", "fair")
    #expect(try extensions(in: onward) == extensions(in: sent))
    for part in ["xmlns:g=\"urn:gis:1\"", "g:house=\"5 &amp; 7\"", "<g:street>ул. «Мира»</g:street>", "a &lt; b"] {
      #expect(try extensions(in: onward).contains(part))
    }
    // Coming back it is what it was.
    #expect(try city.take(onward).verdict["status"] != "rejected")
  }
}
