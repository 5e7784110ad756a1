import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { checkTemplate, compileTemplate, TemplateRefused } from '@induct/printing';
import { PLACEHOLDERS } from './certificate.view';

const inside = (text: string) => `<p>${text}</p>`;
const REFUSED = [
  // Unescaped
  '{{{holder}}}',
  '{{&holder}}',
  '{{{{raw}}}}{{holder}}{{{{/raw}}}}',
  // Partials and decorators
  '{{> other}}',
  '{{> (lookup . "holder")}}',
  '{{#> layout}}x{{/layout}}',
  '{{* decorator}}',
  '{{#*inline "x"}}y{{/inline}}',
  // Helpers
  '{{lookup modules 0}}',
  '{{log holder}}',
  '{{#with holder}}x{{/with}}',
  '{{#unless holder}}x{{/unless}}',
  '{{#helperMissing}}x{{/helperMissing}}',
  '{{holder "x"}}',
  '{{holder x=1}}',
  '{{#if holder includeZero=true}}x{{/if}}',
  '{{#if (holder)}}x{{/if}}',
  '{{#each modules as |m|}}{{m.title}}{{/each}}',
  // Other places
  '{{constructor}}',
  '{{__proto__}}',
  '{{toString}}',
  '{{holder.constructor}}',
  '{{holder.length}}',
  '{{this}}',
  '{{.}}',
  '{{@root.holder}}',
  '{{@index}}',
  '{{secret}}',
  '{{"holder"}}',
  '{{1}}',
  '{{[constructor]}}',
  '{{#each modules}}{{../holder}}{{/each}}',
  '{{#each modules}}{{constructor}}{{/each}}',
  '{{#each modules}}{{holder}}{{/each}}',
  '{{#each modules}}{{@root.holder}}{{/each}}',
  '{{#each modules}}{{#each signatories}}x{{/each}}{{/each}}',
  '{{#each modules}}{{#each title}}x{{/each}}{{/each}}',
  '{{#each "x"}}y{{/each}}',
  // Does not parse
  '{{#if holder}}',
  '{{',
  '{{/if}}',
  // Active markup
  '<script>alert(1)</script>',
  '<SCRIPT SRC=http://evil.example></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="file:///etc/passwd"></iframe>',
  '<object data="file:///etc/passwd"></object>',
  '<embed src="http://169.254.169.254/">',
  '<link rel="stylesheet" href="http://evil.example">',
  '<style>@import "http://evil.example"</style>',
  '<p style="background:url(http://evil.example)">x</p>',
  '<base href="http://evil.example">',
  '<meta http-equiv="refresh" content="0;url=http://evil.example">',
  '<form action="http://evil.example"><input></form>',
  '<svg onload="x"></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '</body></html>',
  '<!--[if IE]>x<![endif]-->',
  'x'.repeat(100_001),
];

describe('a certificate’s template', () => {
  it.each(REFUSED)('is refused for %.60s', (payload) => {
    expect(() => compileTemplate(inside(payload), PLACEHOLDERS)).toThrow(TemplateRefused);
  });

  it('says everything that is wrong at once', () => {
    expect(() => checkTemplate('{{{holder}}}{{> x}}{{secret}}', PLACEHOLDERS)).toThrow(
      /unescaped; it uses a PartialStatement; it asks for secret/,
    );
  });

  it('is accepted when it is the shipped one', () => {
    const source = readFileSync(join(projectRoot, 'content/certificates/accreditation-1.hbs'), 'utf8');
    expect(() => checkTemplate(source, PLACEHOLDERS)).not.toThrow();
  });

  it('prints what people are called, never what their name might do', () => {
    const render = compileTemplate('{{holder}}{{#each modules}}{{title}}{{/each}}', PLACEHOLDERS);
    const evil = '<img src=x onerror=alert(1)>{{secret}}';
    expect(render({ holder: evil, modules: [{ title: evil }] })).not.toContain('<');
  });
});
