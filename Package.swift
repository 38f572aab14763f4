// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "laureat",
  products: [
    .library(name: "Contests", targets: ["Contests", "Primitives"]),
    .library(name: "Grants", targets: ["Grants", "Primitives"]),
    .library(name: "Exchange", targets: ["Exchange", "Contests", "Grants", "Primitives"]),
    .executable(name: "laureat", targets: ["laureat"]),
  ],
  dependencies: [
    // The embedded store: connection, statement cache, transactions and backup over SQLite.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The command line: parsing, help, did-you-mean and shell completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 of every document and of the chain of events, and SHA-1 for the name-based UUIDs of exports (RFC 9562, section 5.5).
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Fractions wider than 128 bits: Borda's shares over jurors with ballots of many lengths are compared exactly.
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    // Validation against XSD, which the product exists for, is libxml2's.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "LibXML", dependencies: ["CLibXML2"]),
    // Archives: spreadsheets are ZIP files, and so are packages of a document with its attachments.
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "LibZip", dependencies: ["CLibZip"]),
    // Typesetting: pango lays out Russian text with kerning and hyphens, cairo writes it as tagged PDF.
    .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .target(name: "LibPDF", dependencies: ["CPangoCairo"]),
    // The codes on protocols and diplomas.
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "LibQR", dependencies: ["CQREncode"]),
    // Workbooks as they go out, with real numbers and days; what comes in is read by Tables.
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "LibXLSX", dependencies: ["CXLSXWriter"]),
    // Russian and English word forms (Snowball), for a search that finds «скворечники» by «скворечник».
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "LibStemmer", dependencies: ["CStemmer"]),
    .target(name: "Primitives", dependencies: [.product(name: "BigInt", package: "BigInt")]),
    .target(name: "Contests", dependencies: ["Primitives"]),
    .target(name: "Grants", dependencies: ["Primitives"]),
    .target(
      name: "Exchange",
      dependencies: [
        "LibXML", "LibZip", "Primitives", "Contests", "Grants", .product(name: "Crypto", package: "swift-crypto"),
      ],
      plugins: ["EmbedSchemas"]),
    .target(name: "Tables", dependencies: ["LibXML", "LibZip", "Primitives"]),
    .target(
      name: "Storage",
      dependencies: ["Primitives", "Contests", "Grants", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "SQLiteEngine",
      dependencies: [
        "Storage", "Primitives", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Reports", dependencies: ["LibPDF", "LibQR", "LibXLSX", "Primitives", "Contests", "Grants"]),
    .executableTarget(
      name: "laureat",
      dependencies: [
        "LibXML", "LibZip", "LibPDF", "LibQR", "LibXLSX", "LibStemmer", "Tables", "Primitives", "Contests", "Grants",
        "Exchange", "Storage", "SQLiteEngine", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["GUIDE.ru.md"]),
    // Schemas/*.xsd become string literals of Exchange: a binary that moves takes them along.
    .executableTarget(name: "embed-schemas", path: "Sources/EmbedSchemas/Tool"),
    .plugin(
      name: "EmbedSchemas", capability: .buildTool(), dependencies: ["embed-schemas"],
      path: "Sources/EmbedSchemas/Plugin"),

    // Chance that comes out the same on every machine.
    .target(name: "SeededGenerator", path: "Tests/SeededGenerator"),
    // Pages as golden files keep them.
    .target(name: "GoldenPages", path: "Tests/GoldenPages", exclude: ["style.css"]),
    .testTarget(name: "LibXMLTests", dependencies: ["LibXML", "SeededGenerator"]),
    .testTarget(name: "LibZipTests", dependencies: ["LibZip"]),
    .testTarget(name: "LibPDFTests", dependencies: ["LibPDF"]),
    .testTarget(name: "LibQRTests", dependencies: ["LibQR"]),
    .testTarget(name: "LibXLSXTests", dependencies: ["LibXLSX", "LibZip", "Primitives", "Tables"]),
    .testTarget(name: "LibStemmerTests", dependencies: ["LibStemmer"]),
    .testTarget(name: "PrimitivesTests", dependencies: ["Primitives", "SeededGenerator"]),
    .testTarget(name: "ContestsTests", dependencies: ["Contests", "Primitives", "SeededGenerator"]),
    .testTarget(name: "GrantsTests", dependencies: ["Grants", "Primitives", "SeededGenerator"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "Contests", "Grants", "Primitives", "LibXML", "SeededGenerator"]),
    // Workbooks as tests need them, those of other programs among them.
    .target(name: "TableSamples", dependencies: ["LibZip"], path: "Tests/TableSamples", exclude: ["Files"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "TableSamples", "LibXML", "LibZip", "Primitives"]),
    .target(
      name: "StorageConformance", dependencies: ["Storage", "Contests", "Grants", "Primitives"],
      path: "Tests/StorageConformance"),
    .testTarget(
      name: "SQLiteEngineTests",
      dependencies: [
        "SQLiteEngine", "Storage", "StorageConformance", "Contests", "Grants", "Primitives",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "LibPDF", "LibXLSX", "Contests", "Grants", "Primitives", "SeededGenerator", "GoldenPages",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "laureat", "CLibXML2", "LibXML", "Exchange", "Storage", "SQLiteEngine", "Primitives", "SeededGenerator",
      ]),
    // GRDB: what a command that was killed leaves is looked at from outside.
    // LibZip and Crypto: packages of files are made as others make them.
    .testTarget(
      name: "laureatTests",
      dependencies: [
        "laureat", "LibZip", "Primitives", "SeededGenerator", "TableSamples", "Tables", "GoldenPages",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Golden"]),
  ]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    // Each of these is to become the default of a later language mode; taken now, nothing breaks then.
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // A warning that may stay is one that nobody reads.
    .treatAllWarnings(as: .error),
  ]
  if target.name.hasPrefix("Lib") && target.type == .regular {
    // Marks every unsafe expression, so that the code that could corrupt memory can be listed with grep.
    target.swiftSettings?.append(.strictMemorySafety())
  }
}
