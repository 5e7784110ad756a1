import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { ALPHABET, makeCertificateNumber, readCertificateNumber } from './certificate-number';

const issuers = fc.stringMatching(/^[A-Z]{2,5}$/);
const numbers = fc
  .tuple(issuers, fc.integer({ min: 2000, max: 2099 }))
  .map(([issuer, year]) => makeCertificateNumber(issuer, year, randomBytes));

/** Every character that stands for another of ours when it is read. */
const readAs = (character: string) =>
  ({ I: '1', L: '1', O: '0', S: '5', U: 'V' })[character.toUpperCase()] ?? character.toUpperCase();

describe('a certificate number', () => {
  it('is printed as issuer, year, two groups of five and a check character', () => {
    expect(makeCertificateNumber('NMC', 2026, randomBytes)).toMatch(
      /^NMC-2026-[0-9A-HJKMNP-RTV-Z]{5}-[0-9A-HJKMNP-RTV-Z]{5}-[0-9A-HJKMNP-RTV-Z]$/,
    );
    expect(ALPHABET).toHaveLength(31);
  });

  it('reads back what it wrote', () => {
    fc.assert(fc.property(numbers, (number) => expect(readCertificateNumber(number)).toEqual({ number })));
  });

  it('forgives capitals, spaces, missing hyphens and look-alikes', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const [issuer, ...rest] = number.split('-');
        const tail = rest.join(' ').replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('5', 's').replaceAll('V', 'u');
        expect(readCertificateNumber(` ${issuer!.toLowerCase()} ${tail} `)).toEqual({ number });
        expect(readCertificateNumber(number.replaceAll('-', ''))).toEqual({ number });
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const typed = number.split('').flatMap((right, at) =>
          right === '-'
            ? []
            : '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
                .split('')
                .filter((wrong) => readAs(wrong) !== readAs(right))
                .map((wrong) => number.slice(0, at) + wrong + number.slice(at + 1)),
        );
        expect(typed.length).toBeGreaterThan(400);
        expect(typed.filter((one) => !('problem' in readCertificateNumber(one)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('notices every swap of neighbours', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const plain = number.replaceAll('-', '');
        const typed = plain
          .slice(1)
          .split('')
          .flatMap((b, at) => {
            const a = plain[at]!;
            return readAs(a) === readAs(b) ? [] : [plain.slice(0, at) + b + a + plain.slice(at + 2)];
          });
        expect(typed.length).toBeGreaterThan(5);
        expect(typed.filter((one) => !('problem' in readCertificateNumber(one)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('tells a typing error from something that is no number of ours', () => {
    const number = makeCertificateNumber('NMC', 2026, () => new Uint8Array(20).fill(7));
    expect(number).toBe('NMC-2026-77777-77777-' + number.at(-1));
    expect(readCertificateNumber(number.slice(0, -1) + (number.endsWith('2') ? '3' : '2'))).toEqual({
      problem: 'mistyped',
    });
    for (const typed of ['', 'hello', 'NMC', '12-2026-77777-77777-7', 'NMC-1926-77777-77777-7', 'Ж'.repeat(20)]) {
      expect(readCertificateNumber(typed)).toEqual({ problem: 'malformed' });
    }
  });

  it('takes its characters evenly from the random bytes', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 3100; i++) {
      const [, , first, second] = makeCertificateNumber('NMC', 2026, randomBytes).split('-');
      for (const character of first! + second!) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    // 1,000 of each on average; six standard deviations either side.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190);
  });
});
