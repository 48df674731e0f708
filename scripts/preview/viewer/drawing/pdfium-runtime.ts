import type * as Pdfium from '@embedpdf/pdfium';

/** The part of the WebAssembly runtime in use: its package declares it by types that it does not bring. */
export interface Runtime {
  /** Another array after each growth of the memory. */
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
}

export function runtimeOf(pdfium: Pdfium.WrappedPdfiumModule): Runtime {
  return pdfium.pdfium as unknown as Runtime;
}

/** Lends memory of pdfium's for as long as `use` runs. */
export function withRoom<T>(pdfium: Pdfium.WrappedPdfiumModule, size: number, use: (address: number) => T): T {
  const { wasmExports } = runtimeOf(pdfium);
  const room = wasmExports.malloc(size);
  try {
    return use(room);
  } finally {
    wasmExports.free(room);
  }
}
