import type { SearchNews } from '@induct/platform';
import { newsView } from './news.view';

const since = new Date('2026-12-01T09:00:00Z');
const one = (kind: string, nth: number): SearchNews => ({
  kind: kind as SearchNews['kind'],
  language: 'en',
  path: `/${kind}/${nth}`,
  title: `${kind} ${nth}`,
  newAt: new Date('2026-12-02T09:00:00Z'),
});
const titles = (news: readonly SearchNews[]) => newsView(since, news).news!.rows.map(({ title }) => title);
const handbook = Array.from({ length: 40 }, (_, nth) => one('handbook', nth));

describe('what is new since the last visit', () => {
  it('does not hide a module behind the sections of a new edition, and stays in its order', () => {
    const news = [...handbook, one('library', 1), one('module', 1), one('module', 2), one('module', 3)];
    expect(titles(news)).toEqual(['handbook 0', 'handbook 1', 'library 1', 'module 1', 'module 2']);
    expect(newsView(since, news).news!.more).toBe(true);
  });

  it('is more of one kind where there is no other', () => {
    expect(titles(handbook)).toEqual(['handbook 0', 'handbook 1', 'handbook 2', 'handbook 3', 'handbook 4']);
    expect(titles([...handbook, one('module', 1)])).toEqual([
      'handbook 0',
      'handbook 1',
      'handbook 2',
      'handbook 3',
      'module 1',
    ]);
  });

  it('is nothing of what was there, to whoever comes for the first time', () => {
    expect(newsView(null, handbook)).toEqual({ news: null });
    expect(newsView(since, [])).toMatchObject({ news: { rows: [], more: false } });
  });
});
