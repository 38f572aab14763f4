import Grants
import Primitives

/// Grants.
extension RandomValues {
  private mutating func paymentDocument() -> PaymentDocument {
    PaymentDocument(kind: maybe { $0.short() }, number: maybe { $0.short() }, date: maybe { $0.day() })
  }

  private mutating func instalments() -> [Instalment] {
    list(0...3) { values in
      Instalment(
        id: values.id(), plannedOn: values.maybe { $0.day() }, planned: values.maybe { $0.amount() },
        receivedOn: values.maybe { $0.day() }, received: values.maybe { $0.amount() },
        document: values.maybe { $0.paymentDocument() },
        shares: values.list(0...2) { InstalmentShare(line: $0.id(), amount: $0.amount()) })
    }
  }

  private mutating func paragraphs() -> String { list(1...3) { $0.long() }.joined(separator: "\n") }

  private mutating func texts() -> [ProjectText] {
    list(0...2) { values in
      ProjectText(
        id: values.id(), period: Period(start: values.day(), end: values.day()),
        section: values.any(NarrativeSection.allCases), title: values.maybe { $0.text() }, text: values.paragraphs())
    }
  }

  private mutating func narrative() -> [Narrative] {
    list(0...2) { values in
      Narrative(
        section: values.any(NarrativeSection.allCases), title: values.maybe { $0.text() },
        period: values.maybe { Period(start: $0.day(), end: $0.maybe { $0.day() }) }, text: values.paragraphs())
    }
  }

  private mutating func expenses() -> [Expense] {
    list(0...3) { values in
      Expense(
        id: values.id(), date: values.day(), amount: values.amount(), source: values.any(Expense.Source.allCases),
        line: values.maybe { $0.id() }, payee: values.maybe { $0.text() },
        document: values.maybe { $0.paymentDocument() }, fileDigest: values.maybe { $0.digest() },
        note: values.maybe { $0.text() })
    }
  }

  private mutating func refunds() -> [Refund] {
    list(0...2) { values in
      Refund(
        id: values.id(), direction: values.any(Refund.Direction.allCases), date: values.day(), amount: values.amount(),
        line: values.maybe { $0.id() }, document: values.maybe { $0.paymentDocument() },
        reason: values.maybe { $0.text() })
    }
  }

  private mutating func indicators() -> [Indicator] {
    list(0...2) { values in
      Indicator(
        id: values.id(), title: values.text(), unit: values.maybe { $0.short() },
        unitCode: values.maybe { $0.any(["642", "0055"]) }, planned: values.decimal(),
        actual: values.maybe { $0.decimal() }, deviationReason: values.maybe { $0.text() },
        stages: values.list(0...2) { values in
          IndicatorStage(
            period: Period(start: values.day(), end: values.day()), planned: values.maybe { $0.decimal() },
            actual: values.maybe { $0.decimal() }, deviationReason: values.maybe { $0.text() })
        })
    }
  }

  private mutating func checkpoints() -> [Checkpoint] {
    list(0...2) { values in
      Checkpoint(
        id: values.id(), title: values.text(), plannedOn: values.day(), actualOn: values.maybe { $0.day() },
        status: values.any(Checkpoint.Status.allCases), evidence: values.maybe { $0.text() })
    }
  }

  private mutating func moves() -> [LineMove] {
    list(0...2) { values in
      LineMove(
        id: values.id(), from: values.id(), to: values.id(), date: values.day(), amount: values.amount(),
        reason: values.text())
    }
  }

  private mutating func agreement() -> Agreement { Agreement(number: maybe { $0.short() }, date: day()) }

  mutating func project(in currency: Currency) -> Project {
    Project(
      id: id(), title: text(), description: maybe { $0.long() }, funder: Funder(id: id(), title: text()),
      programme: maybe { $0.text() }, nomination: maybe { $0.text() }, grantee: organisation(),
      territory: maybe { $0.territory() }, currency: currency, applied: maybe { $0.amount() },
      awarded: maybe { $0.amount() }, coFinancing: maybe { $0.amount() }, awardedOn: maybe { $0.day() },
      agreement: maybe { $0.agreement() }, plannedPeriod: maybe { $0.period() }, actualPeriod: maybe { $0.period() },
      history: history(mayBeEmpty: false),
      budget: list(0...3) { values in
        BudgetLine(
          id: values.id(), title: values.text(), quantity: values.maybe { $0.decimal() },
          unit: values.maybe { $0.short() }, price: values.maybe { $0.amount() }, planned: values.amount(),
          requested: values.maybe { $0.amount() }, own: values.maybe { $0.amount() },
          attracted: values.maybe { $0.amount() }, divergenceReason: values.maybe { $0.text() })
      },
      instalments: instalments(), expenses: expenses(), refunds: refunds(), indicators: indicators(),
      checkpoints: checkpoints(), moves: moves(), texts: texts(), extensions: maybe { $0.extensions() })
  }

  /// A project as a report carries one: without what only the portfolio does.
  mutating func reportedProject(of funder: Funder, in currency: Currency) -> ReportedProject {
    let project = Project(
      id: id(), title: text(), funder: funder, programme: maybe { $0.text() }, nomination: maybe { $0.text() },
      grantee: organisation(), currency: currency, applied: maybe { $0.amount() }, awarded: maybe { $0.amount() },
      coFinancing: maybe { $0.amount() }, agreement: maybe { $0.agreement() }, plannedPeriod: maybe { $0.period() },
      actualPeriod: maybe { $0.period() }, instalments: instalments(), expenses: expenses(), refunds: refunds(),
      indicators: indicators(), checkpoints: checkpoints(), moves: moves(), extensions: maybe { $0.extensions() })
    return ReportedProject(
      project: project, status: any(ProjectStatus.allCases), statusDate: maybe { $0.day() }, inPeriod: turnover(),
      cumulative: turnover(), ownSpent: maybe { $0.amount() } ?? .zero,
      budget: list(0...3) { values in
        BudgetLineFact(
          id: values.id(), title: values.text(), planned: values.amount(), received: values.maybe { $0.amount() },
          spent: values.signedAmount(), balance: values.signedAmount(),
          own: values.maybe { PlanAndFact(planned: $0.signedAmount(), spent: $0.signedAmount()) },
          divergenceReason: values.maybe { $0.text() })
      },
      narrative: narrative())
  }

  private mutating func turnover() -> Turnover {
    Turnover(received: signedAmount(), spent: signedAmount(), refunded: amount())
  }

  mutating func report(in currency: Currency) -> GrantReport {
    let funder = Funder(id: id(), title: text())
    return GrantReport(
      kind: any([.interim, .final, .annual, .period]), correctionNumber: number(0...2),
      replaces: maybe { values in
        ReplacedReport(correctionNumber: values.number(0...2), submittedOn: values.maybe { $0.day() })
      }, funder: funder,
      period: Period(start: day(), end: day()), note: maybe { $0.long() },
      isDraft: any([true, false]), projects: list(1...3) { $0.reportedProject(of: funder, in: currency) },
      extensions: maybe { $0.extensions() })
  }
}
