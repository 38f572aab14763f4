/// What all exchange documents share.
public enum Exchange {
  /// The namespace of format 1; a new major version gets a new one.
  public static let namespace = "urn:laureat:exchange:1"

  /// The version written. Any `1.x` is read: minor versions add only inside `extensions`.
  public static let formatVersion = "1.0"
}
