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

  @Test func `what a sheet and a recusal of our own jury came with goes out with the results`() throws {
    let contest = try JudgedContest(entries: ["a": "wood", "b": "wood"])
    let laureat = contest.office.laureat
    let date = "<date>2020-04-01</date>"
    func points(_ idea: Int) -> String {
      "<points criterion=\"idea\">\(idea)</points><points criterion=\"work\">5</points>"
    }
    func document(_ message: Int, idea: Int, _ more: String) -> String {
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: message, count: 4, sender: Documents.city,
        """
        <scoreSheet id="s1" juror="j1" entry="a">\(date)\(points(idea))\(more)</scoreSheet>
        <scoreSheet id="s2" juror="j2" entry="a">\(date)\(points(7))</scoreSheet>
        <scoreSheet id="s3" juror="j1" entry="b">\(date)\(points(4))</scoreSheet>
        <recusal id="r1" juror="j2" entry="b">\(date)<reason>родня</reason>\(more)</recusal>
        """)
    }
    #expect(try contest.office.take(document(30, idea: 8, Self.foreign)).status == 0)
    // The same once more changes nothing; without the additions it is another sheet.
    #expect(try contest.office.take(document(31, idea: 8, Self.foreign)).verdict["unchanged"] == 4)
    #expect(try contest.office.take(document(32, idea: 8, "")).verdict["unchanged"] == 2)
    let last = try #require(try contest.office.json("history").list.last { $0["kind"] == "import" }?["id"].int)
    try laureat.must("undo", String(last))
    #expect(try contest.record().status == 0)
    let results = String(decoding: try contest.office.send("results", "--contest", "fair"), as: UTF8.self)
    #expect(results.ranges(of: "<g:street>ул. «Мира»</g:street>").count == 2)
    try laureat.write(results, to: "results.xml")
    #expect(try laureat("verify", "results.xml").status == 0)
  }
}
