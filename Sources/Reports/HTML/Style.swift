extension Page {
  /// One style for the screen and for A4 paper; nothing is loaded from elsewhere.
  static let style = """
    :root { --ink: #1b1f24; --soft: #57606a; --rule: #8c959f; --hair: #d0d7de; --tint: #f3f5f7; }
    * { box-sizing: border-box; }
    html { background: #eceff1; }
    body {
      margin: 2rem auto; padding: 3rem 3.5rem; max-width: 62rem; background: #fff; color: var(--ink);
      font: 1rem/1.5 "PT Serif", "Times New Roman", "Liberation Serif", serif;
      box-shadow: 0 1px 3px rgb(27 31 36 / 15%);
    }
    header { border-bottom: 2px solid var(--ink); padding-bottom: 1.25rem; margin-bottom: 1.5rem; }
    h1, h2, h3 { line-height: 1.25; break-after: avoid; text-wrap: balance; }
    h1 { font-size: 1.75rem; margin: 0; }
    h2 { font-size: 1.3rem; margin: 2.25rem 0 .75rem; }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
    .subtitle { font-size: 1.15rem; margin: .25rem 0 0; color: var(--soft); }
    .dateline { display: flex; justify-content: space-between; gap: 2rem; margin: 1rem 0 0; }
    p { margin: .5rem 0; orphans: 3; widows: 3; }
    ul { margin: .5rem 0; padding-left: 1.4rem; }
    li { margin: .25rem 0; }
    .note { font-size: .875rem; color: var(--soft); }
    dl.details { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0 0; }
    dl.details dt { color: var(--soft); }
    dl.details dd { margin: 0; }
    dl.figures {
      display: flex; flex-wrap: wrap; gap: 1px; margin: 0 0 1.5rem; border: 1px solid var(--hair);
      background: var(--hair); break-inside: avoid;
    }
    dl.figures div { flex: 1 1 auto; background: #fff; padding: .75rem 1rem; }
    dl.figures dt, table, .note, .signatures .line { font-family: "PT Sans", "Liberation Sans", Arial, sans-serif; }
    dl.figures dt { font-size: .8125rem; color: var(--soft); }
    dl.figures dd { margin: .125rem 0 0; font-size: 1.25rem; font-weight: 700; white-space: nowrap; }
    data, time, .figure, dl.figures dd { font-variant-numeric: lining-nums tabular-nums; }
    .scroll { overflow-x: auto; margin: .75rem 0 1.25rem; }
    table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.35; }
    caption { text-align: left; font-weight: 700; padding: .25rem 0 .5rem; break-after: avoid; }
    th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; font-weight: 400; }
    thead th {
      font-weight: 700; font-size: .8125rem; vertical-align: bottom; background: var(--tint);
      border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink);
    }
    tbody tr { border-bottom: 1px solid var(--hair); break-inside: avoid; }
    tbody tr:last-child { border-bottom: 1px solid var(--ink); }
    tr.group th, tr.group td { font-weight: 700; }
    tr.part th:first-child { padding-left: 1.75rem; }
    tfoot { display: table-row-group; }
    tfoot th, tfoot td { font-weight: 700; border-bottom: 2px solid var(--ink); }
    tfoot tr { break-before: avoid; break-inside: avoid; }
    .chart { margin: 1rem 0 1.5rem; }
    .chart figcaption { font-weight: 700; font-size: .875rem; margin-bottom: .5rem; }
    .chart figcaption, .chart summary { font-family: "PT Sans", "Liberation Sans", Arial, sans-serif; }
    .picture { overflow-x: auto; margin-bottom: .5rem; }
    .picture svg { display: block; width: 100%; min-width: 30rem; max-width: 46rem; height: auto; }
    .chart summary { cursor: pointer; font-size: .875rem; color: var(--soft); }
    .figure { text-align: right; white-space: nowrap; }
    thead .figure { white-space: normal; }
    time { white-space: nowrap; }
    td:has(.more) { min-width: 10rem; }
    .lead { margin-bottom: 0; }
    .lead + ul { margin-top: .25rem; }
    .more { display: block; font-weight: 400; color: var(--soft); font-size: .8125rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .signatures { margin-top: 3rem; break-inside: avoid; }
    .signature { display: grid; grid-template-columns: 1fr 10rem 15rem; gap: 1.5rem; align-items: end; }
    .signature p { margin: 1.75rem 0 0; }
    .signature .line { border-top: 1px solid var(--ink); font-size: .75rem; color: var(--soft); text-align: center; }
    .signature .post { padding-bottom: 1.1rem; }
    .signature .name { padding-bottom: 1.1rem; }
    .signatures .date { margin-top: 2rem; }
    .code { display: flex; gap: 1rem; align-items: center; justify-content: flex-end; margin: 2.5rem 0 0; }
    .code svg { width: 24mm; height: 24mm; flex: none; }
    .code figcaption { max-width: 22rem; text-align: right; font-size: .75rem; color: var(--soft); }
    @media (max-width: 45rem) {
      body { margin: 0; padding: 1.25rem; }
      dl.details { grid-template-columns: 1fr; gap: 0; }
      dl.details dd { margin-bottom: .5rem; }
      .signature { grid-template-columns: 1fr; gap: 0; }
    }
    @page {
      size: A4; margin: 20mm 15mm 20mm 25mm;
      @bottom-center { content: counter(page); font: 9pt "PT Serif", serif; color: #57606a; }
    }
    @media print {
      html { background: none; font-size: 10.5pt; }
      body { margin: 0; padding: 0; max-width: none; box-shadow: none; }
      header { margin-bottom: 1rem; }
      h1 { font-size: 1.6rem; }
      h2 { margin-top: 1.5rem; }
      th, td { padding: .25rem .5rem; }
      .scroll { margin: .5rem 0 .9rem; }
      dl.details { break-inside: avoid; break-after: avoid; }
      dl.figures div { padding: .5rem .65rem; }
      .scroll { overflow: visible; }
      .short, .picture { break-inside: avoid; }
      .picture { overflow: visible; }
      .picture svg { min-width: 0; max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .chart figcaption { break-after: avoid; }
      .chart details { display: none; }
      tbody tr:first-child, tr.group { break-after: avoid; }
      tbody tr:last-child { break-before: avoid; }
      .signatures { margin-top: 1.5rem; }
      .code { margin-top: 1.5rem; break-inside: avoid; }
      .annex { break-before: page; }
      .signature p { margin-top: 1.25rem; }
      thead { display: table-header-group; }
      thead th, dl.figures { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
