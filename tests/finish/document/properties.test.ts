import { expect, test } from 'vitest';
import { srgbProfile } from '../../../scripts/press/finish/document/output-intent.ts';
import { xmp } from '../../../scripts/press/finish/document/properties.ts';

const properties = {
  title: 'Aid & <harm>',
  authors: ['A Partner', 'Another'],
  subject: 'What sources say.',
  keywords: ['aid', 'harm'],
  language: 'fr',
  creator: 'press',
  producer: 'finisher',
  date: new Date('2023-07-24T00:00:00Z'),
};

test('the metadata say what the document is, to programs that know XMP', () => {
  const packet = xmp(properties);
  for (const part of [
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Aid &amp; &lt;harm&gt;</rdf:li><rdf:li xml:lang="fr">',
    '<dc:creator><rdf:Seq><rdf:li>A Partner</rdf:li><rdf:li>Another</rdf:li></rdf:Seq></dc:creator>',
    '<dc:subject><rdf:Bag><rdf:li>aid</rdf:li><rdf:li>harm</rdf:li></rdf:Bag></dc:subject>',
    '<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>',
    '<xmp:CreateDate>2023-07-24T00:00:00Z</xmp:CreateDate>',
  ]) {
    expect(packet).toContain(part);
  }
});

test('metadata without authors name none', () => {
  expect(xmp({ ...properties, authors: [] })).not.toContain('dc:creator');
});

test('the profile of the colours is a whole one, whose tags lie within it', () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  for (let tag = 0; tag < profile.readUInt32BE(128); tag += 1) {
    const [offset, size] = [profile.readUInt32BE(136 + tag * 12), profile.readUInt32BE(140 + tag * 12)];
    expect(offset % 4).toBe(0);
    expect(offset + size).toBeLessThanOrEqual(profile.length);
  }
});

test('the primaries of the profile make its white', () => {
  const profile = Buffer.from(srgbProfile());
  const [white, red, green, blue] = ['wtpt', 'rXYZ', 'gXYZ', 'bXYZ'].map((tag) => {
    const at = profile.readUInt32BE(profile.indexOf(tag, 132) + 4) + 8;
    return [0, 4, 8].map((part) => profile.readInt32BE(at + part) / 65536);
  });
  for (const axis of [0, 1, 2]) {
    const sum = (red?.[axis] ?? 0) + (green?.[axis] ?? 0) + (blue?.[axis] ?? 0);
    expect(sum).toBeCloseTo(white?.[axis] ?? 0, 3);
  }
});
