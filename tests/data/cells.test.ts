import { expect, test } from 'vitest';
import { type SampleDataset, sampleData } from './sample-data.ts';

const columns = { id: 'string', value: 'integer' };

/** What opening one dataset reports, and whether a query over it still answers. */
async function opened(dataset: SampleDataset) {
  await using data = await sampleData({ figures: dataset });
  const outcome = await data.datasets.query('select * from figures');
  return { messages: data.messages(), kind: outcome.kind };
}

test('a bad cell is told at its line and column, also after a cell that runs over several lines', async () => {
  const csv = 'id,value\n"one\nof two\r\nlines",1\n\nthree,x12\n"a, ""b""",1.5\n';
  expect(await opened({ csv, columns })).toEqual({
    messages: [
      'data/figures.csv:6:7 cell-type "x12" in the column "value" is not a whole number',
      'data/figures.csv:7:12 cell-type "1.5" in the column "value" is not a whole number',
    ],
    kind: 'unread',
  });
});

test.each([
  ['integer', ['0', '-7', '+7', '9223372036854775807'], ['1,000', ' 1', '1e3', '9223372036854775808', '1.0']],
  ['number', ['0.1', '-12', '12345678901234567890123456789012345678'], ['1e3', '.5', '1.', 'NaN', '1'.repeat(39)]],
  ['boolean', ['true', 'False', '1'], ['yes', 'tRue']],
  ['date', ['2021-05-24', '2020-02-29'], ['2021-5-24', '2021-02-29', '24 May 2021', '2021-05']],
  ['year', ['2021'], ['21', '2021-05']],
  ['yearmonth', ['2021-05'], ['2021-13', '2021']],
  ['string', ['anything', ' '], []],
] as const)('the type %s takes what it means and nothing else', async (type, right, wrong) => {
  const rows = [...right, ...wrong].map((cell) => `x,"${cell}"`).join('\n');
  const { messages } = await opened({ csv: `id,value\n${rows}\n,`, columns: { id: 'string', value: type } });
  expect(messages.map((line) => / "(.*?)" in the column "value" is not /.exec(line)?.[1])).toEqual([...wrong]);
});

test.each([
  [
    'required',
    { type: 'integer', constraints: { required: true } },
    '',
    'the empty cell in the column "value" is missing',
  ],
  [
    'unique',
    { type: 'integer', constraints: { unique: true } },
    '5',
    '"5" in the column "value" stands in an earlier row too',
  ],
  [
    'enum',
    { type: 'string', constraints: { enum: ['5', 'six'] } },
    'sex',
    '"sex" in the column "value" is not one of the values',
  ],
  [
    'enum of numbers',
    { type: 'number', constraints: { enum: [5, 6] } },
    '7',
    '"7" in the column "value" is not one of the values',
  ],
  [
    'pattern',
    { type: 'string', constraints: { pattern: '\\d' } },
    '12',
    '"12" in the column "value" does not have the form of its column',
  ],
  ['minimum', { type: 'integer', constraints: { minimum: 0 } }, '-1', '"-1" in the column "value" is less than 0'],
  [
    'maximum',
    { type: 'date', constraints: { maximum: '2021-01-01' } },
    '2021-01-02',
    '"2021-01-02" in the column "value" is more than 2021-01-01',
  ],
] as const)('the constraint %s is kept', async (_, value, bad, message) => {
  const good = value.type === 'date' ? '2020-12-31' : '5';
  const { messages } = await opened({ csv: `id,value\na,${good}\nb,${bad}\n`, columns: { id: 'string', value } });
  expect(messages).toEqual([`data/figures.csv:3:3 cell-type ${message}`]);
});

test('a primary key of two columns may repeat neither as a whole nor lack a part', async () => {
  const csv = 'id,value\na,1\na,2\nb,1\na,1\n,4\n';
  expect((await opened({ csv, columns, primaryKey: ['id', 'value'] })).messages).toEqual([
    'data/figures.csv:5:3 cell-type "1" in the column "value" repeats id, value of an earlier row',
    'data/figures.csv:6:1 cell-type the empty cell in the column "id" is missing',
  ]);
});

test('past twenty bad cells the rest are counted', async () => {
  const csv = `id,value\n${'x,y\n'.repeat(50)}`;
  const { messages } = await opened({ csv, columns });
  expect(messages).toHaveLength(21);
  expect(messages.at(-1)).toBe('data/figures.csv:22:3 cell-type 30 more cells from here on do not fit their columns');
});

test('words for a missing value are those of the descriptor', async () => {
  await using data = await sampleData({
    figures: { csv: 'id,value\na,n/a\nb,\n', columns, missingValues: ['', 'n/a'] },
  });
  expect(data.messages()).toEqual([]);
  const outcome = await data.datasets.query('select count(*) as n from figures where value is null');
  expect(outcome).toMatchObject({ table: { rows: [{ n: { decimal: '2' } }] } });
});

test.each([
  ['too many cells', 'id,value\na,1\nb,2,3\n', '3:1 row-shape the row has 3 cells, and the head names 2 columns'],
  ['too few cells', 'id,value\na\n', '2:1 row-shape the row has one cell, and the head names 2 columns'],
  [
    'an open quotation mark',
    'id,value\na,1\n"b,2\nc,3\n',
    '3:1 row-shape a quotation mark is opened here and not closed',
  ],
  [
    'words after a quotation mark',
    'id,value\na,"1"2\n',
    '2:3 row-shape words follow the closing quotation mark of a cell',
  ],
  [
    'two kinds of line ends',
    'id,value\na,1\r\nb,"2\n"\n',
    '2:1 row-shape this line ends in another way than the first',
  ],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('id,value\na,1\nS'), Buffer.from([0xe9]), Buffer.from('gou,2\n')]),
    '3:2 row-shape the file is not in UTF-8: a letter here cannot be read',
  ],
])('a table with %s is out of shape there', async (_, csv, messages) => {
  expect(await opened({ csv, columns })).toEqual({ messages: [`data/figures.csv:${messages}`], kind: 'unread' });
});

test('a head that does not match names what is missing and what is too much', async () => {
  await using data = await sampleData({ figures: { csv: 'id,valeu,more\na,1,2\n', columns } });
  expect(data.messages()).toEqual([
    'data/figures.csv:1:1 dataset-columns the column "value" of datapackage.yaml is not there',
    'data/figures.csv:1:4 dataset-columns datapackage.yaml describes no column "valeu"',
    'data/figures.csv:1:10 dataset-columns datapackage.yaml describes no column "more"',
  ]);
  expect(data.diagnostics.list()[1]?.cure).toBe('did you mean "value"?');
});

test('a column that has another name now is told once, with all that are described', async () => {
  await using data = await sampleData({ figures: { csv: 'id,deaths\na,1\n', columns } });
  expect(data.messages()).toEqual([
    'data/figures.csv:1:4 dataset-columns datapackage.yaml describes no column "deaths", and its column "value" is not here',
  ]);
  expect(data.diagnostics.list()[0]?.cure).toBe(
    'if "deaths" is the new name of "value", change it in datapackage.yaml too, else correct it here; the columns that it describes are "id", "value"',
  );
});

test('a file that a spreadsheet has parted by semicolons is told so, once', async () => {
  await using data = await sampleData({
    figures: { csv: 'id;value\na;1\nb;2,5\n', columns, hash: `sha256:${'0'.repeat(64)}` },
  });
  expect(data.messages()).toEqual([
    'data/figures.csv:1:1 dataset-columns the cells of this file are separated by semicolons',
  ]);
  expect(data.diagnostics.list()[0]?.cure).toBe('save it with commas between the cells');
});

test('columns may stand in another order than described, after a byte order mark, between Windows line ends', async () => {
  await using data = await sampleData({ figures: { csv: '\uFEFFvalue,id\r\n7,a\r\n', columns } });
  expect(data.messages()).toEqual([]);
  expect(await data.datasets.query('from figures')).toMatchObject({
    table: { columns: ['id', 'value'], rows: [{ id: { text: 'a' }, value: { decimal: '7' } }] },
  });
});

test('a file that is not there is told where the data package names it, with the one that was meant', async () => {
  await using data = await sampleData({ figures: { csv: 'id,value\n', columns }, figurs: { columns } });
  expect(data.messages()).toEqual(['data/datapackage.yaml:1:4 file-missing there is no file data/figurs.csv']);
  expect(data.diagnostics.list()[0]?.cure).toBe('did you mean "figures.csv"?');
});

test.each([
  ['a dating column', { columns, dated_by: 'vaule' }, 'dataset-columns the dataset "figures" has no column "vaule"'],
  ['a key', { columns, primaryKey: ['id', 'x'] }, 'dataset-columns the dataset "figures" has no column "x"'],
  [
    'a limit',
    { columns: { id: { type: 'string', constraints: { minimum: 3 } }, value: 'integer' } },
    'value-type the minimum "3" of the column "id" is not a limit for the type string',
  ],
  [
    'a pattern',
    { columns: { id: { type: 'string', constraints: { pattern: '(' } }, value: 'integer' } },
    'value-type the pattern of the column "id" cannot be read: missing ): (',
  ],
])('%s that the table cannot have is told in the data package', async (_, descriptor, messages) => {
  const { messages: lines } = await opened({ csv: 'id,value\na,1\n', ...descriptor });
  expect(lines.map((line) => line.replace(/^data\/datapackage.yaml:\d+:\d+ /, ''))).toEqual([messages]);
});
