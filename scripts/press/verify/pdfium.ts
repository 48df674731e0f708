import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init, type Methods } from '@embedpdf/pdfium';

type FourNumbers = readonly [number, number, number, number];

/** Has pdfium write four numbers to these addresses; false where it has none. */
type Ask = (first: number, second: number, third: number, fourth: number) => boolean;

/** A document that pdfium holds open, and room to take answers in. */
export interface OpenPdf extends AsyncDisposable {
  readonly pdfium: Methods;
  readonly document: number;
  /** Asks for four numbers of 32 bits; undefined where there are none. */
  readonly floats: (ask: Ask) => FourNumbers | undefined;
  /** Asks for four numbers of 64 bits; undefined where there are none. */
  readonly doubles: (ask: Ask) => FourNumbers | undefined;
  /** A copy of bytes of pdfium's memory. */
  readonly memory: (address: number, length: number) => Uint8Array;
  /** Asks for a text in UTF-8, by address and size of the room; the answer is its length with the final zero. */
  readonly text: (ask: (address: number, size: number) => number) => string;
  /** Asks for a text in UTF-16, in the same way. */
  readonly wideText: (ask: (address: number, size: number) => number) => string;
  /** Asks for bytes, by address and size of the room and the address that their number goes to; first without room. */
  readonly bytes: (ask: (address: number, size: number, count: number) => boolean) => Uint8Array | undefined;
}

/** The part of the WebAssembly runtime in use: its package declares it by types that it does not bring. */
interface Runtime {
  /** Another array after each growth of the memory. */
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
}

const roomSize = 1024;
let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Opens a PDF in a pdfium of its own, which ends with it.
 *
 * @throws Error when pdfium cannot be started or does not take the file for a PDF
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfium = await startPdfium();
  const runtime = pdfium.pdfium as unknown as Runtime;
  const file = runtime.wasmExports.malloc(bytes.length);
  const room = runtime.wasmExports.malloc(roomSize);
  runtime.HEAPU8.set(bytes, file);
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
  const close = () => {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    runtime.wasmExports.free(file);
    runtime.wasmExports.free(room);
    pdfium.FPDF_DestroyLibrary();
  };
  if (document === 0) {
    const reason = pdfium.FPDF_GetLastError();
    close();
    throw new Error(`Verifying the PDF: pdfium could not open it (its error ${reason}); print it again`);
  }
  const numbers = (size: 4 | 8, ask: Ask) => {
    if (!ask(room, room + size, room + 2 * size, room + 3 * size)) return undefined;
    const view = new DataView(runtime.HEAPU8.buffer, room, roomSize);
    const at = size === 4 ? (i: number) => view.getFloat32(i * 4, true) : (i: number) => view.getFloat64(i * 8, true);
    return [at(0), at(1), at(2), at(3)] as const;
  };
  /** Without the zero of so many bytes at its end. */
  const decoded = (ask: (address: number, size: number) => number, encoding: string, zero: number): string => {
    const length = Math.min(ask(room, roomSize), roomSize);
    return new TextDecoder(encoding).decode(runtime.HEAPU8.slice(room, room + Math.max(0, length - zero)));
  };
  return {
    pdfium,
    document,
    floats: (ask) => numbers(4, ask),
    doubles: (ask) => numbers(8, ask),
    memory: (address, length) => runtime.HEAPU8.slice(address, address + length),
    text: (ask) => decoded(ask, 'utf-8', 1),
    wideText: (ask) => decoded(ask, 'utf-16le', 2),
    bytes: (ask) => {
      if (!ask(0, 0, room)) return undefined;
      const size = new DataView(runtime.HEAPU8.buffer).getUint32(room, true);
      const address = runtime.wasmExports.malloc(size);
      try {
        return ask(address, size, room) ? runtime.HEAPU8.slice(address, address + size) : undefined;
      } finally {
        runtime.wasmExports.free(address);
      }
    },
    [Symbol.asyncDispose]: async () => close(),
  };
}

async function startPdfium(): Promise<Awaited<ReturnType<typeof init>>> {
  try {
    compiled ??= readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))).then((wasm) =>
      WebAssembly.compile(wasm),
    );
    const module = await compiled;
    const failed = Promise.withResolvers<never>();
    const options = {
      // Else it takes the path of this script for the name, which may only have letters of ASCII (emscripten).
      thisProgram: 'press',
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(module, imports).then(receive, failed.reject);
        return {};
      },
    };
    const pdfium = await Promise.race([init(options), failed.promise]);
    pdfium.PDFiumExt_Init();
    return pdfium;
  } catch (cause) {
    throw new Error('Verifying the PDF: pdfium could not be started; run npm ci again', { cause });
  }
}
