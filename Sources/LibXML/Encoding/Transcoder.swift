import CLibXML2
import Glibc

/// Streams bytes of one encoding into UTF-8. Owns an iconv descriptor.
@safe struct Transcoder: ~Copyable {
  private let descriptor: iconv_t
  /// The beginning of a character whose end has not come yet.
  private var pending: [UInt8] = []

  init(from encoding: String) throws(EncodingFault) {
    let descriptor = unsafe iconv_open("UTF-8", encoding)
    // iconv_open reports failure as (iconv_t)-1. A system without this conversion cannot read the encoding.
    guard Int(bitPattern: descriptor) != -1, let descriptor = unsafe descriptor else {
      throw .unsupported(encoding)
    }
    unsafe self.descriptor = descriptor
  }

  deinit {
    unsafe iconv_close(descriptor)
  }

  mutating func convert(_ bytes: UnsafeRawBufferPointer) throws(EncodingFault) -> [UInt8] {
    var input = pending
    unsafe input.append(contentsOf: bytes)
    pending = []
    // One byte of windows-1251 becomes at most three of UTF-8, two of UTF-16 likewise, so one call always suffices.
    let capacity = input.count * 3
    var consumed = 0
    var fault: Int32 = 0
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      unsafe input.withUnsafeMutableBytes { input in
        var source = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var target = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count
        var targetLeft = capacity
        if unsafe iconv(descriptor, &source, &sourceLeft, &target, &targetLeft) == -1 { fault = errno }
        consumed = input.count - sourceLeft
        count = capacity - targetLeft
      }
    }
    switch fault {
    case 0: break
    case EINVAL: pending = Array(input[consumed...])
    default: throw .invalidBytes
    }
    return output
  }

  /// The end of the input, which must be the end of a character too: libxml2 itself accepts a cut UTF-16 file.
  func finish() throws(EncodingFault) {
    guard pending.isEmpty else { throw .truncated }
  }
}
