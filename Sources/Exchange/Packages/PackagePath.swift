package import Contests
package import Primitives

/// Where the files of applications stand in a package.
package enum PackagePath {
  package static let folder = "files"

  /// `files/<application>/<name>`.
  package static func path(of attachment: Attachment, in application: Identifier) -> String {
    "\(folder)/\(component(application.description))/\(attachment.name)"
  }

  /// An identifier as the name of a folder: what some system does not take there is percent-encoded (RFC 3986).
  static func component(_ identifier: String) -> String {
    var component = ""
    for scalar in identifier.unicodeScalars {
      let isLeadingDot = scalar == "." && component.isEmpty
      if isLeadingDot || reserved.contains(scalar) || [.control, .format].contains(scalar.properties.generalCategory) {
        for byte in String(scalar).utf8 {
          component += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      } else {
        component.unicodeScalars.append(scalar)
      }
    }
    return component
  }

  private static let reserved: Set<Unicode.Scalar> = ["\\", ":", "*", "\"", "<", ">", "%"]
}
