import { Test, type TestingModule } from '@nestjs/testing';
import { AskingLetters } from '@induct/letters';
import { Elections, Terms } from '@induct/people';
import { HearingModule, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { FirstStepNotFound } from '../first-weeks/first-step.errors';
import { FirstSteps } from '../first-weeks/first-steps.service';
import { handbook } from '../handbook.lib';
import { HandbookModule } from '../handbook.module';
import { OwnFirstWeeks } from './own-weeks.service';
import { StepRemindersModule } from './step-reminders.module';

const POLL = '2025-05-01';

let database: TestDatabase;
let parts: TestingModule;
let clock: FixedClock;
let own: OwnFirstWeeks;
let [ann, bob, interests, acceptance, office] = ['', '', '', '', ''];
beforeAll(async () => {
  database = await cloneDatabase();
  clock = new FixedClock();
  clock.set('2025-01-10T09:00:00Z');
  const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
  parts = await Test.createTestingModule({
    imports: [platform, HearingModule.of([handbook]), HandbookModule, StepRemindersModule],
  }).compile();
  await parts.init();
  own = parts.get(OwnFirstWeeks);
  const since = new Date('2024-01-01T09:00:00Z');
  const [writes, confirms] = [await officer(), await officer()];
  ann = await aPerson(database.source, { name: 'Ann Baker', since });
  bob = await aPerson(database.source, { name: 'Bob Cole', since });
  const steps = parts.get(FirstSteps);
  await steps.addUsual(writes);
  const { rows } = await steps.page({ limit: 100, offset: 0 });
  const idOf = (title: string) => rows.find((row) => row.title === title)!.stepId;
  interests = idOf('Register your interests');
  acceptance = idOf('Sign your declaration of acceptance of office');
  office = idOf('You come into office');
  for (const id of [interests, acceptance, office]) await steps.confirm(id, { seen: 1, by: confirms });

  function officer() {
    return aPerson(database.source, { roles: ['officer'], since });
  }
});
afterAll(async () => {
  await parts?.close();
  await database?.drop();
});

const elect = async (people: string[]) => {
  const electionId = await parts.get(Elections, { strict: false }).hold({ kind: 'ordinary', heldOn: POLL, by: null });
  const terms = people.map((personId) => ({ personId, electionId, division: 'Kelderby', by: null }));
  await database.source.transaction((tx) => parts.get(Terms, { strict: false }).electAll(terms, tx));
};
const letters = () =>
  database.source.query<{ subject: string; day: string }[]>(
    `select l.subject, l.created_at::date::text as day from letter_standing l join person_current p on p.email = l.recipient
      where p.id = $1 order by l.created_at, l.subject`,
    [ann],
  );
const write = async (day: string) => {
  clock.set(`${day}T10:00:00Z`);
  await parts.get(AskingLetters, { strict: false }).writeAll(() => false);
};

it('is nothing for whoever was not elected', async () => {
  expect(await own.of(ann)).toBeUndefined();
  expect(await own.next(ann)).toBeUndefined();
  await expect(own.done(ann, interests)).rejects.toThrow(FirstStepNotFound);
});

it('has the days of one’s own term, those that were confirmed, and what is next', async () => {
  await elect([ann, bob]);
  clock.set('2025-05-06T09:00:00Z');
  const { term, steps } = (await own.of(ann))!;
  expect(term).toMatchObject({ poll: POLL, office: '2025-05-06', declared: null });
  const due = steps.map(({ step, due: [first] }) => [step.title, first?.on]);
  expect(due.filter(([, day]) => day)).toEqual([
    ['You come into office', '2025-05-06'],
    ['Sign your declaration of acceptance of office', '2025-07-01'],
    ['Register your interests', '2025-05-28'],
  ]);
  // Coming into office happens by itself: it is neither next nor done by anybody.
  await expect(own.done(ann, office)).rejects.toThrow(FirstStepNotFound);
  expect(await own.next(ann)).toMatchObject({ dueOn: '2025-05-28', step: { title: 'Register your interests' } });
});

it('reminds 14 and 3 days before and on the day, once, of what is not done', async () => {
  for (const day of ['2025-05-06', '2025-05-13', '2025-05-14', '2025-05-14', '2025-05-15', '2025-05-27', '2025-05-28'])
    await write(day);
  expect(await letters()).toEqual([
    { subject: 'By 28 May 2025: Register your interests', day: '2025-05-14' },
    { subject: 'By 28 May 2025: Register your interests', day: '2025-05-27' },
    { subject: 'By 28 May 2025: Register your interests', day: '2025-05-28' },
  ]);
});

it('stops once they say that it is done, with one letter that says so', async () => {
  clock.set('2025-05-29T10:00:00Z');
  await own.done(ann, acceptance);
  await own.done(ann, acceptance);
  await write('2025-06-17');
  expect((await letters()).slice(3)).toEqual([
    { subject: 'You have done: Sign your declaration of acceptance of office', day: '2025-05-29' },
  ]);
  const [, others] = await Promise.all([own.of(ann), own.of(bob)]);
  expect(others!.steps.every(({ doneAt }) => doneAt === null)).toBe(true);
  await own.notDone(ann, acceptance);
  await write('2025-06-18');
  expect((await letters()).slice(4)).toEqual([
    { subject: 'By 1 July 2025: Sign your declaration of acceptance of office', day: '2025-06-18' },
  ]);
  await own.done(ann, acceptance);
  await write('2025-07-01');
  expect(await letters()).toHaveLength(5);
});

it('is over a hundred days after the poll', async () => {
  clock.set('2025-08-09T09:00:00Z');
  expect(await own.next(ann)).toMatchObject({ step: { title: 'Register your interests' } });
  clock.set('2025-08-10T09:00:00Z');
  expect(await own.next(ann)).toBeUndefined();
  expect((await own.of(ann))!.steps.length).toBeGreaterThan(0);
});
