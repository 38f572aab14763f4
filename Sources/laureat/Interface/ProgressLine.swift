import Foundation
import Primitives

/// Tells on a terminal how far a long work has come, on one line that is written over. Elsewhere it says nothing.
struct ProgressLine {
  private let total: Int?
  private let began = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// Short work is over before anybody would read of it.
  private static let firstPause = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)
  /// Looking at the clock for every record would show in the profile.
  private static let stride = 256

  /// - Parameter path: The file that is worked on; of a pipe nobody knows how long it is.
  init(path: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let isFile = attributes?[.type] as? FileAttributeType == .typeRegular
    total = isFile ? (attributes?[.size] as? NSNumber)?.intValue : nil
    next = began + Self.firstPause
  }

  mutating func show(records: Int, bytes: Int) {
    guard Terminal.isErrorATerminal, records.isMultiple(of: Self.stride) else { return }
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + Self.pause
    isShown = true
    Terminal.sayOver(Self.text(records: records, bytes: bytes, total: total, after: now - began))
  }

  /// Leaves the terminal as it was.
  mutating func clear() {
    if isShown { Terminal.sayOver("") }
    isShown = false
  }

  /// `12 800 записей · 45 МБ/с · осталось 3 с`
  static func text(records: Int, bytes: Int, total: Int?, after duration: Duration) -> String {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let speed = seconds > 0 ? Double(bytes) / seconds : 0
    let megabytes = Int((speed / 1_000_000).rounded())
    var parts = [
      local(ru: "записей: \(records)", en: "records: \(records)"),
      local(ru: "\(megabytes) МБ/с", en: "\(megabytes) MB/s"),
    ]
    if let total, speed > 0, bytes <= total {
      let left = Int((Double(total - bytes) / speed).rounded(.up))
      parts.append(local(ru: "осталось \(left) с", en: "\(left) s left"))
    }
    return parts.joined(separator: " · ")
  }
}
