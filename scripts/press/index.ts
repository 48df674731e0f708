import { attachAudit, attachDatasets, datasetsInUse } from './attachments.ts';
import { type Audit, type AuditFiles, auditFiles } from './audit/audit.ts';
import { auditPage } from './audit/audit-page.ts';
import type { Audited } from './audit/evidence.ts';
import { drawCharts } from './charts/draw.ts';
import { answerTables } from './data/answer-tables.ts';
import { type Diagnostic, holdUnused, type Report } from './diagnostics/diagnostic.ts';
import type { AnsweredRun } from './edition-run.ts';
import { checkFactSources } from './facts/check-fact-sources.ts';
import { beginRun } from './facts/evaluate-facts.ts';
import { fillMeta } from './facts/fill-meta.ts';
import { reportUnusedFacts } from './facts/report-unused.ts';
import type { Attachment } from './finish/index.ts';
import { checkNumbers } from './numbers/check-numbers.ts';
import type { DeclaredName } from './numbers/declared-names.ts';
import { type Composed, type ComposePage, composePage } from './page/compose-page.ts';
import { type PageBody, pageBody } from './page/page-body.ts';
import type { PageHtml } from './page/page-html.ts';
import type { Printer } from './print/open-browser.ts';
import type { Project } from './project.ts';
import { parseMarkdown } from './prose/markdown.ts';
import { writeProse } from './prose/write-prose.ts';
import { type Edition, readEdition } from './read/edition.ts';
import type { Verified } from './verify/verify-pdf.ts';

/** The stages of the press, in the order in which an edition goes through them. */
export type Stage = 'read' | 'data' | 'charts' | 'prose' | 'attach' | 'page' | 'print' | 'finish' | 'audit' | 'verify';

/** Hears which stage begins. */
export type OnStage = (stage: Stage) => void;

/** An edition that is ready to be printed. */
export interface Compiled extends Composed, Audited {
  /** As it is printed. */
  readonly edition: Edition;
  /** The files that go within its PDF. */
  readonly attachments: readonly Attachment[];
  /** Writes its audit as a page. */
  readonly auditPage: (audit: Audit) => string;
  /** The names that it or its series declares, as far as its numbers need them. */
  readonly usedNames: ReadonlySet<DeclaredName>;
  /** The only font families that its PDF may hold. */
  readonly families: readonly string[];
  /** The area of its pages between the margins. */
  readonly body: PageBody;
}

/** An edition that is ready to be published. */
export interface Pressed extends Verified {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly audit: Audit;
  /** The audit as files that lie beside the PDF and go within it. */
  readonly audits: AuditFiles;
  /** What it was finished from: the page, and its print as the browser gave it. */
  readonly html: string;
  readonly print: Uint8Array;
}

/** From files to HTML: all that can be known of an edition without a browser. Undefined where it cannot be read. */
export async function compileEdition(
  name: string,
  project: Project,
  tell: Report,
  onStage: OnStage,
): Promise<Compiled | undefined> {
  const { report, tellUnused } = holdUnused(tell);
  const { files, shared, design, datasets, atlas, coverage, cache } = project;
  onStage('read');
  const written = readEdition(files, name, shared, report);
  if (!written) return undefined;

  onStage('data');
  checkFactSources(written, report);
  const begun = await beginRun(written, project, report);
  const filled = fillMeta(begun, report);
  const answered = await answerTables(begun, report);

  onStage('charts');
  const drawn = await drawCharts(begun, atlas, { ...design, cache }, report);
  const { edition } = filled;
  const { drawings } = drawn;
  const run: AnsweredRun = { ...begun, edition, drawings, tables: new Map([...answered.tables, ...drawn.tables]) };

  onStage('prose');
  const trees = edition.sections.map(({ markdown }) => parseMarkdown(markdown));
  const prose = writeProse(run, trees, report);
  const usedFacts = filled.usedFacts.union(answered.usedFacts).union(drawn.usedFacts).union(prose.printedFacts);
  reportUnusedFacts(run, usedFacts, report);

  onStage('attach');
  const inUse = await datasetsInUse(run, prose, usedFacts);
  const attachments = attachDatasets(inUse, run, report);
  const described = inUse.map(({ dataset }) => dataset);
  const { typed, usedNames } = await checkNumbers(run, { trees, described }, report);
  if (datasets.unread.size === 0 && shared.broken.length === 0) tellUnused();

  onStage('page');
  const { fonts, fallbacks } = design.tokens;
  const families = [...Object.values(fonts), ...fallbacks].map((family) => family.name);
  return {
    run,
    edition,
    attachments,
    typed,
    described,
    usedNames,
    families,
    auditPage: (audit) => auditPage(audit, design, edition, report),
    body: pageBody(design.tokens),
    ...composePage({ edition, prose, drawings, inUse }, { ...design, coverage }, report),
  };
}

/** What pressing takes besides an edition. */
export interface PressWorld {
  /** SOURCE_DATE_EPOCH, if it is set. */
  readonly epoch: string | undefined;
  readonly report: Report;
  readonly onStage: OnStage;
}

/** From HTML to the PDF that is published. What verification finds is reported. */
export async function pressEdition(compiled: Compiled, printer: Printer, world: PressWorld): Promise<Pressed> {
  const { edition, compose } = compiled;
  const { report, onStage } = world;
  // Loaded here, since checking does not need it and is to be quick.
  const { auditEdition, reportUnexplained } = await import('./audit/audit-edition.ts');
  const { printed, finished } = await printFinished(compiled, compose, printer, world);
  const { html } = printed.html;
  onStage('audit');
  const audit = await auditEdition(html, finished.text, compiled);
  reportUnexplained(audit, edition, report);
  const audits = auditFiles(audit, compiled.auditPage(audit));
  const attachments = [...compiled.attachments, ...attachAudit(audits, edition, report)];
  const pdf = finished.write(attachments);
  onStage('verify');
  const { budgets } = edition.meta.value;
  const verified = await verify(pdf, printed.html, { compiled, attachments, budgets }, report);
  return { name: edition.name, pdf, audit, audits, html, print: printed.pdf, ...verified };
}

/** An edition as it is, with what is wrong marked in it. */
export interface Proof extends Verified {
  readonly name: string;
  readonly pdf: Uint8Array;
}

/**
 * From HTML to the PDF of a proof: with marks where something failed, without an audit. No budget holds it back.
 *
 * @param errors what compiling the edition told
 */
export async function pressProof(
  compiled: Compiled,
  errors: readonly Diagnostic[],
  printer: Printer,
  world: PressWorld,
): Promise<Proof> {
  const { edition, attachments } = compiled;
  const { printed, finished } = await printFinished(compiled, compiled.composeProof(errors), printer, world);
  const pdf = finished.write(attachments);
  world.onStage('verify');
  const budgets = { pages: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
  const verified = await verify(pdf, printed.html, { compiled, attachments, budgets }, world.report);
  return { name: edition.name, pdf, ...verified };
}

async function printFinished(
  { edition, body }: Compiled,
  compose: ComposePage,
  printer: Printer,
  { epoch, onStage }: PressWorld,
) {
  const [{ printSettled }, { carryIdentities, finishPrint }, { propertiesOf }] = await Promise.all([
    import('./print/settle.ts'),
    import('./finish/index.ts'),
    import('./document-properties.ts'),
  ]);
  onStage('print');
  const printed = await printSettled(printer, (numbers) => {
    const page = compose(numbers);
    return { ...page, ...carryIdentities(page.html) };
  });
  onStage('finish');
  const { identities, text } = printed.html;
  const properties = propertiesOf(edition, epoch);
  return { printed, finished: finishPrint(printed.pdf, { properties, identities, text, body }) };
}

interface ToVerify {
  readonly compiled: Compiled;
  readonly attachments: readonly Attachment[];
  readonly budgets: Edition['meta']['value']['budgets'];
}

async function verify(
  pdf: Uint8Array,
  page: PageHtml,
  { compiled: { families, body, edition }, attachments, budgets }: ToVerify,
  report: Report,
): Promise<Verified> {
  const { verifyPdf } = await import('./verify/verify-pdf.ts');
  const expected = { families, body, budgets, appendix: 'appendix', attachments, at: edition.meta.at };
  return await verifyPdf(pdf, page, expected, report);
}
