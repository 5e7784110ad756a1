import type { CheckedCertificate } from '@induct/accreditation';
import { inLanguage } from '@induct/platform';
import { checkedJson } from './verify.json';
import { factRows, listed, statusOf, verdictOf, verdictOfFile } from './verify.view';

const checked = (given: Partial<CheckedCertificate> = {}): CheckedCertificate => ({
  state: 'valid',
  fullName: false,
  languages: 'en',
  until: { validUntil: '22 November 2030', valid: '22 November 2030' },
  facts: {
    council: 'Northmoor County Council',
    holder: 'S. R.',
    scheme: 'Core skills',
    edition: 'Edition 1',
    shown: 'Requirements met',
    modules: [],
    learning: '25 minutes',
    awardedOn: '22 November 2026',
    validUntil: '22 November 2030',
    valid: '22 November 2030',
    number: 'NMC-2026-77777-77777-2',
    signatories: [{ name: 'Margaret Ellison', office: 'Chair' }],
  },
  ...given,
});
const verdict = (given: Partial<CheckedCertificate>) => verdictOf({ outcome: 'found', certificate: checked(given) });

describe('the verification page', () => {
  it('says first in which state a certificate is', () => {
    expect(verdict({}).heading).toBe('This certificate is valid');
    expect(verdict({ state: 'expired' }).words).toContain('was valid until 22 November 2030');
    expect(verdict({ state: 'replaced', replacedBy: 'NMC-2026-88888-88888-8' }).words).toContain('NMC-2026-88888');
    expect(verdict({ state: 'suspended', suspendedSince: '2026-12-01' }).words).toContain('since 1 December 2026');
    expect(verdict({ state: 'revoked', revokedOn: '2026-12-01' }).words).toContain('on 1 December 2026');
  });

  it('says the day and what a file is in the language of whoever reads', () => {
    inLanguage('cy', () => {
      expect(verdict({ state: 'suspended', suspendedSince: '2026-12-01' }).words).toContain('ers 1 Rhagfyr 2026');
      expect(verdict({ state: 'revoked', revokedOn: '2026-12-01' }).words).toContain('1 Rhagfyr 2026');
      expect(verdictOfFile({ outcome: 'not-found' }).heading).toContain('tystysgrifau');
      expect(verdictOfFile({ outcome: 'not-found' }).words).not.toContain('issue');
      expect(factRows(checked())[1]!.text).toBe('Saesneg');
    });
  });

  it('tells a typing mistake from a number that is not ours', () => {
    expect(verdictOf({ outcome: 'mistyped' }).heading).toContain('typing mistake');
    expect(verdictOf({ outcome: 'not-found' }).heading).toContain('no certificate');
    expect([statusOf({ outcome: 'mistyped' }), statusOf({ outcome: 'not-found' })]).toEqual([400, 404]);
  });

  it('calls initials initials', () => {
    expect(factRows(checked())[2]!.key).toBe('Awarded to (initials)');
    expect(checkedJson({ outcome: 'found', certificate: checked() })).toMatchObject({
      state: 'valid',
      initials: 'S. R.',
    });
    expect(checkedJson({ outcome: 'found', certificate: checked({ fullName: true }) })).toHaveProperty('holder');
  });

  it('says which languages a certificate is in, and its facts in both', () => {
    const modules = [{ title: 'Planning committee', completedOn: '14 November 2026', result: '90%' }];
    const certificate = checked({
      languages: 'both',
      facts: { ...checked().facts, modules },
      welsh: {
        council: { text: 'Cyngor Sir Northmoor' },
        holder: 'S. R.',
        scheme: { text: 'Core skills', lang: 'en-GB' },
        edition: { text: 'Argraffiad 1' },
        requirements: [{ title: { text: 'Pwyllgor cynllunio' }, on: '14 Tachwedd 2026', result: '90%' }],
        learning: '25 munud',
        awardedOn: '22 Tachwedd 2026',
        validUntil: '22 Tachwedd 2030',
        valid: '22 Tachwedd 2030',
        signatories: [{ name: 'Margaret Ellison', office: { text: 'Chair', lang: 'en-GB' } }],
      },
    });
    expect(verdictOf({ outcome: 'found', certificate }).by).toEqual({
      council: 'Northmoor County Council',
      councilCy: 'Cyngor Sir Northmoor',
    });
    expect(verdict({}).by).toEqual({ council: 'Northmoor County Council' });
    const rows = Object.fromEntries(factRows(certificate).map(({ key, ...row }) => [key, row]));
    expect(rows).toMatchObject({
      Language: { text: 'Welsh and English' },
      'Issued by': {
        text: 'Northmoor County Council',
        welsh: [{ text: 'Cyngor Sir Northmoor', lang: 'cy', before: '' }],
      },
      Scheme: {
        text: 'Core skills, Edition 1',
        welsh: [
          { text: 'Core skills', lang: 'en-GB', before: '' },
          { text: 'Argraffiad 1', lang: 'cy', before: ', ' },
        ],
      },
    });
    // What has no Welsh is not said twice.
    expect(rows['Signed by']).toEqual({ text: 'Margaret Ellison, Chair' });
    expect(listed(certificate)).toEqual([
      {
        title: { text: 'Planning committee', welsh: [{ text: 'Pwyllgor cynllunio', lang: 'cy', before: '' }] },
        on: { text: '14 November 2026', welsh: [{ text: '14 Tachwedd 2026', lang: 'cy', before: '' }] },
        result: { text: '90%' },
      },
    ]);
    expect(checkedJson({ outcome: 'found', certificate })).toMatchObject({
      languages: 'both',
      welsh: { council: 'Cyngor Sir Northmoor', scheme: undefined, titles: ['Pwyllgor cynllunio'] },
    });
  });
});
