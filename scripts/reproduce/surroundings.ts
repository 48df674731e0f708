/** What a build must not depend on. */
export interface Surroundings {
  /** The name of the clone's folder. */
  readonly folder: string;
  /** How many editions are printed at once. */
  readonly jobs: number;
  /** The rights that new files do not get, in octal. */
  readonly umask: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Two surroundings that have as little in common as one machine allows. */
export const surroundings: readonly Surroundings[] = [
  {
    folder: 'a',
    jobs: 1,
    umask: '022',
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', COLUMNS: '40' },
  },
  {
    folder: 'another folder, längere Wege',
    jobs: 4,
    umask: '077',
    environment: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '200' },
  },
];
