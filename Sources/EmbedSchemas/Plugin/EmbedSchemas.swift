import Foundation
import PackagePlugin

/// Writes Schemas/*.xsd into a Swift file of string literals before the target is compiled.
@main
struct EmbedSchemas: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Schemas")
    let schemas = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "xsd" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSchemas.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(schemas.count) schemas",
        executable: try context.tool(named: "embed-schemas").url,
        arguments: [output.path] + schemas.map(\.path),
        inputFiles: schemas,
        outputFiles: [output])
    ]
  }
}
