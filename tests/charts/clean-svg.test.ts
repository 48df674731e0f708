import { expect, test } from 'vitest';
import { cleanSvg } from '../../scripts/press/charts/clean-svg.ts';

const frame = { name: 'chart-deaths', alt: 'Alt', width: 100, height: 50 };
const clean = (marks: string) =>
  cleanSvg(`<svg class="marks" width="100" height="50">${marks}</svg>`, frame).replace(/^<svg[^>]*>|<\/svg>$/g, '');

test.each([
  [
    'roles, classes and labels of Vega go',
    '<g class="a" role="graphics-symbol" aria-label="x &gt; 1" pointer-events="none"><path d="M0,0"/></g>',
    '<g><path d="M0,0"/></g>',
  ],
  [
    'of text the part that it has in the chart stays',
    '<g class="mark-text role-axis-label" pointer-events="none"><text>1,277</text></g>',
    '<g data-part="axis-label"><text>1,277</text></g>',
  ],
  [
    'opacity becomes that of fill and stroke',
    '<path d="M0,0" opacity="0.5" fill-opacity="0.5"/>',
    '<path d="M0,0" fill-opacity="0.25" stroke-opacity="0.5"/>',
  ],
  [
    'hidden labels go',
    '<text opacity="0">a<tspan>b</tspan></text><text opacity="0.5">c</text>',
    '<text fill-opacity="0.5" stroke-opacity="0.5">c</text>',
  ],
  ['full opacity is none', '<text opacity="1">a</text>', '<text>a</text>'],
  [
    'numbers have two decimals',
    '<path d="M0.30000000000000004,1e-15h12.3456" fill="#1e5e6b"/>',
    '<path d="M0.3,0h12.35" fill="#1e5e6b"/>',
  ],
  ['numbers in words stay', '<text>16.56000 "1.23456"</text>', '<text>16.56000 "1.23456"</text>'],
  [
    'ids are the chart’s own',
    '<clipPath id="clip7"/><g clip-path="url(#clip7)"><path/></g>',
    '<clipPath id="chart-deaths-1"/><g clip-path="url(#chart-deaths-1)"><path/></g>',
  ],
  [
    'empty grounds and groups go',
    '<g><g><path class="background" aria-hidden="true" d="M0,0h1v1h-1Z"></path></g></g>',
    '',
  ],
  [
    'an empty group that closes itself leaves its parent whole',
    '<g><g><text>a</text></g><g class="mark-text"/></g><g><text>b</text></g>',
    '<g><g><text>a</text></g></g><g><text>b</text></g>',
  ],
  [
    'grounds with a colour stay',
    '<path class="background" d="M0,0h1v1h-1Z" fill="#eee"/>',
    '<path d="M0,0h1v1h-1Z" fill="#eee"/>',
  ],
  [
    'families are quoted, since one ends in a number',
    '<text font-family="Source Sans 3">a</text>',
    `<text font-family="'Source Sans 3'">a</text>`,
  ],
])('%s', (_, marks, expected) => {
  expect(clean(marks)).toBe(expected);
});
