import Foundation
import Testing

@testable import Exchange

@Suite struct MessageIDTests {
  @Test func `a content's identifier is the version 5 UUID that other programs compute`() throws {
    // Python: n = uuid.uuid5(uuid.NAMESPACE_URL, "urn:laureat:exchange:1")
    // d = hashlib.sha256(b"laureat").digest(); uuid.UUID(bytes=sha1(n.bytes + d)[:16], version=5)
    let file = try TemporaryFile("laureat".utf8)
    let digest = try #require(Digest(ofFile: file.path))
    #expect(digest.description == "70230aac5272b2eb0752797177a09c38e45a4c17b6a0ff91ee50162c6a5a8613")
    #expect(MessageID.named(by: digest).description == "365621df-e359-5a45-890c-a82eb69fbaae")
  }

  @Test(arguments: [
    "", "6ad45529", "6AD45529-2FE5-5F5A-AEFF-CA5B0CECAF09", "6ad45529-2fe5-5f5a-aeff-ca5b0cecaf0",
    "6ad45529-2fe5-5f5a-aeff-ca5b0cecaf090", "6ad455292fe55f5aaeffca5b0cecaf09", "6ad45529-2fe5-5f5a-aeff-ca5b0cecaf0g",
    "6ad45529 2fe5 5f5a aeff ca5b0cecaf09", "{6ad45529-2fe5-5f5a-aeff-ca5b0cecaf0}",
    "６ad45529-2fe5-5f5a-aeff-ca5b0cecaf0",
  ])
  func `only a lower-case UUID is a message identifier`(_ text: String) {
    #expect(MessageID(text) == nil)
  }

  @Test func `a message identifier is written as it was read`() throws {
    let text = "6ad45529-2fe5-5f5a-aeff-ca5b0cecaf09"
    #expect(try #require(MessageID(text)).description == text)
  }

  @Test func `the digest of a file is that of its bytes`() throws {
    // More than one chunk.
    let bytes = (0..<(3 << 20) + 7).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try TemporaryFile(bytes)
    let digest = "62c3f0340ad6b4c83ef6047fbb7630d19143ea78d05f8c1a1cdbc02385db6139"
    #expect(Digest(ofFile: file.path)?.description == digest)
    #expect(Digest(ofFile: file.path + ".missing") == nil)
  }
}
