import Grants
import Primitives
import Storage

extension Conformance {
  static let projects = [
    Check("a project with its whole ledger comes out as it went in") { store in
      let projects = [try Sample.fullProject(), try Sample.bareProject()]
      try store.write { session in
        for project in projects { try session.projects.save(project, changedAt: try Sample.instant()) }
      }
      try store.read { session in
        for project in projects { try expect(try session.projects.find(project.id), is: project) }
        try expect(try session.projects.find(try Sample.id("other")), is: nil)
      }
    },

    Check("a project saved again is brought to its new state, ledger and all") { store in
      let bare = try Sample.bareProject("p-2", funder: "yolka")
      try store.write { session in
        try session.projects.save(try Sample.fullProject(), changedAt: try Sample.instant())
        let later = try Sample.instant("2020-03-05T00:00:00Z")
        try session.projects.save(bare, changedAt: later)
        try expect(try session.projects.list(), is: [bare])
        try expect(try session.projects.changedAt(of: bare.id), is: later)
        try expect(try session.projects.changedAt(), is: later)
      }
    },

    Check("projects are narrowed by funder, grantee, state and territory") { store in
      let full = try Sample.fullProject()
      let bare = try Sample.bareProject()
      try store.write { session in
        for project in [full, bare] { try session.projects.save(project, changedAt: try Sample.instant()) }
        func found(_ filter: ProjectStore.Filter) throws -> [Project] { try session.projects.list(filter) }
        try expect(try found(ProjectStore.Filter()), is: [bare, full])
        try expect(try found(ProjectStore.Filter(funder: try Sample.id("fund"))), is: [bare])
        try expect(try found(ProjectStore.Filter(grantee: full.grantee.id)), is: [full])
        try expect(try found(ProjectStore.Filter(status: .suspended)), is: [full])
        try expect(try found(ProjectStore.Filter(territory: "32")), is: [])
        try expect(try session.projects.changedAt(ProjectStore.Filter(funder: try Sample.id("none"))), is: nil)
      }
    },

    Check("what is typed in gets the next identifier that is free") { store in
      var project = try Sample.fullProject()
      try store.write { session in
        try session.projects.save(project, changedAt: try Sample.instant())
        let id = try session.projects.nextID(.expense, of: project.id)
        try expect(id.description, is: "e3")
        project.expenses.append(
          Expense(id: id, date: try Sample.day("2020-03-11"), amount: try Sample.amount("5.00")))
        project.instalments.append(Instalment(id: try session.projects.nextID(.instalment, of: project.id)))
        try session.projects.save(project, changedAt: try Sample.instant())
        try expect(try session.projects.find(project.id), is: project)
        try expect(try session.projects.nextID(.expense, of: project.id).description, is: "e4")
        try expectRefusal(.missing("project")) { _ = try session.projects.nextID(.expense, of: try Sample.id("none")) }
      }
    },

    Check("an amount beyond what a document may state, or below zero, is refused") { store in
      try store.write { session in
        for units in [Int128(-1), 1_000_000_000_000_000_000, Int128.max] {
          var project = try Sample.bareProject()
          project.expenses = [
            Expense(id: try Sample.id("e"), date: try Sample.day("2020-01-01"), amount: Amount(minorUnits: units))
          ]
          let overdrawn = project
          try expectRefusal(.conflict) { try session.projects.save(overdrawn, changedAt: try Sample.instant()) }
        }
      }
    },

    Check("funders are listed in Russian order; a project keeps the name it gives its own") { store in
      try store.write { session in
        for (id, title) in [("1", "Ель"), ("2", "арбуз"), ("3", "Ёж")] {
          try session.funders.add(Funder(id: try Sample.id(id), title: title))
        }
        try expect(try session.funders.list().map(\.title), is: ["арбуз", "Ёж", "Ель"])
        let project = try Sample.bareProject(funder: "1")
        try session.projects.save(project, changedAt: try Sample.instant())
        try expect(try session.funders.find(try Sample.id("1"))?.title, is: "Ель")
        try expect(try session.projects.find(project.id)?.funder.title, is: "Фонд")
      }
    },
  ]
}
