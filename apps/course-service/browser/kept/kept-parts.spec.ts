import fc from 'fast-check';
import { completions, successes } from '@induct/scorm';
import { joined, type KeptPart, partsIn, textOf } from './kept-parts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const result = fc
  .record({
    completion: fc.constantFrom(...completions),
    success: fc.constantFrom(...successes),
    score: optional(fc.integer({ min: 0, max: 100 })),
    progress: optional(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ score, progress, ...rest }) => ({
    ...rest,
    ...(score !== undefined && { score }),
    ...(progress !== undefined && { progress: progress + 0 }),
  }));
const part: fc.Arbitrary<KeptPart> = fc
  .tuple(
    result,
    fc.record({ location: fc.string(), suspendData: fc.string({ unit: 'binary' }), isSuspended: fc.boolean() }),
  )
  .map(([reached, place]) => ({ ...reached, ...place }));

it('gives back what was kept of each part, whatever the content wrote', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), part), (parts) => {
      const kept = new Map(Object.entries(parts));
      expect(partsIn(textOf(kept))).toEqual(kept);
    }),
  );
});

it('knows nothing of a text that is another’s, or was cut', () => {
  const whole = textOf(
    new Map([
      ['one', { completion: 'completed', success: 'passed', location: '', suspendData: 'x', isSuspended: false }],
    ]),
  );
  for (const text of [
    '',
    'page 3',
    '[]',
    '["induct-1",["one",7,0,null,null,"","",0]]',
    '["induct-1",3]',
    whole.slice(0, -2),
  ])
    expect([text, partsIn(text).size]).toEqual([text, 0]);
  expect(partsIn(whole).size).toBe(1);
});

it('never takes back what was reached', () => {
  const rank = { completion: completions, success: successes } as const;
  fc.assert(
    fc.property(result, result, (before, now) => {
      const after = joined(before, now);
      for (const one of [before, now]) {
        for (const name of ['completion', 'success'] as const)
          expect(rank[name].indexOf(after[name] as never)).toBeGreaterThanOrEqual(
            rank[name].indexOf(one[name] as never),
          );
        expect(after.score ?? -1).toBeGreaterThanOrEqual(one.score ?? -1);
        expect(after.progress ?? -1).toBeGreaterThanOrEqual(one.progress ?? -1);
      }
    }),
  );
});
