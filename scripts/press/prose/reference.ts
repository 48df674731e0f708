import type { ElementContent } from 'hast';
import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import { fillLabel } from '../read/labels.ts';
import { placedId } from './anchors.ts';
import type { ProseContext } from './context.ts';

const unknown: Readonly<Record<string, RuleId>> = {
  chart: 'chart-unknown',
  map: 'map-unknown',
  table: 'table-unknown',
  section: 'section-unknown',
};

/** A reference to a section, chart, map or table by its name: "Figure 3", as a link to it. */
export function writeReference(
  kind: string,
  name: string,
  place: Place,
  context: ProseContext,
): ElementContent | undefined {
  const { edition, plan, report } = context;
  if (kind === 'section') {
    const title = plan.sectionTitles.get(name);
    if (title !== undefined) return link(plan.anchors.ofSection(name), title);
    report({
      rule: 'section-unknown',
      place,
      message: `unknown section "${name}"`,
      cure: didYouMean(name, plan.sectionTitles.keys(), 'sections'),
    });
    return undefined;
  }
  const number = plan.numbers.get(`${kind} ${name}`);
  if (number !== undefined) {
    const label = kind === 'table' ? 'table-number' : 'figure-number';
    return link(placedId({ kind, name }), fillLabel(edition.labels, label, { number: String(number) }, place, report));
  }
  const placedNames = [...plan.numbers.keys()].flatMap((key) =>
    key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [],
  );
  report({
    rule: unknown[kind] ?? 'chart-unknown',
    place,
    message: `no section places a ${kind} "${name}", so the text cannot refer to it`,
    cure:
      placedNames.length > 0 ? didYouMean(name, placedNames, `${kind}s in place`) : `place it with ::${kind}[${name}]`,
  });
  return undefined;
}

function link(id: string, words: string): ElementContent {
  return { type: 'element', tagName: 'a', properties: { href: `#${id}` }, children: [{ type: 'text', value: words }] };
}
