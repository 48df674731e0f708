import { crc32, deflateSync } from 'node:zlib';

/** What cameras and editors write: nobody's house. Each is searched for in what goes into print. */
export const secrets = {
  description: 'SECRET house of nobody',
  comment: 'SECRET comment',
  text: 'SECRET author of nothing',
  behind: 'SECRET behind the end',
} as const;

/** A gray JPEG of 16 by 8 dots, black at the left and white at the right, with segments before its tables and bytes behind its end. */
export function jpegOf(segments: readonly Uint8Array[] = [], behind = ''): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    ...segments,
    // Quantisation: 8 for everything.
    jpegSegment(0xdb, Buffer.from([0, ...Array(64).fill(8)])),
    // A frame of 8 lines of 16 dots, one kind of colour.
    jpegSegment(0xc0, Buffer.from([8, 0, 8, 0, 16, 1, 1, 0x11, 0])),
    // Two codes of one bit: a difference of eight bits follows; the end of a block.
    jpegSegment(0xc4, Buffer.from([0x00, 1, ...Array(15).fill(0), 8])),
    jpegSegment(0xc4, Buffer.from([0x10, 1, ...Array(15).fill(0), 0])),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from('3f9fefffd9', 'hex'),
    Buffer.from(behind),
  ]);
}

export function jpegSegment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** EXIF as a camera writes it: a description, a position and an orientation. */
export function exifOf(orientation: number): Buffer {
  const text = Buffer.from(`${secrets.description}\0`);
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const after = 8 + 2 + 3 * 12 + 4;
  return Buffer.concat([
    Buffer.from('49492a0008000000', 'hex'),
    Buffer.from([3, 0]),
    entry(0x010e, 2, text.length, after),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, after + text.length),
    Buffer.alloc(4),
    text,
    // The directory of the position: its latitude is north.
    Buffer.from([1, 0]),
    entry(1, 2, 2, 0x4e),
    Buffer.alloc(4),
  ]);
}

/** A photograph as it comes out of a telephone: everything that it should not bring along. */
export function photograph(orientation = 1): Buffer {
  const packet = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secrets.text}</x:xmpmeta>`;
  return jpegOf(
    [
      jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifOf(orientation)])),
      jpegSegment(0xe1, Buffer.from(packet)),
      jpegSegment(0xed, Buffer.from(`Photoshop 3.0\0${secrets.text}`)),
      jpegSegment(0xfe, Buffer.from(secrets.comment)),
    ],
    secrets.behind,
  );
}

/** A PNG of two by two dots in four colours, with chunks before the picture and bytes behind its end. */
export function pngOf(chunks: readonly Uint8Array[] = [], behind = '', within = ''): Buffer {
  const lines = Buffer.from([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])),
    ...chunks,
    pngChunk('IDAT', Buffer.concat([deflateSync(lines), Buffer.from(within)])),
    pngChunk('IEND', Buffer.alloc(0)),
    Buffer.from(behind),
  ]);
}

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A screen shot with everything that it should not bring along. */
export function screenshot(): Buffer {
  return pngOf(
    [
      pngChunk('tEXt', Buffer.from(`Author\0${secrets.text}`)),
      pngChunk('tIME', Buffer.from([7, 232, 1, 1, 1, 1, 1])),
      pngChunk('eXIf', exifOf(1)),
      pngChunk('prVt', Buffer.from(secrets.comment)),
    ],
    secrets.behind,
    secrets.behind,
  );
}

/** A plan as an editor saves it, with a photograph within it. */
export function plan(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="https://example.org/SECRET.css"?>
<!-- ${secrets.comment} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="https://example.org/SECRET-editor"
     width="60" height="40" viewBox="0 0 60 40" x:file="/home/SECRET/plan.svg" data-owner="SECRET" onload="SECRET()" id="SECRET-plan">
  <title>${secrets.description}</title><desc>SECRET</desc><metadata><x:SECRET/></metadata><x:view SECRET="1"/>
  <style>/* SECRET */ @import url(https://example.org/SECRET.css); .wall { stroke: #000; -x-SECRET: 1; fill: url(#ground) } .SECRET {}</style>
  <defs><linearGradient id="ground"><stop offset="0" stop-color="#888"/></linearGradient></defs>
  <script>SECRET()</script>
  <g class="wall SECRET-class" x:label="SECRET"><rect width="20" height="20" onclick="SECRET()"/><animate attributeName="x" values="SECRET"/></g>
  <a xlink:href="https://example.org/SECRET"><circle cx="40" cy="10" r="5" style="fill: red; x-SECRET: 2"/></a>
  <image xlink:href="data:image/jpeg;base64,${photograph().toString('base64')}" y="25" width="16" height="8"/>
  <text x="2" y="38" font-family="Source Sans 3" font-size="6">Well &amp; wall</text>
</svg>`;
}
