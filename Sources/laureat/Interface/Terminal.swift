import Foundation
import Glibc
import LibXML

/// Data goes to standard output, messages and progress to standard error.
enum Terminal {
  /// Writes data.
  ///
  /// - Throws: ``Failure`` when it cannot be written; a reader that has gone (`| head`) ends the command quietly.
  static func print(_ text: String) throws {
    try print(bytes: Array(text.utf8))
  }

  static func print(bytes: [UInt8]) throws {
    var output = DescriptorSink.standardOutput()
    do throws(WriteFailure) {
      try bytes.span.bytes.withUnsafeBytes { (bytes) throws(WriteFailure) in try output.write(bytes) }
    } catch {
      if case .brokenPipe = error.kind { throw QuietEnd() }
      throw Failure.cannotWrite("-")
    }
  }

  /// Writes a message. A standard error that cannot be written leaves nothing to tell it with.
  static func say(_ text: String) {
    write(text + "\n")
  }

  /// Writes a message over the line on which the last one of this kind stands: back to its beginning, and what is
  /// left of it erased (ECMA-48, EL).
  static func sayOver(_ text: String) {
    write("\r\u{1B}[K" + text)
  }

  private static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  static let isErrorATerminal = isatty(2) == 1
  static let isOutputATerminal = isatty(1) == 1

  /// Columns of the terminal the data goes to; 100 where it goes elsewhere.
  static var width: Int {
    var size = winsize()
    guard isOutputATerminal, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  /// Columns a table may take; nil where the data goes to a file or another program, which get it uncut.
  static var tableWidth: Int? { isOutputATerminal ? width : nil }

  /// Whether messages may be coloured: on a terminal, unless `NO_COLOR` says otherwise (no-color.org).
  static let isColoured: Bool = {
    let environment = ProcessInfo.processInfo.environment
    if let forced = environment["CLICOLOR_FORCE"], forced != "0" { return true }
    return isErrorATerminal && (environment["NO_COLOR"] ?? "").isEmpty
  }()
}

/// Ends the command without a word: nobody reads its output any more.
struct QuietEnd: Error {}
