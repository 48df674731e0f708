/** A title for the running head, from one in the form of the series: "The Case of Fictonia and the …" gives what stands before "and". */
export function shortTitle(title: string): string {
  return title.replace(/\s+and\s+the\s.*$/u, '');
}
