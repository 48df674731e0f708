import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Labels } from '../read/schemas/labels.ts';
import { type Kind, kindOf, nameOf } from './kind.ts';
import type { Template, Templates } from './templates.ts';
import { templateViews } from './view.ts';

/** What names mean at one spot of a template: the value that is `this`, those around it, and names of the block. */
interface Scope {
  readonly self: Kind;
  readonly outer: Scope | undefined;
  readonly named: Readonly<Record<string, Kind>>;
}

interface Check {
  readonly templates: Templates;
  readonly labels: readonly Located<Labels>[];
  readonly report: Report;
  /** Partials that were checked with a value of this kind: a partial may call itself. */
  readonly checked: Set<string>;
}

/**
 * Holds every name in the templates against what they are given, in `if`, `each`, `with` and arguments too, which
 * Handlebars' strict mode lets pass. A template that gets through cannot ask for what is not there.
 */
export function checkTemplates(templates: Templates, labels: readonly Located<Labels>[], report: Report): void {
  const check: Check = { templates, labels, report, checked: new Set() };
  for (const [name, view] of Object.entries(templateViews)) {
    const template = templates.get(name);
    if (template) checkTemplate(template, { self: kindOf(view), outer: undefined, named: {} }, check);
    else if (!isWhole(name)) {
      const file = `templates/partials/${name}.hbs`;
      report({
        rule: 'file-missing',
        place: { file, line: 1, column: 1 },
        message: `there is no usable template ${file}`,
        cure: 'restore it, or correct what is reported for it',
      });
    }
  }
}

/** Whether a template is a document; all others are partials. One that is not there was reported when it was read. */
function isWhole(name: string): boolean {
  return name === 'factsheet' || name === 'audit';
}

function checkTemplate(template: Template, scope: Scope, check: Check): void {
  const key = `${template.name} ${nameOf(scope.self)}`;
  if (check.checked.has(key)) return;
  check.checked.add(key);
  checkProgram(template.program, scope, template, check);
}

function checkProgram(program: hbs.AST.Program | undefined, scope: Scope, template: Template, check: Check): void {
  for (const statement of program?.body ?? []) {
    if (isA<hbs.AST.MustacheStatement>(statement, 'MustacheStatement'))
      checkMustache(statement, scope, template, check);
    else if (isA<hbs.AST.BlockStatement>(statement, 'BlockStatement')) checkBlock(statement, scope, template, check);
    else if (isA<hbs.AST.PartialStatement>(statement, 'PartialStatement'))
      checkPartial(statement, scope, template, check);
    else if (!['ContentStatement', 'CommentStatement'].includes(statement.type)) {
      check.report({
        rule: 'template-name',
        place: placeOf(statement, template),
        message: 'this kind of statement is not used here',
        cure: 'use values, if, unless, each, with, label and partials',
      });
    }
  }
}

function checkMustache(statement: hbs.AST.MustacheStatement, scope: Scope, template: Template, check: Check): void {
  const path = statement.path;
  if (isPath(path) && path.original === 'label') {
    checkLabel(statement, scope, template, check);
    return;
  }
  if (statement.params.length > 0 || statement.hash?.pairs.length) {
    noHelper(path, template, check);
    return;
  }
  const kind = resolve(path, scope, template, check);
  if (kind && (kind.kind === 'list' || kind.kind === 'record')) {
    check.report({
      rule: 'template-name',
      place: placeOf(path, template),
      message: `"${original(path)}" is ${kind.kind === 'list' ? 'a list' : 'a group of values'} and cannot be printed as it is`,
      cure:
        kind.kind === 'list'
          ? 'go through it with {{#each}}'
          : didYouMean(original(path), Object.keys(kind.fields), 'values in it'),
    });
  }
}

function checkLabel(statement: hbs.AST.MustacheStatement, scope: Scope, template: Template, check: Check): void {
  const [first, ...rest] = statement.params;
  const name = first && isA<hbs.AST.StringLiteral>(first, 'StringLiteral') ? first.value : undefined;
  if (name === undefined || rest.length > 0) {
    check.report({
      rule: 'template-name',
      place: placeOf(statement, template),
      message: 'a label is called by its name in quotation marks',
      cure: 'write {{label "contents"}}, with what it needs as key=value',
    });
    return;
  }
  for (const pair of statement.hash?.pairs ?? []) resolve(pair.value, scope, template, check);
  for (const labels of check.labels) {
    if (labels.value[name] !== undefined) continue;
    check.report({
      rule: 'label-missing',
      place: placeOf(statement, template),
      message: `${labels.at().file} has no label "${name}"`,
      cure: didYouMean(name, Object.keys(labels.value), 'labels'),
    });
  }
}

function checkBlock(statement: hbs.AST.BlockStatement, scope: Scope, template: Template, check: Check): void {
  const helper = original(statement.path);
  const [argument] = statement.params;
  if (!['if', 'unless', 'each', 'with'].includes(helper) || !argument || statement.params.length > 1) {
    noHelper(statement.path, template, check);
    return;
  }
  const kind = resolve(argument, scope, template, check);
  const inside = kind ? innerScope(helper, kind, statement.program.blockParams ?? [], scope) : undefined;
  if (kind && !inside) {
    check.report({
      rule: 'template-name',
      place: placeOf(argument, template),
      message: `{{#${helper}}} cannot go into "${original(argument)}", which is ${nameOf(kind)}`,
      cure: helper === 'each' ? 'give it a list' : 'give it a group of values',
    });
  }
  if (inside) checkProgram(statement.program, inside, template, check);
  checkProgram(statement.inverse, scope, template, check);
}

function innerScope(helper: string, kind: Kind, params: readonly string[], scope: Scope): Scope | undefined {
  if (helper === 'if' || helper === 'unless') return scope;
  const self =
    helper === 'with' ? (kind.kind === 'record' ? kind : undefined) : kind.kind === 'list' ? kind.entry : undefined;
  if (!self) return undefined;
  const [first, second] = params;
  const number: Kind = { kind: 'text' };
  return {
    self,
    outer: scope,
    named: { ...(first ? { [first]: self } : {}), ...(second ? { [second]: number } : {}) },
  };
}

function checkPartial(statement: hbs.AST.PartialStatement, scope: Scope, template: Template, check: Check): void {
  const name = isPath(statement.name) ? statement.name.original : '';
  const partial = check.templates.get(name);
  const [argument] = statement.params;
  const given = argument ? resolve(argument, scope, template, check) : scope.self;
  const added = Object.fromEntries(
    (statement.hash?.pairs ?? []).map((pair) => [
      pair.key,
      resolve(pair.value, scope, template, check) ?? { kind: 'text' as const },
    ]),
  );
  if (!partial) {
    check.report({
      rule: 'template-partial',
      place: placeOf(statement.name, template),
      message: `there is no partial "${name}"`,
      cure: didYouMean(
        name,
        [...check.templates.keys()].filter((known) => !isWhole(known)),
        'partials',
      ),
    });
  } else if (given) {
    const self: Kind = given.kind === 'record' ? { kind: 'record', fields: { ...given.fields, ...added } } : given;
    checkTemplate(partial, { self, outer: undefined, named: {} }, check);
  }
}

/** What an expression gives, or undefined when a name in it is not there; that is then reported. */
function resolve(expression: hbs.AST.Expression, scope: Scope, template: Template, check: Check): Kind | undefined {
  if (!isPath(expression)) return { kind: 'text' };
  if (expression.data) return dataVariable(expression, template, check);
  let from: Scope | undefined = scope;
  for (let depth = 0; depth < expression.depth; depth += 1) from = from?.outer;
  const parts = expression.parts.map(String);
  const [first, ...rest] = parts;
  if (first === undefined) return from?.self;
  const named = expression.depth === 0 && Object.hasOwn(scope.named, first) ? scope.named[first] : undefined;
  let kind = named ?? from?.self;
  for (const part of named ? rest : parts) {
    const fields: Readonly<Record<string, Kind>> = kind?.kind === 'record' ? kind.fields : {};
    const next: Kind | undefined = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (!next) {
      check.report({
        rule: 'template-name',
        place: placeOf(expression, template),
        message: `"${expression.original}" asks for "${part}", which is not there`,
        cure: didYouMean(part, Object.keys(fields), 'names here'),
      });
      return undefined;
    }
    kind = next;
  }
  return kind;
}

function dataVariable(path: hbs.AST.PathExpression, template: Template, check: Check): Kind | undefined {
  const known = ['index', 'first', 'last'];
  if (known.includes(path.parts.join('.'))) return { kind: 'text' };
  check.report({
    rule: 'template-name',
    place: placeOf(path, template),
    message: `there is no "${path.original}"`,
    cure: didYouMean(path.original.replace('@', ''), known, 'names after @'),
  });
  return undefined;
}

function noHelper(path: hbs.AST.Expression, template: Template, check: Check): void {
  check.report({
    rule: 'template-name',
    place: placeOf(path, template),
    message: `there is no helper "${original(path)}" that takes this`,
    cure: didYouMean(original(path), ['if', 'unless', 'each', 'with', 'label'], 'helpers'),
  });
}

function placeOf(node: hbs.AST.Node, template: Template): Place {
  return { file: template.file, line: node.loc.start.line, column: node.loc.start.column + 1 };
}

function original(expression: hbs.AST.Expression): string {
  return isPath(expression) ? expression.original : '';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isA<Node extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is Node {
  return node.type === type;
}
