import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition, pressEdition } from '../../scripts/press/index.ts';
import { openBrowser, type Printer } from '../../scripts/press/print/open-browser.ts';
import { openProject } from '../../scripts/press/project.ts';
import { wellsProject } from '../small-project.ts';

let printer: Printer;

beforeAll(async () => {
  printer = await openBrowser({ jobs: 1, say: () => {} });
});
afterAll(() => printer[Symbol.asyncDispose]());

/** What manuscripts hold that is hard to set: long words, wide tables, tables in lists and notes, letters of all kinds. */
const hard = `# Hard things that manuscripts hold

| Organisation | Address | January | February | March | April | May | June | July | August | September | Remarks |
|---|---|---|---|---|---|---|---|---|---|---|---|
| The Office of Paper Boats | https://example.org/averyveryveryverylongaddresswithoutanyhyphen/report | 1,000,000 | 2,000,000 | 3,000,000 | 4,000,000 | 5,000,000 | 6,000,000 | 7 | 8 | 9 | A remark of some length that goes on |
| Ponds | b | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | c |

| Word | Meaning |
|---|---|
| Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft | A society of officials |
| short | Another |

- A list
  - in a list

    | One | Two | Three |
    |---|---|---|
    | \`a_very_long_identifier_without_any_break_in_it_that_is_longer_than_a_line\` | b | c |

> A quotation
>
> | One | Two |
> |---|---|
> | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | y |

A note.[^n] And \`a_very_long_identifier_without_any_break_in_it_that_is_longer_than_a_line_of_it_and_of_another\`.

    code code code code code code code code code code code code code code code code code code code code code code code code

| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| a1 | b2 | c3 | d4 | e5 | f6 | g7 | h8 | i9 | j10 | k11 | l12 | m13 | n14 | o15 | p16 | q17 | r18 | s19 | t20 | u21 | v22 | w23 | x24 | y25 | z26 | a27 | b28 | c29 | d30 |

## Letters

Міністерство, Ελληνικά ᾧ ἐν, Tiếng Việt, עברית, العربية, ქართული, CO₂, 10⁻⁶, ⅓, Ⅳ, ⑫, re‑elect, → ₦ № ə.

Water is 水, and ไฟ, তালিকা; x̣̂ and ሀ́; signs of Word: \uf0b7.

No ink: a\u200bb a\u200db a\u200fb a\u2060b \u2066a\u2069 a\u00adb a\u034fb.

## Notes

### Background

At 10:30 the ratio was 1:2:3 and fe80::1.[^m]

### Background

An empty [](https://example.org/none) link, and a link to https://example.org/a_b.

## yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy

## لماذا استخدم هذه الخطة الدراسية ولماذا لا تستخدم غيرها

See [above](#لماذا-استخدم-هذه-الخطة-الدراسية-ولماذا-لا-تستخدم-غيرها) and [background](#background-1).

[^m]: Another note.

[^n]: The note has a table.

    | Organisation | Address | Remarks |
    |---|---|---|
    | The Office of Paper Boats | https://example.org/averyveryveryverylongaddresswithoutanyhyphen/report | A remark |
`;

test('what is hard to set prints, and the finished PDF holds all of it', async () => {
  await using small = await wellsProject({ 'content/wells/en/20-hard.md': hard });
  const { report, list } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('wells', project, report, () => {}));
  if (!compiled) throw new Error('The wells cannot be compiled');
  const pressed = await pressEdition(compiled, printer, { epoch: undefined, report, onStage: () => {} });
  const diagnostics = list();
  expect(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message}`),
  ).toEqual([]);
  expect(pressed.pages).toBeGreaterThan(3);
  const scripts = diagnostics.flatMap(({ rule, message }) =>
    rule === 'glyph-missing' ? [/\(([A-Z]\w+)\)/.exec(message)?.[1]] : [],
  );
  expect(scripts).toEqual(expect.arrayContaining(['Han', 'Thai', 'Bangla']));
});
