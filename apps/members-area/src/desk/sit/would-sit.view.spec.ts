import type { Sitter } from '@induct/accreditation';
import { dayLookedAt, wouldSitView } from './would-sit.view';

const planning = {
  kind: 'requirement' as const,
  id: 'r1',
  title: 'Planning decisions',
  binding: true,
  since: null,
  until: null,
  ended: null,
  revokedOn: null,
  suspended: false,
  waits: false,
};
const sitter = (name: string, by: 'seat' | 'named', asked: Sitter['asked'] = []): Sitter => ({
  personId: name,
  name,
  bodyId: 'b1',
  place: { by, capacity: by === 'seat' ? 'member' : 'substitute', lastDay: null },
  may: asked.every(({ met }) => met),
  asked,
  until: null,
});
const words = { from: '2026-12-01', day: '2026-12-01', today: '2026-11-29', noPlace: 'Nobody stands in' };

describe('what would follow for who may sit', () => {
  const ann = sitter('Ann', 'seat');
  const cy = sitter('Cy', 'named');

  it('is looked at on the first day on which it holds, and today when that is over', () => {
    expect([dayLookedAt('2026-12-01', '2026-11-29'), dayLookedAt('2026-01-01', '2026-11-29')]).toEqual([
      '2026-12-01',
      '2026-11-29',
    ]);
  });

  it('names who may no longer sit and why: what they have not shown, or no place any more', () => {
    const after = [sitter('Ann', 'seat', [{ ...planning, met: false }])];
    const { lost, gained } = wouldSitView({ before: [cy, ann], after }, words);
    expect([lost.caption, lost.rows.map((row) => row.map(({ text }) => text))]).toEqual([
      '2 people may no longer sit on 1 December 2026',
      [
        ['Cy', 'Named substitute', 'Nobody stands in'],
        ['Ann', 'Member', 'Planning decisions: not shown'],
      ].toReversed(),
    ]);
    expect(gained.total).toBe(0);
  });

  it('names who may from then on, and says when nobody loses it', () => {
    const { lost, gained, nobodyLost, past } = wouldSitView({ before: [ann], after: [ann, cy] }, words);
    expect([lost.total, gained.caption, nobodyLost, past]).toEqual([
      0,
      '1 person may sit on 1 December 2026 and may not as it is now',
      'Everybody who may sit on 1 December 2026 may still sit.',
      undefined,
    ]);
  });

  it('says that days that are over are told differently', () => {
    const since = { ...words, from: '2026-01-01', day: '2026-11-29' };
    expect(wouldSitView({ before: [ann], after: [ann] }, since).past).toContain('It holds from 1 January 2026');
  });
});
