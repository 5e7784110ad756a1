import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { sampleFacts } from '../printing/sample-facts';
import { FIRST_DESIGN, SECOND_DESIGN, templateOf } from './designs';
import { FIRST_STATUTORY_TEMPLATE, FIRST_TEMPLATE } from './first-template';

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const file = (name: string) => hash(readFileSync(join(projectRoot, 'content/certificates', name)));
const facts = sampleFacts('en', 'Northmoor County Council');

describe('a design that certificates were issued with', () => {
  it.each([
    ['accreditation-1.hbs', 'd5c4b263e7479852'],
    ['accreditation-1.css', 'aa4494e880841ee8'],
    ['accreditation-2.hbs', 'b88788012cacc948'],
    ['accreditation-2.css', 'f102b2dd7002315f'],
  ])('stays as it is: whoever wants %s otherwise makes another one', (name, was) => {
    expect(file(name)).toBe(was);
  });

  it('stays as it is in its words, where the council has none of its own', () => {
    const { layout, words } = FIRST_TEMPLATE;
    expect(hash(JSON.stringify([layout, words.en, FIRST_STATUTORY_TEMPLATE.words.en]))).toBe('9ca369e1202b6622');
  });
});

describe('what a certificate says', () => {
  it('is in the first design itself, in the version it was issued with, or as the second design came', () => {
    const own = { ...FIRST_TEMPLATE, words: {} };
    expect(templateOf({ template: FIRST_DESIGN, version: null, facts })).toBeUndefined();
    expect(templateOf({ template: SECOND_DESIGN, version: own, facts })).toBe(own);
    expect(templateOf({ template: SECOND_DESIGN, version: null, facts })).toBe(FIRST_TEMPLATE);
    const statutory = { ...facts, statutory: true as const };
    expect(templateOf({ template: SECOND_DESIGN, version: null, facts: statutory })).toBe(FIRST_STATUTORY_TEMPLATE);
  });

  it('is that it is the council’s own and not what section 319ZZA asks for, unless it is accredited', () => {
    expect(FIRST_TEMPLATE.words.en!.lines).toEqual([expect.stringContaining('not a certificate of completion')]);
    expect(FIRST_TEMPLATE.words.cy!.lines).toHaveLength(1);
    expect(FIRST_STATUTORY_TEMPLATE.words.en!.lines).toEqual([]);
  });
});
