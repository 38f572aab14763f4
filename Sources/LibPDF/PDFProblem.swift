/// Why a file was not typeset. What the place it is written to throws passes through as it is.
package struct PDFProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Not a PNG file, or a damaged one.
    case notPNG
    /// More bytes or pixels than ``PNGImage`` takes.
    case imageTooLarge
    /// More of one text than ``TextBlock`` takes.
    case textTooLong
    /// An address that cannot stand in a link: it must be of printable ASCII.
    case invalidLink
    /// A stamp is not where it was drawn: the libraries wrote this file otherwise than a trial.
    case stampLost
    /// The libraries refused; their own words.
    case library(String)
  }

  package let kind: Kind

  init(_ kind: Kind) { self.kind = kind }
}
