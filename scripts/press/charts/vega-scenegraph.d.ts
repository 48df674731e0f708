/** The part of vega-scenegraph that the press uses; the package ships no types. */
declare module 'vega-scenegraph' {
  export interface TextItem {
    readonly font?: string;
    readonly fontSize?: number;
    readonly fontWeight?: number | string;
    readonly fontStyle?: string;
    readonly limit?: number;
  }
  export const textMetrics: {
    width: (item: TextItem, text: string) => number;
    readonly estimateWidth: (item: TextItem, text: string) => number;
  };

  export interface Bounds {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    empty(): boolean;
  }
  /** A set of marks, one of them, or a group that holds such sets. A gradient is an object. */
  export interface Scene {
    readonly fill?: unknown;
    readonly stroke?: unknown;
    readonly strokeWidth?: number;
    readonly opacity?: number;
    readonly fillOpacity?: number;
    readonly strokeOpacity?: number;
    readonly role?: string;
    readonly marktype?: string;
    readonly bounds?: Bounds;
    readonly items?: readonly Scene[];
  }

  export class SVGStringRenderer {
    initialize(element: null, width: number, height: number, origin: readonly [number, number]): this;
    render(scene: Scene): this;
    svg(): string;
  }
}
