import { collectDiagnostics, type Diagnostic, type Report } from '../press/diagnostics/diagnostic.ts';
import { rules } from '../press/diagnostics/rules.ts';
import { type Compiled, compileEdition, pressProof } from '../press/index.ts';
import { openBrowser } from '../press/print/open-browser.ts';
import { openProject } from '../press/project.ts';
import { publish } from '../press/publish.ts';
import { listEditions } from '../press/read/edition-names.ts';
import { diskFiles } from '../press/read/files.ts';
import type { BuildWorld } from './build.ts';
import { expectEditions } from './expect-editions.ts';
import type { BuildOptions } from './options.ts';
import { takeTurns } from './turns.ts';

/** The proof of an edition, as it lies on the disk. */
export interface PrintedProof {
  readonly kind: 'printed';
  readonly edition: string;
  /** As the caller wrote it: out/proof/mali.pdf. */
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  /** How many errors are marked in it. */
  readonly marked: number;
}

/** An edition that not even a proof shows, and why. */
export interface RefusedProof {
  readonly kind: 'refused';
  readonly edition: string;
  /** One sentence, without a full stop. */
  readonly why: string;
}

/** How printing proofs ended. */
export interface Proofs {
  /** Whether every edition has its proof. */
  readonly ok: boolean;
  readonly proofs: readonly (PrintedProof | RefusedProof)[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Prints proofs of editions into the folder proof of the output: for eyes in the house, with every error marked, whatever the
 * status. Each edition is by itself: one that cannot be shown keeps no other back. What has been published stays as it is.
 */
export async function proof(options: BuildOptions, world: BuildWorld): Promise<Proofs> {
  const { root, progress } = world;
  const all = listEditions(diskFiles(root));
  expectEditions(options.editions, all);
  const names = options.editions.length > 0 ? [...new Set(options.editions)] : all;
  const collected = collectDiagnostics();
  // What is wrong with the data and the designers’ files is wrong with each edition.
  const shared = collectDiagnostics();
  await using project = await openProject(root, shared.report);
  const candidates: ProofCandidate[] = [];
  for (const name of names) {
    const own = collectDiagnostics();
    for (const diagnostic of shared.list()) own.report(diagnostic);
    const compiled = project && (await compileEdition(name, project, own.report, progress.of(name)));
    progress.pause(name);
    candidates.push({ name, compiled, diagnostics: own.list() });
  }
  for (const { diagnostics } of candidates) for (const diagnostic of diagnostics) collected.report(diagnostic);
  await using printer = candidates.some((candidate) => whyNot(candidate) === undefined)
    ? await openBrowser({ jobs: options.jobs, say: progress.say })
    : undefined;
  for (const notice of printer?.notices ?? []) progress.say(notice);
  const inTurn = printer && takeTurns(printer, options.jobs, progress);
  const proofs = await Promise.all(
    candidates.map((candidate) => proofOf(candidate, inTurn, { ...world, report: collected.report, out: options.out })),
  );
  return { ok: proofs.every(({ kind }) => kind === 'printed'), proofs, diagnostics: collected.list() };
}

/** An edition as far as it could be compiled, and all that was told of it. */
interface ProofCandidate {
  readonly name: string;
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why an edition is not shown even as a proof; undefined where it is. */
function whyNot({ compiled, diagnostics }: ProofCandidate): string | undefined {
  const unsafe = diagnostics.find(({ rule }) => rules[rule].noProof === 'unsafe');
  if (unsafe) return `it is not safe to be shown (${unsafe.rule}): ${unsafe.message}`;
  if (!compiled) return 'it cannot be read at all: correct the errors above first';
  const failed = diagnostics.find(({ rule }) => rules[rule].noProof === 'no pages');
  return failed && `its pages cannot be laid out: correct ${failed.place.file} first`;
}

async function proofOf(
  candidate: ProofCandidate,
  inTurn: ReturnType<typeof takeTurns> | undefined,
  { out, epoch, report, progress }: BuildWorld & { readonly report: Report; readonly out: string },
): Promise<PrintedProof | RefusedProof> {
  const { name: edition, compiled, diagnostics } = candidate;
  const why = whyNot(candidate);
  if (why !== undefined || !compiled || !inTurn)
    return { kind: 'refused', edition, why: why ?? 'it cannot be printed' };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const pressWorld = { epoch, report, onStage: progress.of(edition) };
  const { pdf, pages } = await inTurn(edition, (own) => pressProof(compiled, errors, own, pressWorld));
  const path = `proof/${edition}.pdf`;
  await publish([{ path, bytes: pdf }], out);
  progress.done(edition);
  return { kind: 'printed', edition, path: `${out}/${path}`, pages, bytes: pdf.length, marked: errors.length };
}
