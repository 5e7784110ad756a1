import { AttendedTopics, FeedbackWorkModule, OwnTopics, Programme, Registers } from '@induct/events';
import { type Day, Transactions } from '@induct/platform';
import { anEvent, aPlan } from '../../../../test/support/given-programme';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { UnaskedEvents } from '../asked/unasked-events.queries';
import { EventMandates } from './event-mandates.service';
import { Mandates } from './mandates.service';

const council = inACouncilThatAsks([FeedbackWorkModule]);
const { ask, asked, elect, lettersTo, member, part } = council;
const DUE = '2026-12-15';
const at = (on: Day, topics: string[] = []) => ({ parts: [{ on, from: '09:30', to: '12:30', topics }] });

/** A mandatory event with a session. */
async function anAskedEvent(title: string, on: Day, topics: string[] = [], bodyId: string | null = null) {
  const who = { audience: bodyId === null ? 'everyone' : 'body', bodyId } as const;
  const eventId = await part(Programme).addEvent(anEvent(title, { mandatory: true, ...who }), council.officer);
  const session = await part(Programme).addSession(aPlan(eventId, at(on, topics)), 'confirmed', council.officer);
  return { event: await part(Programme).eventOf(eventId), session };
}
type Given = Awaited<ReturnType<typeof anAskedEvent>>;

/** As the desk does it. @returns the slug of what has to be met */
const propose = ({ event }: Given, topic: string | null = null, dueOn: Day = DUE) =>
  part(Transactions).run(async (tx) => {
    const { id: requirementId, slug } = await part(EventMandates).whatIsMet(tx, event, topic);
    if (topic === null) await part(OwnTopics).give(tx, event.id, slug, council.officer);
    await part(EventMandates).propose(tx, { event, requirementId, dueOn, source: '', by: council.officer });
    return slug;
  });
async function adopt({ event }: Given): Promise<void> {
  const [mandate] = await ask<{ id: string }>('select id from mandate where title = $1 and outcome is null', [
    event.title,
  ]);
  await part(Mandates).adopt(mandate!.id, council.second);
}
const topicsOf = async (session: string) => (await part(Programme).session(session)).parts.map(({ topics }) => topics);

it('reminds whoever has not been at a mandatory event, names the session, and tells those above when it is late', async () => {
  const ada = await member();
  await elect(ada, '2025-05-05');
  const given = await anAskedEvent('A day for all', '2026-12-01');
  await propose(given);
  await council.look();
  expect(await asked(ada)).toEqual([]);
  await adopt(given);
  await council.look();
  expect(await asked(ada)).toMatchObject([{ due: DUE, met: null }]);
  const [letter] = await lettersTo(ada);
  expect(letter!.text).toContain('You can come to “A day for all” on Tuesday 1 December 2026 at 9.30am.');
  expect((await part(UnaskedEvents).all()).map(({ title }) => title)).not.toContain('A day for all');
  await council.awarding.forgetLetters();
  await council.look('2026-12-15T09:00:00Z');
  await council.look('2027-01-05T09:00:00Z');
  await council.look('2027-01-06T09:00:00Z');
  const above = await lettersTo(council.officer);
  expect(above.map(({ text }) => text).join('\n')).toContain('Ada Fenwick: A day for all, due on 15 December 2026');
});

it('is met by whoever was there, before it was asked too, at a session that was planned later too', async () => {
  const [before, later, absent] = [await member(), await member(), await member()];
  for (const id of [before, later, absent]) await elect(id, '2025-05-05');
  const given = await anAskedEvent('Showcase', '2026-11-20');
  const tick = (session: string, personId: string, value: 'present' | 'absent') =>
    part(Registers).mark(session, [{ personId, part: 1, value }], { by: council.second, how: 'register' });
  await tick(given.session, before, 'present');
  await propose(given);
  await part(AttendedTopics).settleAnew(given.session, council.officer);
  await adopt(given);
  await council.look();
  expect(await asked(before)).toMatchObject([{ met: '2026-11-20' }]);
  const second = await part(Programme).addSession(
    aPlan(given.event.id, at('2026-11-23')),
    'confirmed',
    council.officer,
  );
  expect(await topicsOf(second)).toEqual([['event--showcase']]);
  await tick(second, later, 'present');
  await tick(second, absent, 'absent');
  await council.look();
  expect(await asked(later)).toMatchObject([{ met: '2026-11-23' }]);
  expect(await asked(absent)).toMatchObject([{ met: null }]);
  // Whoever changes it does not take away what it is asked for.
  await part(Programme).changeSession(
    second,
    aPlan(given.event.id, { ...at('2026-11-23'), place: 'The barn' }),
    1,
    council.officer,
  );
  expect(await topicsOf(second)).toEqual([['event--showcase']]);
});

it('is asked of those it is for, and by what it is about when that is meant', async () => {
  const [{ slug }] = (await ask<{ slug: string }>('select slug from requirement order by slug desc limit 1')) as [
    { slug: string },
  ];
  const [on, off] = [await member(), await member()];
  for (const id of [on, off]) await elect(id, '2025-05-05');
  await council.seat(on, '2026-06-01');
  const given = await anAskedEvent('For the committee', '2026-12-01', [slug], council.planning);
  expect(await propose(given, slug)).toBe(slug);
  await adopt(given);
  await council.look();
  expect(await asked(on)).toMatchObject([{ due: DUE }]);
  expect(await asked(off)).toEqual([]);
  expect(await topicsOf(given.session)).toEqual([[slug]]);
});

it('is asked once, however many press, and never by a day that is past', async () => {
  const given = await anAskedEvent('Pressed twice', '2026-12-01');
  await expect(propose(given, null, '2026-11-22')).rejects.toMatchObject({ field: 'fixed' });
  await expect(propose(given, 'nothing-of-this-name')).rejects.toMatchObject({ field: 'what' });
  expect(await ask('select from requirement where slug = $1', ['event--pressed-twice'])).toEqual([]);
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => propose(given)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).name] : []));
  expect(new Set(refused)).toEqual(new Set(['EventIsAskedAlready']));
  expect((await part(UnaskedEvents).all()).find(({ title }) => title === 'Pressed twice')).toMatchObject({
    waits: true,
  });
  await adopt(given);
  await expect(propose(given)).rejects.toMatchObject({ name: 'EventIsAskedAlready' });
});

it('names what is asked in a session that is planned at the same moment', async () => {
  const given = await anAskedEvent('At once', '2026-12-01');
  const [planned] = await Promise.all([
    Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        part(Programme).addSession(aPlan(given.event.id, at(`2026-12-0${nth + 2}`)), 'confirmed', council.officer),
      ),
    ),
    propose(given),
  ]);
  for (const session of planned) expect(await topicsOf(session)).toEqual([['event--at-once']]);
});
