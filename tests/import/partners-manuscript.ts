/**
 * A manuscript as partner organisations send it, in plain text, markdown and HTML: its by-line names organisations, its title
 * comes twice, its contributors stand in one line that runs into thanks, and it ends without a heading of its own for those.
 */
export const partnersManuscript = {
  txt: `The Case of Fictonia and the Fictonian Paper Fleet
By University One, Institute Two and Organisation Three
June 15, 2031

The Case of Fictonia and the Fictonian Paper Fleet
Paper boats have crossed the Bay of Nowhere for as long as anybody cares to remember, and this factsheet tells of those that did not come back.
SUMMARY
In 2030 the fleet folded 401 boats, of which a third were lost before they had reached the open water of the bay at 10:30 or 3:1.
U.S. ASSISTANCE
Assistance reached the harbor in crates, and nobody opened them for the whole of a year, which is said to have been a long one.
: a line that begins with a colon.
ABOUT THE FACTSHEET
The following people, all of whom have folded more boats than they care to remember and none of whom has ever been to sea, contributed to this factsheet: • Ada Notareal, Lead Author, University One • Ben Madeup, Research Fellow, Institute Two • Cleo Imaginary and Dan Invented, Student Researchers, University One CENTER CENTER, PBA and Organisation Three would like to thank all sailors who never were.
`,
  md: `---
title: The Case of Fictonia and the Fictonian Paper Fleet
date: 2031-06-15
---

**By University One, Institute Two and Organisation Three**

# The Case of Fictonia and the Fictonian Paper Fleet

Paper boats have crossed the Bay of Nowhere for as long as anybody cares to remember, and this factsheet tells of those that did not come back.

## SUMMARY

In 2030 the fleet folded 401 boats, of which a third were lost before they had reached the open water of the bay at 10:30 or 3:1.

## U.S. ASSISTANCE

Assistance reached the harbor in crates, and nobody opened them for the whole of a year, which is said to have been a long one.

: a line that begins with a colon.

## ABOUT THE FACTSHEET

The following people, all of whom have folded more boats than they care to remember and none of whom has ever been to sea, contributed to this factsheet: • Ada Notareal, Lead Author, University One • Ben Madeup, Research Fellow, Institute Two • Cleo Imaginary and Dan Invented, Student Researchers, University One CENTER CENTER, PBA and Organisation Three would like to thank all sailors who never were.
`,
  html: `<!doctype html><html><head><title>Fictonia | Paper Boat Alliance</title></head><body>
<header><a href="/">Home</a> <a href="/boats">Boats</a> <a href="/maps">Maps</a></header>
<nav><ul><li><a href="/one">Edition one</a></li><li><a href="/two">Edition two</a></li></ul></nav>
<main><article><h1>The Case of Fictonia<br>and the Fictonian Paper Fleet</h1>
<p>By University One, Institute Two and Organisation Three<br>June 15, 2031</p>
<p>The Case of Fictonia and the Fictonian Paper Fleet</p>
<p>Paper boats have crossed the Bay of Nowhere for as long as anybody cares to remember, and this factsheet tells of those that did not come back.</p>
<h2>SUMMARY</h2><p>In 2030 the fleet folded 401 boats, of which a third were lost before they had reached the open water of the bay at 10:30 or 3:1.</p>
<p style="display:none">A boat that nobody may see.</p>
<h2>U.S. ASSISTANCE</h2><p>Assistance reached the harbor in crates, and nobody opened them for the whole of a year, which is said to have been a long one.</p>
<p>: a line that begins with a colon.</p>
<h2>ABOUT THE FACTSHEET</h2><ul><li>The following people, all of whom have folded more boats than they care to remember and none of whom has ever been to sea, contributed to this factsheet: • Ada Notareal, Lead Author, University One • Ben Madeup, Research Fellow, Institute Two • Cleo Imaginary and Dan Invented, Student Researchers, University One CENTER CENTER, PBA and Organisation Three would like to thank all sailors who never were.</li></ul>
</article></main><footer><p>All rights invented. <a href="/contact">Write to us</a></p></footer></body></html>`,
} as const;

/** What is to become of each: the sections in order. */
export const partnersSections = [
  `# The Case of Fictonia and the Fictonian Paper Fleet

Paper boats have crossed the Bay of Nowhere for as long as anybody cares to remember, and this factsheet tells of those that did not come back.
`,
  `# SUMMARY

In 2030 the fleet folded 401 boats, of which a third were lost before they had reached the open water of the bay at 10\\:30 or 3\\:1.
`,
  `# U.S. ASSISTANCE

Assistance reached the harbor in crates, and nobody opened them for the whole of a year, which is said to have been a long one.

: a line that begins with a colon.
`,
  `# ABOUT THE FACTSHEET

The following people, all of whom have folded more boats than they care to remember and none of whom has ever been to sea, contributed to this factsheet:

- Ada Notareal, Lead Author, University One
- Ben Madeup, Research Fellow, Institute Two
- Cleo Imaginary and Dan Invented, Student Researchers, University One CENTER

CENTER, PBA and Organisation Three would like to thank all sailors who never were.
`,
] as const;
