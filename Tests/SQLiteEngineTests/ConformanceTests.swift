import SQLiteEngine
import Storage
import StorageConformance
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: Conformance.checks) func `the embedded engine does what every engine must`(_ check: Check) throws {
    let folder = try TemporaryFolder()
    let engine = try SQLiteEngine.open(path: folder.path("store.sqlite"), mode: .create)
    try check.run(on: engine)
    try engine.close()
  }
}
