import { describe, expect, test } from 'vitest';
import { addressFault, doiAddress } from '../../scripts/press/read/schemas/address.ts';
import { messagesOf } from '../cli/run-build.ts';
import { wellsProject } from '../small-project.ts';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('an address that leaves', () => {
  test.each([
    'https://example.org',
    'http://www.example.org/a/b?c=d#e',
    'HTTPS://Example.ORG/A',
    'https://example.org:8080/a',
    'https://example.org/%20a,b;(c)',
    'https://example.org?to=https://b@c.example',
    'https://пример.рф/путь',
    'https://xn--e1afmkfd.xn--p1ai/',
    'https://fa.example.org/می‌شود',
    'https://日本.example/地図',
    'mailto:desk@example.org',
    'mailto:desk@example.org?subject=Wells&body=Dear%20desk',
  ])('%s', (address) => expect(addressFault(address, 'web or mail')).toBeUndefined());

  test('a field of a file takes the web alone', () => {
    expect(addressFault('mailto:desk@example.org', 'web')).toBe('write a whole address, with https://');
  });
});

describe('an address that stays in the house', () => {
  test.each([
    // Other schemes, in whatever letters.
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://example.org',
    'file:///etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox',
    'ms-msdt:/id',
    'ftp://example.org',
    'view-source:https://example.org',
    'blob:https://example.org/1',
    'constructor:a',
    // What a parser of addresses reads over.
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' https://example.org',
    'https://example.org/a b',
    'https://example.org\u00a0',
    'https:\\\\example.org',
    'https://example.org\\@evil.example',
    'https://example.org/\u001b[2J',
    'https://example.org/\u202egpj.exe',
    'https://example.org/\ud800',
    // What is no whole address.
    '',
    '//example.org/a',
    '/a',
    'example.org',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'https://',
    'https://wells',
    // What names another host than it seems to.
    'https://example.org@evil.example/',
    'https://user:password@example.org/',
    'https://ｅｘａｍｐｌｅ.org',
    'https://example。org',
    'https://example.org⁄evil.example',
    'https://%65xample.org',
    'https://0x7f.1/',
    'https://exаmple.org',
    'mailto:',
    'mailto:desk',
    'mailto:desk@example.org,other@example.org',
    'mailto:desk@example.org?attach=/etc/passwd',
  ])('%j', (address) => {
    expect(addressFault(address, 'web or mail')).toMatch(/^(write|take) /);
    expect(addressFault(address, 'web')).toMatch(/^(write|take) /);
  });
});

test('the address of a DOI leads to it, whatever signs it has', () => {
  expect(doiAddress('10.1000/182')).toBe('https://doi.org/10.1000/182');
  expect(doiAddress('10.1002/(SICI)1097<1::AID>3.0.CO;2-#')).toBe(
    'https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-%23',
  );
});

const source = { 'content/sources.yaml': (address: string) => replace('issued: "2024"', `URL: ${address}`) };
const descriptor = {
  'data/datapackage.yaml': (address: string) =>
    replace('title: The Book of Invented Wells', `title: A book, path: ${address}`),
};

describe.each([
  ['a source', 'content/sources.yaml', source['content/sources.yaml'], 'URL'],
  ['a source of data', 'data/datapackage.yaml', descriptor['data/datapackage.yaml'], 'path'],
  [
    'a license',
    'data/datapackage.yaml',
    (address: string) => replace('name: public-record', `name: public-record, path: ${address}`),
    'path',
  ],
  [
    'a partner',
    'content/series.yaml',
    (address: string) => replace('name: Institute of Invented Wells', `name: Institute\n    url: ${address}`),
    'url',
  ],
  [
    'the contact',
    'content/series.yaml',
    (address: string) => replace('language: en', `language: en\ncontact: { url: ${address} }`),
    'url',
  ],
])('%s', (_what, file, change, key) => {
  test.each(['"javascript:alert(1)"', '"java\\nscript:alert(1)"', '"https://example.org@evil.example"'])(
    'with the address %s is told',
    async (address) => {
      await using project = await wellsProject({ [file]: change(address) });
      const [first] = await messagesOf(project.root);
      expect(first).toMatch(new RegExp(`^${file}:\\d+ link-target "[^]*" cannot be used for "${key}"`));
    },
  );

  test('with one on the web is not', async () => {
    await using project = await wellsProject({ [file]: change('https://example.org/a') });
    expect((await messagesOf(project.root)).filter((line) => line.includes('link-target'))).toEqual([]);
  });
});

test('text links to them no more than files do', async () => {
  await using project = await wellsProject({
    'content/wells/en/20-more.md': [
      '# More',
      '[a](javascript:alert) [b](JAVASCRIPT:alert) <javascript:c> [d](data:text/html,d) [e](//example.org) [f][g]',
      '[h](<java&#10;script:h>) [i](https://a@example.org) [j](mailto:desk@example.org?attach=j)',
      '',
      '[g]: file:///etc/passwd',
    ].join('\n'),
  });
  const messages = await messagesOf(project.root);
  expect(messages.map((line) => line.split(' ')[1])).toEqual(Array.from({ length: 9 }, () => 'link-target'));
});
