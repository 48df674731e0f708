import { z } from 'zod';

/** What the data engine said when it refused. */
export interface EngineFault {
  /** The engine's kind of fault: "Binder", "Invalid Input", "IO". */
  readonly kind: string;
  /** Its first sentence, without what only its own settings could change. */
  readonly message: string;
  /** The whole of it. */
  readonly words: string;
  /** Offset in the query, in bytes of UTF-8. */
  readonly position: number | undefined;
  /** The name that it did not find, and those that are near. */
  readonly name: string | undefined;
  readonly candidates: readonly string[];
}

/** DuckDB's errors under its setting errors_as_json. */
const errorShape = z.object({
  exception_type: z.string(),
  exception_message: z.string(),
  position: z.coerce.number().optional(),
  name: z.string().optional(),
  candidates: z.string().optional(),
});

/** Faults that no query and no table is to blame for. */
const ours = ['FATAL', 'INTERNAL', 'IO', 'Out of Memory'];

/**
 * Reads an error of the engine as a fault of what it was asked.
 *
 * @throws Error where it is the engine's own fault or the machine's
 */
export function engineFault(cause: unknown, doing: string): EngineFault {
  const words = cause instanceof Error ? cause.message : String(cause);
  const parsed = errorShape.safeParse(jsonOrNothing(words.replace(/^[\w ]+ Error: (?=\{)/, '')));
  if (!parsed.success) {
    const [, kind, message] = /^(\w[\w ]*?) Error: (.*)/.exec(words) ?? [];
    if (kind === undefined || message === undefined || isOurs(kind)) throw failure(doing, cause);
    return { kind, message, words, position: undefined, name: undefined, candidates: [] };
  }
  const { exception_type: kind, exception_message, position, name, candidates } = parsed.data;
  if (isOurs(kind)) throw failure(doing, cause);
  const [first = ''] = exception_message.split('\n');
  return {
    kind,
    message: first.replace(/[.!]$/, ''),
    words: exception_message,
    position,
    name,
    candidates: candidates === undefined || candidates === '' ? [] : candidates.split(',').map((one) => one.trim()),
  };
}

function isOurs(kind: string): boolean {
  return ours.some((one) => one.toLowerCase() === kind.toLowerCase());
}

function failure(doing: string, cause: unknown): Error {
  return new Error(`${doing} failed in the data engine: see that there is free memory and disk, and run again`, {
    cause,
  });
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
