import Primitives
import SeededGenerator
import Testing

struct InstantTests {
  @Test(arguments: [
    "1970-01-01T00:00:00Z", "2020-03-01T18:00:00+07:00", "2020-03-01T18:00:00.500-09:30",
    "2020-12-31T23:59:59.999+14:00",
    "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00",
  ]) func `an instant comes back as it was written`(text: String) {
    #expect(Instant(text)?.description == text)
  }

  @Test(arguments: [
    ("2020-03-01T18:00:00.5+07:00", "2020-03-01T18:00:00.500+07:00"),
    ("2020-03-01T18:00:00+00:00", "2020-03-01T18:00:00Z"),
    ("2020-03-01T18:00:00-00:00", "2020-03-01T18:00:00Z"), ("2020-03-01T18:00:00.000Z", "2020-03-01T18:00:00Z"),
  ]) func `one moment with one offset is written in one way`(text: String, canonical: String) {
    #expect(Instant(text)?.description == canonical)
  }

  @Test func `milliseconds count from 1970 in Greenwich`() {
    #expect(Instant("1970-01-01T07:00:00.001+07:00")?.milliseconds == 1)
    #expect(Instant("2020-03-01T18:00:00+07:00")?.milliseconds == 1_583_060_400_000)
    #expect(Instant("2020-03-01T18:00:00+07:00")?.offset == 420)
  }

  @Test(arguments: [
    ("2020-12-20T23:59:59+07:00", "2020-12-20"), ("2020-12-20T00:00:00+07:00", "2020-12-20"),
    ("2020-12-20T23:59:59-05:00", "2020-12-20"), ("2020-12-20T17:00:00Z", "2020-12-20"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31"),
  ]) func `its day is that of the place it was written in`(text: String, day: String) {
    #expect(Instant(text)?.day.description == day)
  }

  @Test func `order is by the moment, then by the offset`() throws {
    let earlier = try #require(Instant("2020-03-01T18:00:00+07:00"))
    let later = try #require(Instant("2020-03-01T12:00:00Z"))
    let same = try #require(Instant("2020-03-01T11:00:00Z"))
    #expect(earlier < later)
    #expect(earlier != same)
    #expect(same < earlier)
  }

  @Test(arguments: [
    "", "2020-03-01", "2020-03-01T18:00:00", "2020-03-01T18:00Z", "2020-03-01 18:00:00Z", "2020-03-01T18:00:00z",
    "2020-03-01t18:00:00Z", "2020-03-01T24:00:00Z", "2020-03-01T18:60:00Z", "2020-03-01T18:00:60Z",
    "2020-02-30T18:00:00Z", "2020-03-01T18:00:00+7:00", "2020-03-01T18:00:00+0700", "2020-03-01T18:00:00+07",
    "2020-03-01T18:00:00+07:60", "2020-03-01T18:00:00+14:01", "2020-03-01T18:00:00+99:00", "2020-03-01T18:00:00.Z",
    "2020-03-01T18:00:00.1234Z", "2020-03-01T18:00:00,5Z", "2020-03-01T18:00:00ZZ", "2020-03-01T1a:00:00Z",
    "2020-03-01T18:00:00\u{2212}07:00",
  ]) func `nothing else is an instant`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [Int64.min, Int64.max, -62_135_596_800_001, 253_402_300_800_000])
  func `there is no moment outside the years 1 to 9999`(milliseconds: Int64) {
    #expect(Instant(milliseconds: milliseconds) == nil)
    #expect(Instant(milliseconds: .max, offset: 840) == nil)
    #expect(Instant(milliseconds: .min, offset: -840) == nil)
    #expect(Instant(milliseconds: 0, offset: 841) == nil)
  }

  @Test func `any instant survives writing and reading`() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let milliseconds = Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &generator)
      let offset = Int.random(in: -840...840, using: &generator)
      let instant = try #require(Instant(milliseconds: milliseconds, offset: offset))
      #expect(Instant(instant.description) == instant)
    }
  }
}
