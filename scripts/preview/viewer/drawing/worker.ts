import type * as Pdfium from '@embedpdf/pdfium';
import type { Drawing, DrawingAnswer, DrawingRequest, Part } from './drawing-worker.ts';
import { runtimeOf, withRoom } from './page-contents.ts';
import { type PageText, readPageText } from './page-text.ts';

// Draws and reads PDFs with pdfium, off the thread that scrolls. What it draws is what Chrome's own reader draws.

interface HeldDocument {
  readonly handle: number;
  /** Where its bytes lie: pdfium reads on in them. */
  readonly address: number;
}

/** PDFium's flags: draw annotations; red first. */
const drawFlags = 0x01 | 0x10;
const documents = new Map<number, HeldDocument>();
const started = start();

addEventListener('message', ({ data }: MessageEvent<DrawingRequest>) => void answer(data));

async function answer(request: DrawingRequest): Promise<void> {
  try {
    const pdfium = await started;
    if (request.kind === 'close') close(pdfium, request.document);
    else if (request.kind === 'open') send(await open(pdfium, request.job, request.address));
    else if (request.kind === 'draw') {
      const picture = draw(pdfium, request);
      const fingerprint = fingerprintOf(picture.data);
      const bitmap = await createImageBitmap(picture);
      send({ kind: 'drawn', job: request.job, picture: bitmap, fingerprint }, [bitmap]);
    } else if (request.kind === 'read') {
      send({ kind: 'read', job: request.job, text: read(pdfium, request.document, request.page) });
    } else {
      const { job, document, page } = request;
      const size = sizeOf(pdfium, handleOf(document), page);
      const whole = { width: Math.round(size.width), height: Math.round(size.height) };
      const { data } = draw(pdfium, { document, page, size: whole, part: { left: 0, top: 0, ...whole } });
      send({ kind: 'fingerprint', job, fingerprint: fingerprintOf(data) });
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if ('job' in request) send({ kind: 'failed', job: request.job, message });
  }
}

function send(answer: DrawingAnswer, transfer: Transferable[] = []): void {
  postMessage(answer, { transfer });
}

async function start(): Promise<Pdfium.WrappedPdfiumModule> {
  const from = (file: string) => new URL(`../pdfium/${file}`, import.meta.url).href;
  const [{ init }, module] = await Promise.all([
    import(from('index.browser.js')) as Promise<typeof Pdfium>,
    WebAssembly.compileStreaming(fetch(from('pdfium.wasm'))),
  ]);
  const pdfium = await init({
    instantiateWasm(imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(module, imports).then(ready);
      return {};
    },
  });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

async function open(pdfium: Pdfium.WrappedPdfiumModule, job: number, address: string): Promise<DrawingAnswer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { wasmExports } = runtimeOf(pdfium);
  const at = wasmExports.malloc(bytes.length);
  runtimeOf(pdfium).HEAPU8.set(bytes, at);
  const handle = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (handle === 0) {
    wasmExports.free(at);
    throw new Error(`pdfium cannot open ${address} (its error ${pdfium.FPDF_GetLastError()})`);
  }
  documents.set(job, { handle, address: at });
  const count = pdfium.FPDF_GetPageCount(handle);
  const pages = Array.from({ length: count }, (_, page) => sizeOf(pdfium, handle, page));
  return { kind: 'opened', job, document: job, pages };
}

function close(pdfium: Pdfium.WrappedPdfiumModule, document: number): void {
  const held = documents.get(document);
  if (!held) return;
  documents.delete(document);
  pdfium.FPDF_CloseDocument(held.handle);
  runtimeOf(pdfium).wasmExports.free(held.address);
}

function draw(pdfium: Pdfium.WrappedPdfiumModule, { document, page, size, part }: Drawing): ImageData {
  const loaded = load(pdfium, document, page);
  const bitmap = pdfium.FPDFBitmap_Create(part.width, part.height, 1);
  try {
    if (bitmap === 0) throw new Error(`no memory for ${part.width} × ${part.height} pixels`);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, part.width, part.height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, loaded, -part.left, -part.top, size.width, size.height, 0, drawFlags);
    return pixelsOf(pdfium, bitmap, part);
  } finally {
    if (bitmap !== 0) pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(loaded);
  }
}

function read(pdfium: Pdfium.WrappedPdfiumModule, document: number, page: number): PageText {
  const { height } = sizeOf(pdfium, handleOf(document), page);
  const loaded = load(pdfium, document, page);
  try {
    return readPageText(pdfium, loaded, height);
  } finally {
    pdfium.FPDF_ClosePage(loaded);
  }
}

function load(pdfium: Pdfium.WrappedPdfiumModule, document: number, page: number): number {
  const loaded = pdfium.FPDF_LoadPage(handleOf(document), page);
  if (loaded === 0) throw new Error(`there is no page ${page + 1}`);
  return loaded;
}

function pixelsOf(pdfium: Pdfium.WrappedPdfiumModule, bitmap: number, { width, height }: Part): ImageData {
  const at = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const pixels = new Uint8ClampedArray(width * height * 4);
  pixels.set(runtimeOf(pdfium).HEAPU8.subarray(at, at + pixels.length));
  return new ImageData(pixels, width, height);
}

function sizeOf(pdfium: Pdfium.WrappedPdfiumModule, handle: number, page: number) {
  // Loading the page instead would read all that it draws.
  return withRoom(pdfium, 8, (room) => {
    pdfium.FPDF_GetPageSizeByIndexF(handle, page, room);
    const [width = 0, height = 0] = new Float32Array(runtimeOf(pdfium).HEAPU8.buffer, room, 2);
    return { width, height };
  });
}

function handleOf(document: number): number {
  const held = documents.get(document);
  if (!held) throw new Error('its document is closed');
  return held.handle;
}

/** A number of 53 bits that pictures share only if their pixels are the same: two runs of FNV-1a over whole pixels. */
function fingerprintOf({ buffer, byteOffset, byteLength }: Uint8ClampedArray): number {
  const pixels = new Uint32Array(buffer, byteOffset, byteLength / 4);
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (const pixel of pixels) {
    low = Math.imul(low ^ pixel, 0x01000193);
    // Multiplication carries upwards only: the other run takes the upper half of a pixel first.
    high = Math.imul(high ^ ((pixel >>> 16) | (pixel << 16)), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
