import Testing

/// All that a store tells of itself.
struct StoreState: Equatable {
  let contests: Value
  let entries: Value
  let winners: [Value]
  let grants: Value
  let funders: Value
  let organisations: Value
}

extension Command {
  /// What the store holds; a store that is not there holds nothing.
  func state() throws -> StoreState {
    guard exists("store.sqlite") else {
      return StoreState(contests: [], entries: [], winners: [], grants: [], funders: [], organisations: [])
    }
    let contests = try must("contest", "list", "--json").json()
    return StoreState(
      contests: contests, entries: try must("entry", "list", "--json").json(),
      winners: try contests.list.filter { $0["winners"] != 0 }.compactMap { $0["id"].string }.map {
        try must("winner", "list", "--contest", $0, "--json").json()
      },
      grants: try must("grant", "list", "--json").json(), funders: try must("funder", "list", "--json").json(),
      organisations: try must("organisation", "list", "--json").json())
  }
}
