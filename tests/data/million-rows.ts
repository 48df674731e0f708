// Opens a dataset of a million rows in a process of its own, asks it some questions, and says what that took.
import { openDatasets } from '../../scripts/press/data/open-datasets.ts';
import { dataPackageSchema } from '../../scripts/press/read/schemas/data-package.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const fields = [
  { name: 'id', type: 'integer', constraints: { required: true, unique: true } },
  { name: 'region', type: 'string', constraints: { required: true } },
  { name: 'actor', type: 'string' },
  { name: 'killed', type: 'integer', constraints: { minimum: 0 } },
  { name: 'share', type: 'number' },
  { name: 'day', type: 'date' },
];
const resource = {
  name: 'events',
  path: file,
  title: 'Events',
  sources: [{ title: 'made up' }],
  licenses: [{ name: 'none' }],
  retrieved: '2022',
  dated_by: 'day',
  schema: { fields },
};
const value = dataPackageSchema.parse({ name: 'large', title: 'Large', resources: [resource] });
const at = () => ({ file: 'data/datapackage.yaml', line: 1, column: 1 });
const messages: string[] = [];
await using datasets = await openDatasets(
  { value, at },
  folder,
  ({ rule, message }) => void messages.push(`${rule} ${message}`),
);
const answers: unknown[] = [];
for (const sql of [
  'select sum(killed) / count(*) as mean from events',
  'select region, sum(killed) as killed from events group by region order by killed desc, region limit 1',
  'select count(distinct id) as ids from events',
  'select a.id from events a join events b on a.id = b.id where a.killed = 7 order by a.day, a.id limit 1',
  'select id from events order by share, actor, id limit 1',
]) {
  const outcome = await datasets.query(sql, '2019');
  answers.push(outcome.kind === 'table' || outcome.kind === 'late' ? outcome.table.rows : outcome);
}
const behind = await datasets.rowsBehind('select sum(killed) from events where killed < 500', 3);
answers.push([...behind].map(([, { count, rows }]) => [count, rows.map(({ number }) => number)]));
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
process.stdout.write(JSON.stringify({ messages, answers, megabytes }));
