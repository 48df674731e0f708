import { queryOf } from '../data/query-of.ts';
import type { LaidText } from '../finish/index.ts';
import { textIn } from '../read/labels.ts';
import { figureSources } from '../read/sources.ts';
import { answerSources } from '../trace/answer-edition.ts';
import { tracedRows } from '../trace/trace-rows.ts';
import type { Audit, AuditedAnswer } from './audit.ts';
import { auditFact } from './audit-fact.ts';
import type { AuditGround } from './audit-ground.ts';
import { auditSources } from './audit-sources.ts';
import { auditedNumbers, countKinds } from './audited-numbers.ts';
import { filledText } from './filled-texts.ts';
import { findNumbers } from './find-numbers.ts';
import { locatePieces } from './locate-pieces.ts';
import { printOf } from './print-of.ts';
import { readPieces } from './read-pieces.ts';
import { openRests } from './rests.ts';
import { specOf } from './spec-of.ts';

/**
 * Explains every number that an edition prints.
 *
 * @param html the page as it was printed
 * @param laid the text of the PDF in the order of its tags, with its pages
 */
export async function auditEdition(html: string, laid: readonly LaidText[], ground: AuditGround): Promise<Audit> {
  const { edition, facts, asked } = ground;
  const { meta, language } = edition;
  const sources = await answerSources(edition, asked, silent);
  const pieces = readPieces(html);
  const numbers = auditedNumbers(findNumbers(pieces, printOf(ground, sources)), locatePieces(pieces, laid), pieces);
  const rests = openRests(ground);

  const answers: AuditedAnswer[] = [];
  for (const [of, tables] of Map.groupBy(sources, ({ of: name }) => name)) {
    const spec = specOf(of, edition);
    if (!spec || !numbers.some(({ answer }) => answer === of)) continue;
    const queries: AuditedAnswer['queries'] = [];
    for (const { name, source, place } of tables) {
      const query = queryOf(source);
      const named = await asked.datasets.factsIn(query);
      queries.push({ of: name ?? null, place, query, facts: [...named], rests: [...(await rests.of(query))] });
    }
    const title = filledText(
      textIn(spec.value.title, language, spec.at('title'), silent),
      spec.at('title'),
      ground,
    ).text;
    answers.push({ name: of, title, queries, sources: figureSources(spec).map(({ id }) => id) });
  }
  const wanted = new Set([
    ...numbers.flatMap(({ fact }) => fact ?? []),
    ...answers.flatMap(({ queries }) => queries.flatMap((query) => query.facts)),
  ]);
  // A set grows while it is gone through: what a fact names is wanted, too.
  for (const name of wanted) for (const other of facts.get(name)?.restsOn ?? []) wanted.add(other);
  const audited = [];
  for (const fact of facts.values()) if (wanted.has(fact.name)) audited.push(await auditFact(fact, rests.of));

  const { name } = edition;
  return {
    $schema: '../schemas/audit.schema.json',
    edition: {
      ...{
        name,
        language,
        version: meta.value.version,
        status: meta.value.status,
        data_cutoff: meta.value.data_cutoff,
      },
      title: textIn(meta.value.title, language, meta.at('title'), silent),
    },
    counts: countKinds(numbers),
    limits: { rows: tracedRows },
    numbers: [...numbers],
    facts: audited,
    answers,
    datasets: [...rests.datasets()],
    sources: [...auditSources([...numbers, ...audited, ...answers], edition)],
  };
}

/** What is wrong was reported when the edition was compiled. */
function silent(): void {}
