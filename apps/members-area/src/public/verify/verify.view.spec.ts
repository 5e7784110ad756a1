import type { CheckedCertificate } from '@induct/accreditation';
import { checkedJson } from './verify.json';
import { factRows, statusOf, verdictOf } from './verify.view';

const checked = (given: Partial<CheckedCertificate> = {}): CheckedCertificate => ({
  state: 'valid',
  fullName: false,
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
    expect(verdict({ state: 'suspended', suspendedSince: '1 December 2026' }).words).toContain('since 1 December 2026');
    expect(verdict({ state: 'revoked', revokedOn: '1 December 2026' }).words).toContain('on 1 December 2026');
  });

  it('tells a typing mistake from a number that is not ours', () => {
    expect(verdictOf({ outcome: 'mistyped' }).heading).toContain('typing mistake');
    expect(verdictOf({ outcome: 'not-found' }).heading).toContain('no certificate');
    expect([statusOf({ outcome: 'mistyped' }), statusOf({ outcome: 'not-found' })]).toEqual([400, 404]);
  });

  it('calls initials initials', () => {
    expect(factRows(checked())[1]!.key.text).toBe('Awarded to (initials)');
    expect(checkedJson({ outcome: 'found', certificate: checked() })).toMatchObject({
      state: 'valid',
      initials: 'S. R.',
    });
    expect(checkedJson({ outcome: 'found', certificate: checked({ fullName: true }) })).toHaveProperty('holder');
  });
});
