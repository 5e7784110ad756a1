import fc from 'fast-check';
import type { EntryKind } from '../sections/handbook-entry.entity';
import { handbookTree, type PlacedText } from '../sections/handbook-tree';
import { handbookChanges, type HandbookChange, piecesOf } from './handbook-changes';

const TODAY = '2026-11-30';
const ENTRIES: [string, EntryKind, string | null][] = [
  ['c1', 'chapter', null],
  ['c2', 'chapter', null],
  ['s1', 'section', 'c1'],
  ['s2', 'section', 'c1'],
  ['s3', 'section', 'c2'],
  ['q1', 'question', 's1'],
  ['q2', 'question', 's3'],
];
const NOBODY = { titleCy: null, bodyCy: null, isAtOnce: true, recordedAt: new Date(0), recordedBy: '' };

const words = fc.array(
  fc.constantFrom('one', 'two ', '  three', '- four', '\n\n', '[five](/five)', '## six', '**7**'),
  {
    maxLength: 6,
  },
);
/** What the entries say at some moment: some of them, to everybody and perhaps to a district. */
const texts = fc
  .tuple(
    ...ENTRIES.map(([entryId, kind, parentId]) =>
      fc.record({
        isThere: fc.boolean(),
        isWithdrawn: fc.boolean(),
        title: fc.constantFrom('A', 'B b', 'C'),
        body: words.map((list) => list.join(' ')),
        position: fc.integer({ min: 1, max: 3 }),
        until: fc.constantFrom(null, '2026-11-29', '2026-11-30'),
        own: kind === 'section' ? fc.option(words.map((list) => list.join(' '))) : fc.constant(null),
        about: fc.constant({ entryId, kind, parentId }),
      }),
    ),
  )
  .map((all) =>
    all.flatMap(({ isThere, own, about: { entryId, kind, parentId }, until, ...said }): PlacedText[] => {
      if (!isThere) return [];
      const place = { ...NOBODY, entryId, kind, parentId, slug: entryId, since: new Date(0), number: 1 };
      const general = { ...place, ...said, id: entryId, district: null, until: kind === 'question' ? until : null };
      if (own === null) return [general];
      const none = { title: null, position: null, until: null, isWithdrawn: false };
      return [general, { ...place, ...none, id: `${entryId}-own`, district: 'Kelderby', body: own }];
    }),
  );

/** What a reader has who takes the changes to what they read before. */
function applied(before: Map<string, string>, changes: readonly HandbookChange[]): Map<string, string> {
  const after = new Map(before);
  for (const { key, what, parts } of changes) {
    const left = (is: 'added' | 'removed') =>
      parts
        .filter((part) => part.is !== is)
        .map((part) => part.words)
        .join('');
    expect(before.get(key) ?? '').toBe(left('added'));
    if (what === 'gone') after.delete(key);
    else after.set(key, left('removed'));
  }
  return after;
}

const read = (tree: ReturnType<typeof handbookTree>) =>
  new Map(piecesOf(tree).map(({ key, words: said }) => [key, said]));
const sorted = (map: Map<string, string>) => [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('what has changed in the handbook', () => {
  it('makes of an edition what is read now, word by word', () => {
    fc.assert(
      fc.property(texts, texts, (then, now) => {
        const [before, after] = [handbookTree(then, TODAY), handbookTree(now, TODAY)];
        const changes = handbookChanges(before, after);
        expect(sorted(applied(read(before), changes))).toEqual(sorted(read(after)));
        for (const { parts } of changes) expect(parts.some(({ is }) => is !== 'same') || parts.length === 0).toBe(true);
      }),
    );
  });

  it('is nothing when nothing has changed', () => {
    fc.assert(
      fc.property(texts, (now) => {
        expect(handbookChanges(handbookTree(now, TODAY), handbookTree(now, TODAY))).toEqual([]);
      }),
    );
  });

  it('is told where it is read, and what is gone where it stood', () => {
    const [chapter, first, second, third] = ['c', 'a', 'b', 'd'].map((entryId, at) => ({
      ...NOBODY,
      entryId,
      id: entryId,
      slug: entryId,
      kind: at ? 'section' : 'chapter',
      parentId: at ? 'c' : null,
      district: null,
      number: 1,
      title: entryId,
      body: '',
      position: at + 1,
      until: null,
      isWithdrawn: false,
      since: new Date('2026-11-01T00:30:00Z'),
    })) as [PlacedText, PlacedText, PlacedText, PlacedText];
    const before = handbookTree([chapter, first, second], TODAY);
    const now = handbookTree([chapter, { ...first, body: 'x' }, third], TODAY);
    const told = handbookChanges(before, now).map(({ key, what, on, under }) => [key, what, on, ...under]);
    expect(told).toEqual([
      ['a', 'changed', '2026-11-01', 'c'],
      ['b', 'gone', undefined, 'c'],
      ['d', 'new', '2026-11-01', 'c'],
    ]);
  });
});
