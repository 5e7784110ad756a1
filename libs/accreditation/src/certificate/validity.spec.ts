import { isRevocable, monthsLater, type RegisterState, validityOf, validUntil } from './validity';

describe('validity', () => {
  it('lasts up to and including the last day', () => {
    const certificate = { state: 'issued', validUntil: '2029-05-01' } as const;
    expect(validityOf(certificate, '2029-05-01')).toBe('valid');
    expect(validityOf(certificate, '2029-05-02')).toBe('expired');
  });

  it('has no end where there is none', () => {
    expect(validityOf({ state: 'issued', validUntil: null }, '2999-12-31')).toBe('valid');
    expect(validityOf({ state: 'revoked', validUntil: null }, '2026-01-01')).toBe('revoked');
  });

  it('says revoked or replaced whatever the date', () => {
    expect(validityOf({ state: 'revoked', validUntil: '2029-05-01' }, '2026-01-01')).toBe('revoked');
    expect(validityOf({ state: 'replaced', validUntil: '2020-05-01' }, '2026-01-01')).toBe('replaced');
  });

  it('says suspended until that is lifted, and then what the date says', () => {
    expect(validityOf({ state: 'suspended', validUntil: '2029-05-01' }, '2026-01-01')).toBe('suspended');
    expect(validityOf({ state: 'suspended', validUntil: '2020-05-01' }, '2026-01-01')).toBe('suspended');
    expect(
      ['issued', 'suspended', 'replaced', 'revoked'].filter((state) => isRevocable(state as RegisterState)),
    ).toEqual(['issued', 'suspended']);
  });

  it('runs 48 months from the award, to the end of a shorter month', () => {
    expect(validUntil('2025-05-21', 48)).toBe('2029-05-21');
    expect(validUntil('2024-02-29', 12)).toBe('2025-02-28');
    expect(monthsLater('2025-08-31', 1)).toBe('2025-09-30');
    expect(monthsLater('2025-11-30', 3)).toBe('2026-02-28');
  });
});
