import { type Loader, type LoggerInterface, parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type Config, compile, type TopLevelSpec } from 'vega-lite';
import { type Bounds, type Scene, SVGStringRenderer } from 'vega-scenegraph';
import { type FaintMark, faintMarks } from './faint-marks.ts';
import { fitPlots } from './fit-plots.ts';
import type { JsonObject } from './json.ts';
import { isSingleView, type Size, withSizes } from './views.ts';

/** What became of a specification: Vega's SVG and the size of what is drawn, and what Vega had to say. */
export interface Drawn {
  readonly svg: string;
  /** Larger than its place where the marks do not fit. */
  readonly size: Size;
  readonly empty: boolean;
  readonly hasLegend: boolean;
  /** Colours of marks that are hard to see on paper, each once. */
  readonly faint: readonly FaintMark[];
  readonly warnings: readonly string[];
}

/** The first guess at the part of a drawing that its plot takes; any would do. */
const plotShare = 0.8;

/**
 * Compiles a specification with its data and draws it so that the whole takes `place`.
 *
 * Expressions are interpreted: no code is made of an author's text. Nothing is loaded.
 * @param paper the colour that it stands on
 * @throws what Vega-Lite or Vega throw for a specification that they cannot draw
 */
export async function drawSpec(spec: JsonObject, config: Config, place: Size, paper: string): Promise<Drawn> {
  const heard = listener();
  const plots = { width: place.width * plotShare, height: place.height * plotShare };
  // The specification was checked against Vega-Lite's own schema, which TypeScript cannot know.
  const sized = { ...withSizes(spec, plots), autosize: 'none' } as unknown as TopLevelSpec;
  const vega = compile(sized, { config, logger: heard.logger }).spec;
  const runtime = parse(vega, {}, { ast: true });
  await using view = disposable(
    new View(runtime, { expr: expressionInterpreter, renderer: 'none', logger: heard.logger, loader: noLoader }),
  );
  const sizes = sizeSignals(vega);
  const size = await fitPlots(place, {
    plots,
    single: isSingleView(spec),
    async draw(next) {
      for (const { name, value } of sizes) {
        view.it.signal(
          name,
          /width$/i.test(name) ? (value * next.width) / plots.width : (value * next.height) / plots.height,
        );
      }
      await view.it.runAsync();
      return sizeOf(boundsOf(view.it));
    },
  });
  const bounds = boundsOf(view.it);
  const renderer = new SVGStringRenderer().initialize(null, place.width, place.height, [-bounds.x1, -bounds.y1]);
  const root = rootOf(view.it);
  return {
    svg: renderer.render(root).svg(),
    size,
    empty: !hasMarks(root),
    hasLegend: hasRole(root, 'legend'),
    faint: faintMarks(root, paper),
    warnings: heard.warnings,
  };
}

interface SizeSignal {
  readonly name: string;
  readonly value: number;
}

/** The signals that hold the sizes of plots: width and height of one view, childWidth or concat_0_width of several. */
function sizeSignals(vega: ReturnType<typeof compile>['spec']): readonly SizeSignal[] {
  const named = (vega.signals ?? []).flatMap((signal): SizeSignal[] =>
    /(?:width|height)$/i.test(signal.name) && 'value' in signal && typeof signal.value === 'number'
      ? [{ name: signal.name, value: signal.value }]
      : [],
  );
  const own = (['width', 'height'] as const).flatMap((name): SizeSignal[] => {
    const value = vega[name];
    return typeof value === 'number' ? [{ name, value }] : [];
  });
  return [...own, ...named];
}

function rootOf(view: View): Scene {
  // Vega's types leave the root out.
  return (view.scenegraph() as unknown as { readonly root: Scene }).root;
}

function boundsOf(view: View): Bounds {
  const bounds = rootOf(view).items?.[0]?.bounds;
  if (!bounds) throw new Error('Vega drew no root group: its scene graph has changed');
  return bounds;
}

function sizeOf(bounds: Bounds): Size {
  return bounds.empty() ? { width: 0, height: 0 } : { width: bounds.x2 - bounds.x1, height: bounds.y2 - bounds.y1 };
}

/** Whether anything but axes, heads and legends is drawn. */
function hasMarks(scene: Scene): boolean {
  const items = scene.items ?? [];
  if (scene.role === 'mark' && scene.marktype !== 'group') {
    return items.some(
      (item) => item.bounds !== undefined && !item.bounds.empty() && Number.isFinite(item.bounds.x1 + item.bounds.y2),
    );
  }
  return items.some(hasMarks);
}

function hasRole(scene: Scene, role: string): boolean {
  return scene.role === role || (scene.items ?? []).some((item) => hasRole(item, role));
}

function disposable(view: View): AsyncDisposable & { readonly it: View } {
  return {
    it: view,
    async [Symbol.asyncDispose]() {
      view.finalize();
    },
  };
}

const noLoader: Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};

function refuse(uri: string): Promise<never> {
  return Promise.reject(new Error(`the chart asks for ${uri}, and charts load nothing`));
}

function listener(): { readonly logger: LoggerInterface; readonly warnings: readonly string[] } {
  const warnings = new Set<string>();
  const hear = (...messages: readonly unknown[]): LoggerInterface => {
    warnings.add(messages.map((message) => (message instanceof Error ? message.message : String(message))).join(' '));
    return logger;
  };
  const ignore = (): LoggerInterface => logger;
  const level = ((value?: number) => (value === undefined ? 2 : logger)) as LoggerInterface['level'];
  const logger: LoggerInterface = { level, error: hear, warn: hear, info: ignore, debug: ignore };
  return {
    logger,
    get warnings() {
      return [...warnings];
    },
  };
}
