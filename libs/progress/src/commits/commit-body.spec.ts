import * as fc from 'fast-check';
import { CommitBodySchema, isCommitBody } from './commit-body';

const uuid = '0b5d6a5e-8d7c-4f4e-9a55-0d2f6c1f6a11';
const almost = <T>(good: fc.Arbitrary<T>, ...bad: unknown[]) =>
  fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom<unknown>(undefined, ...bad) });

const bodies = fc.record({
  launch: almost(fc.constantFrom(undefined, uuid), null, '', uuid.toUpperCase(), `${uuid}\n`, 5),
  seq: almost(fc.integer({ min: 1, max: 2 ** 31 - 1 }), 0, -1, 1.5, 2 ** 31, '1', Number.NaN, null),
  sco: almost(fc.string({ minLength: 1, maxLength: 20 }), '', 'a\0b', 'x'.repeat(1025), 7, null),
  run: almost(fc.integer({ min: 1, max: 1000 }), 0, 2 ** 31, 1e300, null),
  final: almost(fc.boolean(), 'true', 0, null),
  cmi: almost(
    fc.oneof(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
      fc.record({ suspend_data: fc.string() }),
      fc.jsonValue({ maxDepth: 15 }).map((value) => ({ deep: value })),
    ),
    [],
    null,
    'cmi',
    { suspend_data: 5 },
    { suspend_data: null },
    nested(12),
    nested(13),
    nested(5000),
  ),
  suspendDataHash: almost(fc.constantFrom(undefined, 'ab'.repeat(32)), 'AB'.repeat(32), 'ab', null, 1),
  over: almost(fc.constantFrom(undefined, true), false, 'true', 1, null),
  data: almost(
    fc.oneof(fc.constant(undefined), fc.dictionary(fc.string(), fc.string())),
    [],
    null,
    { a: 1 },
    { a: 'x'.repeat(2 ** 20) },
    { ['x'.repeat(5000)]: '' },
  ),
  shownMs: almost(fc.nat(), -1, 0.5, 2 ** 31, '5', null),
});

describe('the body of a commit', () => {
  it('is judged by hand exactly as by the schema', () => {
    fc.assert(
      fc.property(fc.oneof(bodies, fc.jsonValue(), fc.constantFrom(null, undefined, [], 'text')), (body) => {
        expect(isCommitBody(body)).toBe(CommitBodySchema.safeParse(body).success);
      }),
      { numRuns: 3000 },
    );
  });

  it('is good when everything is', () => {
    const body = { launch: uuid, seq: 1, sco: 'one', run: 1, final: false, cmi: {}, shownMs: 0 };
    expect(isCommitBody(body)).toBe(true);
    expect(isCommitBody({ ...body, cmi: nested(12) })).toBe(true);
    expect(isCommitBody({ ...body, cmi: nested(13) })).toBe(false);
  });
});

function nested(levels: number): object {
  return Array.from({ length: levels - 1 }).reduce<object>((inside) => ({ inside }), {});
}
