import { Test, type TestingModule } from '@nestjs/testing';
import { Elections } from '@induct/people';
import { HearingModule, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { CandidatesAreas } from '../candidates/candidates-area.service';
import { handbook } from '../handbook.lib';
import { HandbookModule } from '../handbook.module';
import { ElectionDays } from './election-days.service';
import {
  DeclaredBeforePoll,
  ElectionIsNotThere,
  FirstStepNotFound,
  FirstStepsAreThere,
  FirstStepWasChanged,
  InOfficeBeforeDeclared,
  NothingToConfirm,
  OwnFirstStep,
} from './first-step.errors';
import { FirstSteps } from './first-steps.service';
import type { StepText } from './step-text';
import { USUAL_STEPS } from './usual-steps';

const { usual: _, ...INTERESTS } = USUAL_STEPS.find(({ usual }) => usual === 'interests')!;
const { usual: __, ...TALK } = USUAL_STEPS.find(({ usual }) => usual === 'equipment')!;
const called = (title: string, like: StepText = INTERESTS): StepText => ({ ...like, title });

let database: TestDatabase;
let parts: TestingModule;
let clock: FixedClock;
let steps: FirstSteps;
let [officer, second] = ['', ''];
beforeAll(async () => {
  database = await cloneDatabase();
  clock = new FixedClock();
  const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
  parts = await Test.createTestingModule({
    imports: [platform, HearingModule.of([handbook]), HandbookModule],
  }).compile();
  await parts.init();
  clock.set('2025-01-10T09:00:00Z');
  steps = parts.get(FirstSteps);
  const since = new Date('2024-01-01T09:00:00Z');
  officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer'], since });
});
afterAll(async () => {
  await parts?.close();
  await database?.drop();
});

const shown = async (id: string) =>
  (await parts.get(CandidatesAreas).today()).steps.find(({ stepId }) => stepId === id);
const acts = () =>
  database.source.query<{ action: string; detail: object }[]>('select action, detail from audit_event order by id');

describe('a first step', () => {
  it('is confirmed alone, and says so, where there is nobody else at the desk', async () => {
    const id = await steps.add(called('Alone'), officer);
    expect((await steps.history(id))[0]).toMatchObject({ confirmedBy: officer, isAlone: true });
    expect(await acts()).toEqual([
      expect.objectContaining({ action: 'first-step.added' }),
      { action: 'first-step.confirmed', detail: { number: 1, alone: true } },
    ]);
    second = await aPerson(database.source, { name: 'Sam Second', roles: ['officer'], since: new Date('2024-01-01') });
  });

  it('with a day from a law is shown without it until somebody else has confirmed it', async () => {
    const id = await steps.add(called('Register'), officer);
    expect(await shown(id)).toMatchObject({ title: 'Register', isDayShown: false });
    await expect(steps.confirm(id, { seen: 1, by: officer })).rejects.toThrow(OwnFirstStep);
    await steps.confirm(id, { seen: 1, by: second });
    expect(await shown(id)).toMatchObject({ title: 'Register', isDayShown: true, confirmedBy: second });
    await expect(steps.confirm(id, { seen: 1, by: second })).rejects.toThrow(NothingToConfirm);
  });

  it('keeps what was confirmed before until the change is confirmed, too', async () => {
    const id = await steps.add(called('Before'), officer);
    await steps.confirm(id, { seen: 1, by: second });
    await steps.change(id, { seen: 1, text: { ...called('After'), count: 21 }, by: second });
    expect(await shown(id)).toMatchObject({ title: 'Before', count: 28, isDayShown: true });
    await steps.confirm(id, { seen: 2, by: officer });
    expect(await shown(id)).toMatchObject({ title: 'After', count: 21, isDayShown: true });
  });

  it('without a law takes nobody else, and what has no day has none to confirm', async () => {
    const id = await steps.add(called('A talk', TALK), officer);
    expect(await shown(id)).toMatchObject({ title: 'A talk', isDayShown: true });
    await expect(steps.confirm(id, { seen: 1, by: second })).rejects.toThrow(NothingToConfirm);
  });

  it('is not changed, withdrawn or confirmed by whoever has seen an old version', async () => {
    const id = await steps.add(called('One'), officer);
    await steps.change(id, { seen: 1, text: called('Two'), by: officer });
    await expect(steps.change(id, { seen: 1, text: called('Three'), by: second })).rejects.toThrow(FirstStepWasChanged);
    await expect(steps.withdraw(id, { seen: 1, by: second })).rejects.toThrow(FirstStepWasChanged);
    await expect(steps.confirm(id, { seen: 1, by: second })).rejects.toThrow(FirstStepWasChanged);
    await expect(steps.confirm(officer, { seen: 1, by: second })).rejects.toThrow(FirstStepNotFound);
    expect((await steps.history(id)).map(({ title }) => title)).toEqual(['Two', 'One']);
  });

  it('takes one of two changes that come at once', async () => {
    const id = await steps.add(called('Once'), officer);
    const both = ['Left', 'Right'].map((title) => steps.change(id, { seen: 1, text: called(title), by: officer }));
    const said = await Promise.allSettled(both);
    expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await steps.history(id)).toHaveLength(2);
  });

  it('is shown no more once it is withdrawn, and again when it is changed', async () => {
    const id = await steps.add(called('Come back', TALK), officer);
    await steps.withdraw(id, { seen: 1, by: officer });
    expect(await shown(id)).toBeUndefined();
    await steps.change(id, { seen: 2, text: called('I am back', TALK), by: officer });
    expect(await shown(id)).toMatchObject({ title: 'I am back' });
  });

  it('is confirmed by nobody whose role is too new', async () => {
    const id = await steps.add(called('Too new'), officer);
    const newcomer = await aPerson(database.source, { roles: ['officer'], since: new Date('2025-01-11T09:00:00Z') });
    await expect(steps.confirm(id, { seen: 1, by: newcomer })).rejects.toThrow('Confirms from');
    expect(await shown(id)).toMatchObject({ isDayShown: false });
  });

  it('is for ever, and two people are kept by the database', async () => {
    for (const change of [
      `update first_step_version set title = 'Other'`,
      'delete from first_step_version',
      'delete from first_step_confirmation',
    ]) {
      await expect(database.source.query(change)).rejects.toThrow('permission denied');
      await expect(database.asOwner(change)).rejects.toThrow('changed by a further version');
    }
    const id = await steps.add(called('Forged'), officer);
    const [{ id: versionId }] = await steps.history(id);
    const forge = (by: string, who: string) =>
      database.source.query(
        'insert into first_step_confirmation (version_id, recorded_by, confirmed_by, confirmed_at, is_alone) values ($1, $2, $3, now(), false)',
        [versionId, by, who],
      );
    await expect(forge(officer, officer)).rejects.toThrow('first_step_confirmation_takes_two');
    await expect(forge(second, officer)).rejects.toThrow('foreign key');
  });
});

describe('before a poll', () => {
  const POLL = '2025-05-01';
  let [kept, urgent] = ['', ''];

  it('what is shown stays as it was when the notice was given, unless it says why it cannot wait', async () => {
    kept = await steps.add(called('As it was'), officer);
    await steps.confirm(kept, { seen: 1, by: second });
    urgent = await steps.add(called('Wrong'), officer);
    await parts.get(Elections, { strict: false }).hold({ kind: 'ordinary', heldOn: POLL, by: officer });
    clock.set('2025-03-25T00:00:00Z');
    await steps.change(kept, { seen: 1, text: called('Changed'), by: officer });
    await steps.confirm(kept, { seen: 2, by: second });
    const added = await steps.add(called('Added', TALK), officer);
    await steps.withdraw(added, { seen: 1, by: officer });
    const fresh = await steps.add(called('New', TALK), officer);
    expect(await shown(kept)).toMatchObject({ title: 'As it was' });
    expect(await shown(fresh)).toBeUndefined();
    // Confirmed too late: its words were there, its day was not.
    await steps.confirm(urgent, { seen: 1, by: second });
    expect(await shown(urgent)).toMatchObject({ title: 'Wrong', isDayShown: false });
    await steps.change(urgent, {
      seen: 1,
      text: { ...called('Right'), atOnceBecause: 'The day was wrong' },
      by: officer,
    });
    await steps.confirm(urgent, { seen: 2, by: second });
    expect(await shown(urgent)).toMatchObject({ title: 'Right', isDayShown: true });
    const { freeze, nextPoll } = await parts.get(CandidatesAreas).today();
    expect([freeze, nextPoll]).toEqual([{ from: '2025-03-25', until: POLL }, POLL]);
  });

  it('is shown from the day after the poll on', async () => {
    clock.set('2025-05-01T22:59:00Z');
    expect(await shown(kept)).toMatchObject({ title: 'As it was' });
    clock.set('2025-05-01T23:00:00Z');
    expect(await shown(kept)).toMatchObject({ title: 'Changed' });
    expect((await parts.get(CandidatesAreas).today()).freeze).toBeNull();
  });
});

describe('the usual steps', () => {
  it('begin in English and Welsh, unconfirmed, once', async () => {
    await steps.addUsual(officer);
    await expect(steps.addUsual(officer)).rejects.toThrow(FirstStepsAreThere);
    const { steps: all } = await parts.get(CandidatesAreas).today();
    const usual = all.filter(({ title }) => USUAL_STEPS.some((one) => one.title === title));
    expect(usual.map(({ title, titleCy, aboutCy }) => [title, titleCy !== null, aboutCy !== null])).toEqual(
      USUAL_STEPS.map(({ title }) => [title, true, true]),
    );
    const waiting = usual.filter(({ isDayShown }) => !isDayShown).map(({ law }) => law);
    expect(waiting).toHaveLength(4);
  });

  it('are listed with those of the council, those withdrawn last', async () => {
    const { rows, total } = await steps.page({ limit: 100, offset: 0 });
    expect(rows).toHaveLength(total);
    const shownFirst = rows.findIndex(({ isWithdrawn }) => isWithdrawn);
    expect(rows.slice(shownFirst).every(({ isWithdrawn }) => isWithdrawn)).toBe(true);
    expect((await steps.page({ limit: 1, offset: 1 })).rows[0]!.stepId).toBe(rows[1]!.stepId);
  });
});

describe('the days of an election', () => {
  it('are recorded, and what cannot be is refused', async () => {
    const days = parts.get(ElectionDays);
    const elections = parts.get(Elections, { strict: false });
    const id = await elections.hold({ kind: 'by_election', heldOn: '2024-02-29', division: 'Kelderby', by: officer });
    const whole = (await elections.on('2025-05-01', 'ordinary'))!;
    expect(await days.find(id)).toMatchObject({ poll: '2024-02-29', declared: null, office: null });
    const record = (declared: string, office: string | null, of = id) =>
      days.record(of, { declared, office, by: officer });
    await expect(record('2024-02-28', null)).rejects.toThrow(DeclaredBeforePoll);
    await expect(record('2024-03-01', '2024-02-29')).rejects.toThrow(InOfficeBeforeDeclared);
    await expect(record('2024-03-01', null, officer)).rejects.toThrow(ElectionIsNotThere);
    await record('2024-03-01', null);
    await record('2024-03-01', '2024-03-04');
    expect(await days.find(id)).toMatchObject({ declared: '2024-03-01', office: '2024-03-04' });
    // The law says it: it is not kept beside it.
    await record('2025-05-02', '2025-05-03', whole);
    expect(await days.find(whole)).toMatchObject({ declared: '2025-05-02', office: null });
    expect((await acts()).at(-1)).toEqual({
      action: 'election-days.recorded',
      detail: { before: { declared: null, office: null }, after: { declared: '2025-05-02', office: null } },
    });
    expect((await days.page({ limit: 5, offset: 0 })).rows.map(({ poll }) => poll)).toEqual([
      '2025-05-01',
      '2024-02-29',
    ]);
  });
});
