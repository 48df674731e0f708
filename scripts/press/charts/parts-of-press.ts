/** Parts of a specification that the press decides or that stand elsewhere in the chart's file, with what to do instead. */
export const partsOfPress: Readonly<Record<string, string>> = {
  $schema: 'take it out: the press knows what it is',
  data: 'write "data" beside "spec", as a query or a dataset',
  datasets: 'write "more_data" beside "spec"',
  width: 'write "width" beside "spec": text, wide or margin',
  height: 'write "height" beside "spec", in points',
  title: 'write "title" beside "spec": the press sets it over the chart',
  autosize: 'take it out: the press makes a chart fit its place',
  padding: 'take it out: the press makes a chart fit its place',
  background: 'take it out: a chart stands on the page’s own ground',
  config: 'take it out: the look of charts comes from styles/tokens.yaml',
  usermeta: 'take it out: it is not printed',
};
