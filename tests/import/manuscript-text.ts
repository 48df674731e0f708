/** A manuscript in plain text, with what plain text gets wrong: paragraphs run together, lists without line ends. */
export const manuscriptText = `The Case of Fictonia\u00A0and the Fictonian Paper Fleet
By Ada Notareal

SUMMARY
“Boats” are folded – or so it is said – by the Fleet’s sailors. They fold at night: • by candle • by moon
Nothing is known of 1,312 boats. Nothing * is * known of <them> either, [@nobody] says; see :fact[boats] and ::chart[boats].

U.S. assistance
1. Paper came. 2. It went.
1) Ink came,
2) and stayed.
:::callout
    Four spaces are no code.
Contributors
• Ada Notareal, Lead author, Institute of Invented Studies
• Ben Madeup, Research fellow, Observatory of Things That Never Were
`;

/** What is printed of it, in its order. */
export const printedText: readonly string[] = [
  'SUMMARY',
  '“Boats” are folded – or so it is said – by the Fleet’s sailors. They fold at night:',
  'by candle',
  'by moon',
  'Nothing is known of 1,312 boats. Nothing * is * known of <them> either, [@nobody] says; see :fact[boats] and ::chart[boats].',
  'U.S. assistance',
  'Paper came. 2. It went.',
  'Ink came,',
  'and stayed.',
  ':::callout',
  'Four spaces are no code.',
  'Contributors',
  'Ada Notareal, Lead author, Institute of Invented Studies',
  'Ben Madeup, Research fellow, Observatory of Things That Never Were',
];
