import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { type Compiled, compileEdition } from '../press/index.ts';
import type { Project } from '../press/project.ts';

/** An edition that was compiled, and what was told while it was. */
export interface CompiledEdition {
  /** Undefined where it has errors: then its pages are not printed. */
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles one edition. What is wrong with the project itself is not told again. */
export async function compiledEdition(name: string, project: Project): Promise<CompiledEdition> {
  const diagnostics = collectDiagnostics();
  const compiled = await compileEdition(name, project, diagnostics.report, () => {});
  return { compiled: diagnostics.failed ? undefined : compiled, diagnostics: diagnostics.list() };
}
