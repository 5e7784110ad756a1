import fc from 'fast-check';
import { inOrder } from './levels';
import { awardsIn, type Rule } from './rule';

const SCHEMES = ['a', 'b', 'c', 'd', 'e'];
const asks = (schemeId: string, ...schemes: string[]) => ({
  schemeId,
  rule: { all: [{ core: true }, ...schemes.map((award) => ({ award }))] } as Rule,
});
const anyVersions = fc
  .record(Object.fromEntries(SCHEMES.map((scheme) => [scheme, fc.subarray(SCHEMES, { maxLength: 2 })])))
  .map((above) => SCHEMES.map((scheme) => asks(scheme, ...above[scheme]!)));

/** Whether a scheme asks for itself, over any number of others. */
function isInCircle(versions: ReturnType<typeof asks>[], from: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  while (next.length > 0) {
    const at = next.pop();
    for (const award of awardsIn(versions.find(({ schemeId }) => schemeId === at)!.rule)) {
      if (award === from) return true;
      if (!seen.has(award)) next.push(award);
      seen.add(award);
    }
  }
  return false;
}

describe('the order of schemes', () => {
  it('puts a level after what it asks for, and else leaves them as they come', () => {
    const ordered = inOrder([asks('c', 'b'), asks('x'), asks('b', 'a'), asks('a'), asks('y', 'not in effect')]);
    expect(ordered?.map(({ schemeId }) => schemeId)).toEqual(['x', 'a', 'y', 'b', 'c']);
  });

  it('is none when they go in a circle', () => {
    expect(inOrder([asks('a', 'b'), asks('b', 'a')])).toBeUndefined();
    expect(inOrder([asks('a', 'a')])).toBeUndefined();
  });

  it('is found exactly when no scheme asks for itself', () => {
    fc.assert(
      fc.property(anyVersions, (versions) => {
        const ordered = inOrder(versions);
        expect(ordered === undefined).toBe(SCHEMES.some((scheme) => isInCircle(versions, scheme)));
        for (const [nth, { rule }] of (ordered ?? []).entries()) {
          const before = ordered!.slice(0, nth).map(({ schemeId }) => schemeId);
          expect(before).toEqual(expect.arrayContaining(awardsIn(rule)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
