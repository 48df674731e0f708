import type { OpenRequest, PreviewDiagnostic } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { icon } from '../dom/icon.ts';
import { placeLink } from './place-link.ts';

/** What tells one diagnostic from another. */
export function problemKey({ file, line, column, rule, message }: PreviewDiagnostic): string {
  return `${file}:${line}:${column} ${rule} ${message}`;
}

/** A diagnostic: what is wrong, the cure, where, and the rule with the page that explains it. */
export function showProblem(
  { severity, rule, file, line, column, message, cure, help }: PreviewDiagnostic,
  open: (place: OpenRequest) => void,
): HTMLElement {
  const ruleText = element('code', { class: 'rule' }, rule);
  const address = `help/${encodeURIComponent(rule)}`;
  const explained = element(
    'a',
    { class: 'rule', href: address, target: '_blank', rel: 'noopener', title: 'What the rule says, with examples' },
    ruleText,
  );
  return element(
    'article',
    { class: 'problem', 'data-severity': severity },
    icon(severity),
    element(
      'div',
      {},
      element('p', { class: 'message' }, element('span', { class: 'unseen' }, `${severity}: `), message),
      cure === undefined ? undefined : element('p', { class: 'cure' }, cure),
      element(
        'p',
        { class: 'where' },
        file === '' || line === 0 ? undefined : placeLink({ file, line, column }, open),
        help === undefined ? ruleText : explained,
      ),
    ),
  );
}
