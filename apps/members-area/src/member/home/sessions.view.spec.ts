import type { OfferedSession } from '@induct/events';
import { sessionsView } from './sessions.view';

const TODAY = '2026-11-22';
const NOTHING = { asked: [], due: [], paths: [] };
const part = (number: number, on: string, from: string, to: string) => ({ number, on, from, to, topics: ['conduct'] });
const session = (title: string, parts: OfferedSession['parts'], state?: 'booked' | 'waiting'): OfferedSession => ({
  id: title,
  slug: title.toLowerCase(),
  title,
  state: 'confirmed',
  place: 'The Guildhall',
  districts: [],
  cancelReason: null,
  revision: 1,
  isOnline: false,
  isForMyDistrict: true,
  parts,
  places: { own: state && { id: `of ${title}`, state, seat: 'room', ahead: null }, seats: [] },
});
const needed = {
  asked: [{ id: 'conduct', slug: 'conduct', title: 'Conduct', isAsked: true, isCore: true, met: undefined, ways: [] }],
  due: [],
  paths: [],
};
const morning = (title: string, on: string, state?: 'booked' | 'waiting') =>
  session(title, [part(1, on, '09:30', '12:30')], state);

describe('where somebody has a place next', () => {
  it.each([
    ['Today', TODAY, 'Today, 9.30am to 12.30pm'],
    ['Tomorrow', '2026-11-23', 'Tomorrow, 9.30am to 12.30pm'],
  ])('is the first thing of the page when it is %s', (_, on, when) => {
    const view = sessionsView([morning('Other', TODAY), morning('Mine', on, 'booked')], NOTHING, TODAY);
    const isToday = on === TODAY;
    expect(view.soon).toMatchObject({
      title: 'Mine',
      href: '/bookings/of Mine',
      when,
      where: 'The Guildhall',
      isToday,
    });
    expect(view).toMatchObject({ own: undefined, session: { title: 'Other' } });
  });

  it('is said with the others later on, whatever it is about, and a place in a list is none', () => {
    const view = sessionsView(
      [morning('List', TODAY, 'waiting'), morning('Mine', '2026-12-08', 'booked')],
      NOTHING,
      TODAY,
    );
    expect(view).toMatchObject({
      soon: undefined,
      own: { title: 'Mine', when: 'Tuesday 8 December 2026, 9.30am to 12.30pm' },
    });
  });

  it('is said once, and meets what is needed all the same', () => {
    const soon = sessionsView([morning('Mine', TODAY, 'booked'), morning('Other', '2026-12-08')], needed, TODAY);
    expect(soon).toMatchObject({ soon: { title: 'Mine' }, useful: [] });
    const later = sessionsView([morning('Mine', '2026-12-08', 'booked')], needed, TODAY);
    expect(later).toMatchObject({ own: undefined, useful: [{ title: 'Mine' }] });
  });

  it('is the day that is still to come, of one that has begun', () => {
    const two = session('Mine', [part(1, '2026-11-21', '09:30', '12:30'), part(2, TODAY, '13:30', '16:30')], 'booked');
    expect(sessionsView([two], NOTHING, TODAY).soon).toMatchObject({ when: 'Today, 1.30pm to 4.30pm' });
  });
});
