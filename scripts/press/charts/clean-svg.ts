/** What an SVG that stands in the page needs besides its marks. */
export interface SvgFrame {
  /** The kind and name of the chart or map: keeps its ids apart from those of others. */
  readonly name: string;
  readonly alt: string;
  /** In points; one unit of the drawing is one point. */
  readonly width: number;
  readonly height: number;
}

const asMeasured =
  'text-rendering="geometricPrecision" font-weight="400" font-style="normal" letter-spacing="0" word-spacing="0" style="font-variant:normal;direction:ltr"';

/**
 * An SVG element around marks. `role` and `aria-label` make it a Figure with its alternative text in the PDF, and
 * `data-drawing` says for the audit what it is; the rest keeps text as wide as it was measured and where it was placed,
 * whatever screen it is rounded for, whatever page it stands in and whichever way that page runs.
 */
export function framedSvg(frame: SvgFrame, marks: string): string {
  const { width, height } = frame;
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  const named = `role="img" aria-label="${escaped(frame.alt)}" data-drawing="${frame.name}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${named} ${asMeasured} ${size}>${marks}</svg>`;
}

/**
 * Vega's SVG as the page takes it: the marks only, without Vega's own roles and classes (of text the role stays, as
 * `data-part`: axis-label, legend-label, mark …), without empty grounds, with ids of its own, two decimals, and
 * fill-opacity for opacity (which would put text into a form XObject).
 */
export function cleanSvg(svg: string, frame: SvgFrame): string {
  const marks = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
  const ids = new Map<string, string>();
  const ownId = (id: string): string => {
    const own = ids.get(id) ?? `${frame.name}-${ids.size + 1}`;
    ids.set(id, own);
    return own;
  };
  const cleaned = marks
    .replace(/<path class="(?:background|foreground)"[^>]*\/?>(?:<\/path>)?/g, (path) =>
      / (?:fill|stroke)="(?!none)/.test(path) ? path : '',
    )
    // Labels that would overlap others are hidden by Vega; in print they are words that nobody sees.
    .replace(/<text[^>]* opacity="0"[^>]*>.*?<\/text>/gs, '')
    .replace(/<[^>]+>/g, (tag) => cleanTag(tag, ownId));
  return framedSvg(frame, withoutEmptyGroups(cleaned));
}

function cleanTag(tag: string, ownId: (id: string) => string): string {
  if (tag.startsWith('</')) return tag;
  const plain = tag
    .replace(/ class="mark-text role-([a-z-]+)[^"]*"/, ' data-part="$1"')
    .replace(/ (?:class|role|pointer-events|aria-[a-z]+)="[^"]*"/g, '')
    .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${ownId(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ownId(id)})`)
    .replace(/ font-family="([^"',]+)"/, ` font-family="'$1'"`)
    .replace(/ transform="translate\(0,\s*0\)"/, '');
  return withoutOpacity(plain).replace(/-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e-\d+/g, shortNumber);
}

function withoutOpacity(tag: string): string {
  const opacity = / opacity="([^"]*)"/.exec(tag)?.[1];
  if (opacity === undefined) return tag;
  const times = (name: string): string => {
    const own = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '1';
    const value = shortNumber(String(Number(own) * Number(opacity)));
    return value === '1' ? '' : ` ${name}="${value}"`;
  };
  const rest = tag.replace(/ (?:fill-|stroke-)?opacity="[^"]*"/g, '');
  return rest.replace(/(\/?>)$/, `${times('fill-opacity')}${times('stroke-opacity')}$1`);
}

function shortNumber(digits: string): string {
  return String(Math.round(Number(digits) * 100) / 100 + 0);
}

function withoutEmptyGroups(svg: string): string {
  // Vega closes a group without items in its own tag; an open tag before an end tag is another group's.
  const fewer = svg.replace(/<g[^>]*\/>|<g(?:[^>]*[^>/])?><\/g>/g, '');
  return fewer === svg ? svg : withoutEmptyGroups(fewer);
}

/** Text for an attribute or an element of XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number for an attribute: at most two decimals. */
export function points(value: number): string {
  return shortNumber(String(value));
}
