import { FeedbackWorkModule, Programme, Registers } from '@induct/events';
import { areLetterHours, AskingLetters, AskingWork, ReminderChoices } from '@induct/letters';
import { Clock, Council, type Day, daysLater, momentInLondon } from '@induct/platform';
import { GivenCouncil } from '../../../../test/support/given-council';
import { anEvent } from '../../../../test/support/given-programme';
import { inACouncilThatAsks } from '../../test/in-a-council-that-asks';
import { UnaskedEvents } from '../asked/unasked-events.queries';
import { RetakeLettersModule } from '../retakes/retake-letters.module';
import { Mandates } from '../mandates/mandates.service';

const council = inACouncilThatAsks([FeedbackWorkModule, RetakeLettersModule]);
const { ask, lettersTo, member, mandate, part, seat, sweeper } = council;
const WORKERS = 3;
/** A Monday. */
const BEGINS = '2026-11-23';

/** A session about what is asked, that can be booked. */
async function aSession(on: Day, topics: string[], title: string, mandatory = false): Promise<string> {
  const eventId = await part(Programme).addEvent(anEvent(title, { mandatory }), council.officer);
  const parts = [{ on, from: '09:30', to: '12:30', topics }];
  const plan = { eventId, place: 'The Guildhall', onlineUrl: null, districts: [], note: null, parts, pools: [] };
  return part(Programme).addSession(plan, 'confirmed', council.officer);
}

it('names the session that can be booked for what is due, in the letter of the day', async () => {
  const ada = await member();
  await seat(ada, '2026-12-07');
  const [{ slug }] = (await ask<{ slug: string }>('select slug from requirement')) as [{ slug: string }];
  await aSession('2026-12-01', [slug], 'A morning on planning');
  await mandate();
  await council.look();
  const [letter] = await lettersTo(ada);
  expect(letter!.text).toContain('You can come to “A morning on planning” on Tuesday 1 December 2026 at 9.30am.');
  expect(letter!.text).toMatch(/Book a place at “A morning on planning”:\nhttp\S+\/programme\/a-morning-on-planning\n/);
});

it('is in the language of whoever gets it, with all that is asked', async () => {
  const { database } = council.awarding;
  const [siân, ann] = [await member('Siân'), await member('Ann')];
  await ask(`insert into person_language values ('${siân}', 'cy', now())`);
  await database.source.query(
    `insert into council_revision (revision, said, changed_by, changed_at) values (1, '{"languages":"en-cy"}', $1, now())`,
    [council.officer],
  );
  await part(Council).work();
  for (const id of [siân, ann]) await seat(id, '2026-12-07');
  await mandate();
  await council.look();
  const [[welsh], [english]] = [await lettersTo(siân), await lettersTo(ann)];
  expect(welsh!.text).toMatch(/^Annwyl Siân,\n\nMae hwn i’w gwblhau o hyd:\n/);
  expect(english!.text).toMatch(/^Dear Ann,\n\nThis is still to be completed:\n/);
});

it('asks for no event that is only marked as mandatory, and officers see which those are', async () => {
  const [{ slug }] = (await ask<{ slug: string }>('select slug from requirement')) as [{ slug: string }];
  const [{ id: schemeId }] = (await ask<{ id: string }>('select id from scheme')) as [{ id: string }];
  await aSession('2026-12-01', [slug], 'Planning law', true);
  await aSession('2026-12-01', [], 'About nothing', true);
  await aSession('2026-11-20', [slug], 'Over', true);
  await aSession('2026-12-01', [slug], 'As one likes');
  const unasked = async () =>
    (await part(UnaskedEvents).all()).map(({ title, waits }) => (waits ? `${title}, proposed` : title));
  const nobodys = ['About nothing', 'Planning law'];
  expect(await unasked()).toEqual(nobodys);
  for (const asks of [{ requirementId: council.requirement }, { requirementId: null, schemeId }]) {
    const { id } = await part(Mandates).propose(council.proposed(asks));
    expect(await unasked()).toEqual(['About nothing', asks.requirementId ? 'Planning law, proposed' : 'Planning law']);
    await part(Mandates).adopt(id, council.second);
    expect(await unasked()).toEqual(['About nothing']);
    await part(Mandates).end(id, { by: council.officer, reason: 'It was an error' });
    expect(await unasked()).toEqual(nobodys);
  }
});

it('is one a day at most, all in all and once each, as people choose, and with none after it is done', async () => {
  const { clock, database } = council.awarding;
  const people = [await member('Each'), await member('Wednesdays'), await member('Only'), await member('Done')];
  const [each, weekly, only, done] = people as [string, string, string, string];
  const given = new GivenCouncil(database.source);
  const code = await given.aModule({ title: 'The code' });
  const session = await aSession('2026-11-24', [], 'Speaking');
  for (const id of people) {
    await seat(id, '2026-12-21');
    await given.aResult(id, code, { at: '2026-09-01T10:00:00Z', completion: 'completed', done: true });
  }
  await part(ReminderChoices).choose(weekly, { how: 'weekly', weekday: 3 });
  await part(ReminderChoices).choose(only, { how: 'mandatory', weekday: null });
  await mandate();
  await given.isRenewed(code, { policy: 'retake', retakeBy: '2027-01-12' }, new Date('2026-11-20T09:00:00Z'));
  await ask('delete from mail');

  const writers = Array.from({ length: WORKERS }, () => new AskingWork(part(AskingLetters), part(Clock)));
  for (let day: Day = BEGINS; day < '2027-01-29'; day = daysLater(day, 1)) {
    clock.set(momentInLondon(day, '09:00').toISOString());
    if (day === '2026-11-24') {
      clock.set(momentInLondon(day, '13:00').toISOString());
      const marks = people.map((personId) => ({ personId, part: 1, value: 'present' as const }));
      await part(Registers).mark(session, marks, { by: council.officer, how: 'register' });
      await part(Programme).setState(session, 'delivered', { by: council.officer, revision: 1 });
    }
    if (day === '2026-11-30') {
      await council.awarding.complete(done, council.course);
      await ask('update renewal set met_at = $1 where person_id = $2', [clock.now(), done]);
    }
    // Letters are what this is about, and those who write them look every day: marks are settled once a week.
    if (areLetterHours(clock.now()) && new Date(day).getUTCDay() === 1) await sweeper().work();
    await Promise.all(writers.map((one) => one.work()));
  }
  const letters = await ask<{ id: string; on: Day; text: string }>(
    `select p.id, (m.created_at at time zone 'Europe/London')::date::text as "on", m.body_text as text
       from mail m join person_current p on p.email = m.recipient where m.dedupe_key like 'asked:%' order by m.created_at`,
  );
  const to = (id: string, saying = '') =>
    letters.filter((one) => one.id === id && one.text.includes(saying)).map(({ on }) => on);
  for (const id of people) expect(to(id)).toEqual([...new Set(to(id))]);
  expect(letters.filter(({ on }) => !areLetterHours(momentInLondon(on, '09:00')))).toEqual([]);

  // 28, 14 and 3 days before, on the day, 7, 14 and 28 days after: between Christmas Eve and New Year's Day it waits.
  expect(to(each, 'Planning training')).toEqual([
    '2026-11-23',
    '2026-12-07',
    '2026-12-18',
    '2026-12-21',
    '2027-01-04',
    '2027-01-18',
  ]);
  expect(to(only, 'Planning training')).toEqual(to(each, 'Planning training'));
  expect(to(weekly, 'Planning training')).toEqual([
    '2026-11-25',
    '2026-12-02',
    '2026-12-16',
    '2026-12-23',
    '2027-01-04',
    '2027-01-13',
  ]);
  // Two weeks before its last day no letters go.
  expect(to(each, 'The code')).toEqual(['2026-11-23', '2027-01-04', '2027-01-13']);
  expect(to(each, 'How was it?')).toEqual(['2026-11-25', '2026-11-30']);
  expect(to(weekly, 'How was it?')).toEqual(['2026-11-25', '2026-12-02']);
  expect(to(only, 'How was it?')).toEqual([]);
  expect(to(done, 'Planning training')).toEqual(['2026-11-23']);
  expect(letters.find(({ id, on }) => id === weekly && on === '2026-11-25')!.text).toMatch(
    /1\. To complete\n[^]*2\. A module[^]*3\. How was it/,
  );
});
