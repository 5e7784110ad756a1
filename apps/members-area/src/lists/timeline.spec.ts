import type { AttemptTimeline, Moment } from '@induct/progress';
import type { ActivityTree } from '@induct/scorm';
import { MOMENTS_PER_PAGE, timelineView } from './timeline';

const opened = (day: number, minutes = 0): Moment => ({
  kind: 'opening',
  at: new Date(Date.UTC(2026, 10, day, 14, minutes)),
  isKept: true,
});
const attempt = (number: number, moments: Moment[]): AttemptTimeline => ({
  id: String(number),
  number,
  versionId: 'v',
  startedAt: new Date('2026-11-20T14:00:00Z'),
  completedAt: null,
  tree: { root: { id: 'root', children: [] } } as unknown as ActivityTree,
  stored: { completion: 'incomplete', success: 'unknown' },
  replayed: { completion: 'incomplete', success: 'unknown' },
  moments,
  isWhole: true,
});
const shown = (attempts: AttemptTimeline[], page = 1, untold = 0) =>
  timelineView([{ title: 'Golf', attempts, untold }], 'you', page, '/standing/golf/timeline');

describe('a timeline', () => {
  it('has the newest first: attempt by attempt, day by day', () => {
    const { sections, untold } = shown([attempt(1, [opened(20)]), attempt(2, [opened(21), opened(22), opened(22, 5)])]);
    expect(sections).toMatchObject([
      {
        heading: 'Attempt 2, begun on 20 November 2026',
        stands: 'Not complete yet.',
        days: [
          { day: '22 November 2026', lines: [{ at: '14:05' }, { at: '14:00' }] },
          { day: '21 November 2026', lines: [{ at: '14:00' }] },
        ],
      },
      { heading: 'Attempt 1, begun on 20 November 2026' },
    ]);
    expect(untold).toBeUndefined();
  });

  it('is cut into pages, and a page beyond the last is the last', () => {
    const moments = Array.from({ length: MOMENTS_PER_PAGE + 3 }, (_, nth) => opened(22, nth));
    const { sections, paging } = shown([attempt(1, moments)], 9);
    expect([paging.page, paging.says]).toEqual([2, 'Showing 51 to 53 of 53']);
    expect(sections[0]!.days[0]!.lines.map(({ at }) => at)).toEqual(['14:02', '14:01', '14:00']);
    expect(paging.pagination?.previous?.href).toBe('/standing/golf/timeline');
  });

  it('says how many saves are not told, and of which module each attempt is where there are two', () => {
    expect(shown([attempt(1, [opened(20)])], 1, 1200).untold).toContain('1,200 earlier saves are not told here');
    const courses = ['Golf', 'Chess'].map((title) => ({ title, attempts: [attempt(1, [opened(20)])], untold: 0 }));
    const { sections } = timelineView(courses, 'you', 1, '/');
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Golf: attempt 1, begun on 20 November 2026',
      'Chess: attempt 1, begun on 20 November 2026',
    ]);
  });

  it('is empty when nothing was opened', () => {
    expect(timelineView([], 'you', 1, '/')).toMatchObject({ sections: [], paging: { says: undefined } });
  });
});
