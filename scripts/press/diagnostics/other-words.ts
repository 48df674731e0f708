/** What other programs call something, and its name here. It is offered only where that name would have been right. */
export const otherWords: ReadonlyMap<string, string> = new Map([
  // Marks of Vega-Lite.
  ['pie', 'arc'],
  ['donut', 'arc'],
  ['doughnut', 'arc'],
  ['column', 'bar'],
  ['columns', 'bar'],
  ['histogram', 'bar'],
  ['scatter', 'point'],
  ['scatterplot', 'point'],
  ['dot', 'point'],
  ['bubble', 'circle'],
  ['heatmap', 'rect'],
  ['label', 'text'],
  // Its types.
  ['number', 'quantitative'],
  ['category', 'nominal'],
  ['date', 'temporal'],
  // Formats of facts.
  ['rise', 'rise-or-fall'],
  ['rose', 'rose-or-fell'],
  ['higher', 'higher-or-lower'],
  ['percentage', 'percent'],
  ['money', 'currency'],
  ['dollars', 'currency'],
]);
