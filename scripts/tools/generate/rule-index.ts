import { type Rule, ruleSubjects } from '../../press/diagnostics/rules.ts';

/** docs/rules/README.md: every rule with the page that explains it, by what authors work on. */
export function ruleIndex(): string {
  const parts = Object.entries(ruleSubjects).map(
    ([subject, rules]) =>
      `## ${subject}\n\n| rule | reports |\n|---|---|\n${Object.entries(rules).map(rowOf).join('\n')}\n`,
  );
  return `# What the press reports, and what to do

A message of the press ends with the name of a rule, such as \`fact-unknown\`. Each rule has a page: what it means, why
it matters, an example that is wrong with the message that it gives, and the same example put right.

The examples change an invented edition about the wells of a valley. An arrow (←) marks the line that the message names, and is
not part of the file. \`# …\`, or \`/* … */\` in styles, stands for the rest of a file. A test gives every example to the press, so
each page says what the press does.

Each rule has a severity. An error keeps every edition of a build from being published, because the print would be false, unsafe or
unreadable (\`npm run pdf -- EDITION --proof\` prints it nevertheless, with every error marked). With the severity “release” the PDF is
made for reading in the house, but it cannot be released. A warning is worth a look. Under \`--fail-on-warning\` all three fail a build.

${parts.join('\n')}`;
}

function rowOf([id, { severity, about }]: readonly [id: string, rule: Rule]): string {
  return `| [${id}](${id}.md) | ${about}${severity === 'error' ? '' : ` (${severity})`} |`;
}
