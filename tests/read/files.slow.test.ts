import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataCommand } from '../../scripts/data/data-command.ts';
import { importCommand } from '../../scripts/import/import-command.ts';
import { noCopies } from '../../scripts/press/data/copies.ts';
import { diskFiles, fileLimits } from '../../scripts/press/read/files.ts';
import { messagesOf } from '../cli/run-build.ts';
import { type SmallProject, wellsProject } from '../small-project.ts';

/** What a machine keeps for itself. It looks like whatever the press would read. */
const secret = '# SECRET\n\nSECRET: ["SECRET"]\n';

let elsewhere: string;
beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  await mkdir(join(elsewhere, 'folder'));
  for (const name of ['secret', 'folder/10-secret.md', 'folder/edition.yaml']) {
    await writeFile(join(elsewhere, name), secret);
  }
});
afterAll(() => rm(elsewhere, { recursive: true, force: true }));

/** The wells, for all tests that only put something in the place of one file. */
let wells: SmallProject;
beforeAll(async () => {
  wells = await wellsProject();
});
afterAll(() => wells[Symbol.asyncDispose]());

/** What the check says of the wells with something in the place of a file. Afterwards the file has its place again. */
async function messagesWith(path: string, put: (place: string) => unknown): Promise<readonly string[]> {
  const place = join(wells.root, path);
  const kept = join(elsewhere, 'kept');
  const isThere = await rename(place, kept).then(
    () => true,
    () => false,
  );
  const made = await mkdir(dirname(place), { recursive: true });
  try {
    await put(place);
    return await messagesOf(wells.root);
  } finally {
    await rm(made ?? place, { recursive: true });
    if (isThere) await rename(kept, place);
  }
}

const files = [
  'content/wells/en/20-settings.md',
  'content/wells/edition.yaml',
  'content/wells/facts.yaml',
  'content/wells/charts/wells-dug.yaml',
  'content/wells/images/well.svg',
  'content/series.yaml',
  'content/sources.yaml',
  'content/labels/en.yaml',
  'data/datapackage.yaml',
  'data/wells.csv',
  'data/rivers.geojson',
  'styles/tokens.yaml',
  'styles/page.css',
  'templates/factsheet.hbs',
  'templates/partials/figure.hbs',
];

const folders = ['content/wells/en', 'content/wells/charts', 'content/wells/images', 'content/labels', 'styles/audit'];

describe('what leads out of the project is told at its name, and nothing of it', () => {
  test.each(files)('in the place of %s', async (path) => {
    const messages = await messagesWith(path, (place) => symlink(join(elsewhere, 'secret'), place));
    expect(messages).toContain(`${path}:1 file-kind ${path} leads out of the project by a link`);
    expect(messages.join('\n')).not.toContain('SECRET');
  });

  test.each([...folders, 'content', 'content/other', 'data', 'styles'])(
    'in the place of the folder %s',
    async (path) => {
      const messages = await messagesWith(path, (place) => symlink(join(elsewhere, 'folder'), place));
      expect(messages.join('\n')).toMatch(
        new RegExp(`^${path}(/.*)?:1 file-kind ${path}(/.*)? leads out of the project by a link`, 'm'),
      );
      expect(messages.join('\n')).not.toContain('SECRET');
    },
  );
});

describe('what has no end, or is no file, is told and not read', () => {
  const fifo = (place: string) => execFileSync('mkfifo', [place]);
  test.each(files)('a pipe in the place of %s', async (path) => {
    const messages = await messagesWith(path, fifo);
    expect(messages).toContain(`${path}:1 file-kind ${path} is neither a file nor a folder but a device or a pipe`);
  });

  test.each(files.filter((path) => !path.endsWith('.csv')))('a folder in the place of %s', async (path) => {
    const messages = await messagesWith(path, (place) => mkdir(place));
    expect(messages).toContain(`${path}:1 file-kind ${path} is a folder where a file belongs`);
  });

  test.each([
    ['nowhere', 'nothing', 'is a link that leads nowhere'],
    ['to itself', '20-settings.md', 'is a link that leads nowhere'],
    ['to a device', '/dev/zero', 'leads out of the project by a link'],
  ])('a link %s', async (_, target, why) => {
    const path = 'content/wells/en/20-settings.md';
    const messages = await messagesWith(path, (place) => symlink(target, place));
    expect(messages.filter((line) => line.startsWith(path))).toEqual([`${path}:1 file-kind ${path} ${why}`]);
  });

  test('a file in the place of a folder', async () => {
    const messages = await messagesWith('content/wells/timelines', (place) => writeFile(place, ''));
    expect(messages).toContain(
      'content/wells/timelines:1 file-kind content/wells/timelines is a file where a folder belongs',
    );
  });

  test('a file that is too large', async () => {
    const path = 'content/wells/en/20-settings.md';
    const messages = await messagesWith(path, async (place) => {
      await writeFile(place, '# Settings\n');
      await truncate(place, fileLimits.text + 1);
    });
    expect(messages).toEqual([
      `${path}:1 file-size ${path} has 21 MB, and the press reads at most 20 MB of such a file`,
    ]);
  });
});

test('a link from one place of the project to another is followed', async () => {
  await using project = await wellsProject({ 'content/wells/images/well.txt': 'no picture' });
  await symlink('../../../content/wells/en/10-wells.md', join(project.root, 'content/wells/en/20-more.md'));
  await symlink(join(project.root, 'content'), join(project.root, 'styles/more'));
  const files = diskFiles(project.root);
  expect(files.bytes('content/wells/en/20-more.md')).toEqual(files.bytes('content/wells/en/10-wells.md'));
  expect(files.list('styles/more')).toContain('series.yaml');
  // The project itself may be reached by a link.
  const link = join(elsewhere, 'project');
  await symlink(project.root, link);
  expect(diskFiles(link).bytes('content/series.yaml')).toEqual(files.bytes('content/series.yaml'));
  expect(diskFiles(link).bytes('../secret')).toBeUndefined();
});

test('a folder that becomes a link while it is read does not lead out either', async () => {
  await using project = await wellsProject();
  const { root } = project;
  const [here, kept] = [join(root, 'content/wells/en'), join(root, 'content/wells/kept')];
  await writeFile(join(here, '10-secret.md'), 'own');
  const files = diskFiles(root);
  const contents = new Set<string>();
  for (let turn = 0; turn < 40; turn += 1) {
    const swapping = rename(here, kept)
      .then(() => symlink(join(elsewhere, 'folder'), here))
      .then(() => rm(here))
      .then(() => rename(kept, here));
    for (let read = 0; read < 20; read += 1) {
      contents.add(Buffer.from(files.bytes('content/wells/en/10-secret.md') ?? '').toString());
      await Promise.resolve();
    }
    await swapping;
  }
  expect([...contents].filter((text) => text.includes('SECRET'))).toEqual([]);
});

test('npm run data neither waits for a pipe nor follows a link out', async () => {
  await using project = await wellsProject();
  const { root } = project;
  await rm(join(root, 'data/wells.csv'));
  execFileSync('mkfifo', [join(root, 'data/wells.csv')]);
  for (const words of [[], ['changes']]) {
    const { text } = await dataCommand(words, root, noCopies);
    expect(text).toContain('wells');
  }
});

test('an import takes pictures from the manuscript’s folder alone, and clean ones', async () => {
  await using project = await wellsProject();
  const { root } = project;
  await writeFile(join(elsewhere, 'secret.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><text>SECRET</text></svg>');
  await symlink(join(elsewhere, 'secret.svg'), join(root, 'out.svg'));
  await writeFile(join(root, 'in.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><!-- SECRET --><rect/></svg>');
  await writeFile(join(root, 'm.md'), '# Wells\n\n![An outer well](out.svg)\n\n![An inner well](in.svg)\n');
  const { text } = await importCommand(['m.md', '--edition', 'more'], root, new Date('2031-07-01T12:00:00Z'));
  const files = diskFiles(root);
  expect(files.list('content/more/images')).toEqual(['m-1.svg']);
  expect(Buffer.from(files.bytes('content/more/images/m-1.svg') ?? '').toString()).not.toContain('SECRET');
  expect(text).toContain('out of the picture images/m-1.svg were taken: comments');
});
