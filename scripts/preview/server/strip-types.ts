import { stripTypeScriptTypes } from 'node:module';

/** TypeScript as a browser reads it: types give way to spaces, so that lines and columns stay. */
export function stripTypes(source: string): string {
  // Node 24 warns at the first call that the function may change; its version is locked.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
