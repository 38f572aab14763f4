import CLibXML2

/// Owns a push parser of libxml2.
@safe struct PushParser: ~Copyable {
  private let context: xmlParserCtxtPtr

  /// Never NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE or RECOVER: each opens a door.
  /// IGNORE_ENC: the encoding gate has settled the encoding, what comes here is UTF-8.
  private static let options =
    XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue

  /// The parser copies the handlers and passes them `userData`.
  init(handlers: xmlSAXHandler, userData: UnsafeMutableRawPointer) {
    var handlers = unsafe handlers
    LibXML2.start
    guard let context = unsafe xmlCreatePushParserCtxt(&handlers, userData, nil, 0, nil) else {
      fatalError("out of memory")
    }
    unsafe xmlCtxtUseOptions(context, Int32(bitPattern: Self.options))
    unsafe self.context = unsafe context
  }

  deinit {
    if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(context)
  }

  /// Parses a piece; the handlers are called from within. Returns libxml2's error code.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int32 {
    unsafe xmlParseChunk(
      context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
  }

  /// Ends the parsing from within a handler. Frees the input: its position cannot be asked for afterwards.
  func stop() {
    unsafe xmlStopParser(context)
  }

  /// A namespace error leaves `wellFormed` at 1.
  var isWellFormed: Bool {
    unsafe context.pointee.wellFormed != 0 && context.pointee.nsWellFormed != 0
  }

  var version: String? {
    unsafe context.pointee.version.map { unsafe String(cString: $0) }
  }

  /// Bytes kept because what they begin has no end yet.
  var unparsedBytes: Int {
    unsafe context.pointee.input.map { unsafe $0.pointee.end - $0.pointee.cur } ?? 0
  }

  var distinctNames: Int {
    Int(unsafe xmlDictSize(context.pointee.dict))
  }

  func intern(_ string: String) -> Interned {
    guard let address = unsafe xmlDictLookup(context.pointee.dict, string, -1) else { fatalError("out of memory") }
    return unsafe Interned(address)
  }
}

// MARK: - Positions

extension PushParser {
  /// Where the parser stands.
  var position: TextPosition {
    guard let input = unsafe context.pointee.input else { return TextPosition(line: 0, column: 0) }
    return unsafe TextPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// Where the start tag begins that is being reported. The parser stands at the tag's end, and no `<` can occur within
  /// a tag: the nearest one before is its beginning. The buffer holds the whole tag, attribute values point into it.
  var tagPosition: TextPosition {
    guard let (buffer, place) = unsafe input else { return TextPosition(line: 0, column: 0) }
    let start = unsafe buffer[..<place].lastIndex(of: UInt8(ascii: "<")) ?? 0
    return unsafe position(at: start, from: place, in: buffer)
  }

  /// Where `text` begins, the rest of a piece of character data that is being reported. Of a reference the place is near.
  func textPosition(of text: UnsafeBufferPointer<UInt8>) -> TextPosition {
    guard let (buffer, place) = unsafe input, let base = buffer.baseAddress, let address = text.baseAddress else {
      return position
    }
    if unsafe address >= base + place, unsafe address < base + buffer.count {
      // Text that the parser has counted and not passed, but for a CDATA section: that it has not counted either.
      let start = unsafe address - base
      let isSection = unsafe buffer[..<place].suffix(9).elementsEqual("<![CDATA[".utf8)
      return unsafe position(at: start, from: isSection ? place : start + text.count, in: buffer)
    }
    var start = place
    var left = text.count
    while start > 0, left > 0 {
      start -= 1
      // The parser has made a line break of a carriage return with one.
      if unsafe buffer[start] != UInt8(ascii: "\r") { left -= 1 }
    }
    return unsafe position(at: start, from: place, in: buffer)
  }

  /// Whether invalid UTF-8 that the parser stands before is Russian in windows-1251: runs of letters, which UTF-8 never
  /// has, and most of them lower-case, which tells them from KOI8-R.
  var standsBeforeWindows1251: Bool {
    guard let (buffer, place) = unsafe input else { return false }
    var run = 0
    var hasWord = false
    var upperCase = 0
    var lowerCase = 0
    for byte in unsafe Array(buffer[place...].prefix(1024)) {
      switch byte {
      case 0xC0...0xDF: upperCase += 1
      case 0xE0...0xFF: lowerCase += 1
      default:
        run = 0
        continue
      }
      run += 1
      hasWord = hasWord || run == 3
    }
    return hasWord && lowerCase > upperCase
  }

  /// The input's buffer, which keeps a little of what was parsed, and the parser's place in it.
  private var input: (buffer: UnsafeBufferPointer<UInt8>, place: Int)? {
    guard let input = unsafe context.pointee.input, let base = unsafe input.pointee.base else { return nil }
    return unsafe (
      UnsafeBufferPointer(start: base, count: input.pointee.end - base), input.pointee.cur - base
    )
  }

  /// The line and column of a byte of the buffer, counted from the one that the parser's own stand for.
  private func position(at start: Int, from counted: Int, in buffer: UnsafeBufferPointer<UInt8>) -> TextPosition {
    let between = unsafe buffer[min(start, counted)..<max(start, counted)]
    let lineBreaks = unsafe between.count { $0 == UInt8(ascii: "\n") }
    let sign = start < counted ? -1 : 1
    let line = position.line + sign * lineBreaks
    guard lineBreaks > 0 else {
      return unsafe TextPosition(line: line, column: position.column + sign * between.count(where: isLeading))
    }
    // Counted from the line break before it; unknown when the buffer does not reach back that far.
    let column = unsafe buffer[..<start].lastIndex(of: UInt8(ascii: "\n")).map { lineBreak in
      unsafe buffer[lineBreak..<start].count(where: isLeading)
    }
    return TextPosition(line: line, column: column ?? 0)
  }
}

/// Whether a byte of UTF-8 begins a character.
private func isLeading(_ byte: UInt8) -> Bool {
  byte & 0xC0 != 0x80
}
