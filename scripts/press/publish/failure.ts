/** What to do about what the system says, by its code. */
const cures: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: () => 'the disk is full: free some space and build again',
  EDQUOT: () => 'your share of the disk is used up: free some space and build again',
  EFBIG: () => 'the file is larger than the disk can hold: choose another folder with --out',
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: () => 'the disk can only be read: choose another folder with --out',
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EISDIR: () => 'a folder has its name: move that away, or choose another folder with --out',
  EBUSY: () => 'another program holds it open: close it there and build again',
};

/** The error of publishing: what it was to do, why it could not, what to do. */
export function failure(doing: string, folder: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const cure = cures[code]?.(folder) ?? 'see that the folder is there and can be written to, and build again';
  return new Error(`Could not ${doing}: ${cure}`, { cause });
}

function forbidden(folder: string): string {
  return `you may not write there: change the rights of ${folder}, or choose another folder with --out`;
}

function inTheWay(folder: string): string {
  return `a file stands where a folder is needed: move it away, or choose another folder than ${folder} with --out`;
}
