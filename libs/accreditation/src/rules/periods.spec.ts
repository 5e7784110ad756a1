import fc from 'fast-check';
import { periods } from './periods';
import { anyHeld, anyRule, DAYS } from './rules.given';
import { standing } from './standing';

describe('the days on which a rule is met', () => {
  const a = { id: '1', requirement: 'a', metOn: '2026-03-01', validUntil: '2026-03-29' };

  it('are one span when evidence follows without a day between', () => {
    const next = { id: '2', requirement: 'a', metOn: '2026-03-30', validUntil: null };
    expect(periods({ need: 'a' }, { evidence: [next, a], core: [] })).toEqual([{ from: '2026-03-01', before: null }]);
    const late = { ...next, metOn: '2026-03-31' };
    expect(periods({ need: 'a' }, { evidence: [late, a], core: [] })).toEqual([
      { from: '2026-03-01', before: '2026-03-30' },
      { from: '2026-03-31', before: null },
    ]);
  });

  it('are those on which it is found to be met, asked day by day', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, (rule, held) => {
        const spans = periods(rule, held);
        const within = DAYS.filter((day) =>
          spans.some(({ from, before }) => from! <= day && (before === null || day < before)),
        );
        expect(within).toEqual(DAYS.filter((day) => standing(rule, held, day).met));
      }),
      { numRuns: 400 },
    );
  });

  it('do not hang on the order of the evidence, and never touch', () => {
    fc.assert(
      fc.property(anyRule, anyHeld, (rule, held) => {
        const spans = periods(rule, held);
        expect(periods(rule, { ...held, evidence: held.evidence.toReversed() })).toEqual(spans);
        for (const [nth, { from }] of spans.slice(1).entries()) expect(from! > spans[nth]!.before!).toBe(true);
      }),
    );
  });
});
