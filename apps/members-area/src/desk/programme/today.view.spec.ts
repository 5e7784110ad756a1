import type { PlannedSession } from '@induct/events';
import { todayView } from './today.view';

const TODAY = '2026-12-08';
const session = (id: string, more: Partial<PlannedSession>, [from, to] = ['09:30', '12:30']) =>
  ({
    id,
    eventId: id,
    event: { id, title: `About ${id}`, slug: id, kind: 'training' },
    state: 'confirmed',
    place: 'The Guildhall',
    onlineUrl: null,
    parts: [{ number: 1, on: TODAY, from, to, topics: [] }],
    ...more,
  }) as unknown as PlannedSession;

describe('what takes place today', () => {
  it('has what one opens on the day, and only its parts of today', () => {
    const parts = [
      { number: 1, on: '2026-12-07', from: '10:00', to: '11:00', topics: [] },
      { number: 2, on: TODAY, from: '13:00', to: '16:00', topics: [] },
    ];
    const [one, ...more] = todayView([session('a', { parts })], TODAY);
    expect([one, more]).toMatchObject([{ title: 'About a', times: '13:00 to 16:00', where: 'The Guildhall' }, []]);
    expect(one!.links.map(({ href }) => href.split('/').at(-1))).toEqual(['register', 'code', 'needs']);
  });

  it('leaves out what does not take place, and other days', () => {
    const others = (['idea', 'hold', 'provisional', 'cancelled'] as const).map((state) => session(state, { state }));
    expect(todayView(others, TODAY)).toEqual([]);
    expect(todayView([session('a', {})], '2026-12-09')).toEqual([]);
  });

  it('has one line for a day of talks', () => {
    const event = { id: 'talks', title: 'A talk', slug: 'talks', kind: 'one-to-one' } as PlannedSession['event'];
    const talk = (id: string, from: string, to: string) => session(id, { eventId: 'talks', event }, [from, to]);
    expect(todayView([talk('b', '10:00', '10:20'), talk('a', '09:30', '09:50')], TODAY)).toMatchObject([
      { times: '09:30 to 10:20', links: [{ href: `/admin/programme/events/talks/talks/${TODAY}` }] },
    ]);
  });
});
