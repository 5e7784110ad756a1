import { Test, type TestingModule } from '@nestjs/testing';
import { NotAllowed } from '@induct/people';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { aPerson } from '../../../../test/support/given-person';
import { anEvent } from '../../../../test/support/given-programme';
import { EventsModule } from '../events.module';
import { Programme, type SessionPlan } from '../programme/programme.service';
import { PrintedProgrammes } from './printed-programmes';
import { ProgrammeVersions } from './programme-versions.service';
import { PublishedProgrammes } from './published-programmes.service';
import { ShownVersions } from './shown-versions.queries';
import {
  ConfirmsOnesOwn,
  DaysAreWrong,
  DecisionIsGone,
  MeetingIsToCome,
  NothingIsPlanned,
  VersionCannotBecome,
  VersionIsOpen,
} from './version.errors';

const LINK = 'https://meet.northmoor.example/secret';
const plan = (eventId: string | null, on: string, more: Partial<SessionPlan> = {}): SessionPlan => ({
  eventId,
  place: 'County Hall',
  onlineUrl: LINK,
  districts: [],
  note: 'A secret note',
  parts: [{ on, from: '09:30', to: '12:30', topics: [] }],
  pools: [],
  ...more,
});
const DECIDED = { decision: 'approved', meetingOn: '2026-11-20', minute: 'Minute 7' } as const;

describe('versions of a programme', () => {
  let database: TestDatabase;
  let parts: TestingModule;
  let versions: ProgrammeVersions;
  let shown: ShownVersions;
  let published: PublishedProgrammes;
  let programme: Programme;
  let eventId: string;
  let [officer, tester, other] = ['', '', ''];
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url, { WELSH: 'true' }), database.source);
    parts = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
    await parts.init();
    versions = parts.get(ProgrammeVersions);
    shown = parts.get(ShownVersions);
    published = parts.get(PublishedProgrammes);
    programme = parts.get(Programme);
    officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer', 'tester'] });
    tester = await aPerson(database.source, { name: 'Tess Tester', roles: ['tester'] });
    other = await aPerson(database.source, { name: 'Mel Member' });
    eventId = await programme.addEvent(
      anEvent('Chairing', {
        about: 'Order',
        facilitator: 'Vera Voice',
        officers: 'Oscar Officer',
        bring: 'A laptop',
        note: 'A secret note',
        outcomes: ['End on time'],
      }),
      officer,
    );
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  let days = 2030;
  /** A programme of a year of its own, with one session in it. */
  async function aProgramme(): Promise<{ id: string; slug: string; year: number; session: string }> {
    const year = days++;
    const described = { title: `Induction ${year}`, firstDay: `${year}-01-01`, lastDay: `${year}-12-31` };
    const slug = await versions.add(described, officer);
    const { id } = (await shown.of(slug)).programme;
    const session = await programme.addSession(plan(eventId, `${year}-06-10`), 'confirmed', officer);
    return { id, slug, year, session };
  }
  const versionOf = async (slug: string, number: number) => (await shown.version(slug, number)).version;
  const audited = async (id: string) =>
    (
      await database.source.query<{ action: string }[]>(
        'select action from audit_event where subject_id = $1 order by id',
        [id],
      )
    ).map(({ action }) => action);
  const letters = async (like: string) =>
    (
      await database.source.query<{ subject: string; to: string }[]>(
        `select m.subject, p.name as to from mail m join person p on p.email = m.recipient where dedupe_key like $1 order by 2`,
        [`${like}%`],
      )
    ).map(({ to }) => to);
  /** Up to the step that is named. */
  async function brought(id: string, slug: string, to: 'proposed' | 'recorded' | 'approved' | 'published', number = 1) {
    if (number > 1 || (await shown.of(slug)).versions.length === 0) await versions.freeze(id, officer);
    const { id: versionId } = await versionOf(slug, number);
    await versions.propose(versionId, officer);
    if (to === 'proposed') return versionId;
    await versions.decide({ versionId, ...DECIDED }, officer);
    if (to === 'recorded') return versionId;
    const { decision } = await versionOf(slug, number);
    await versions.confirm({ versionId, decisionId: decision!.id }, tester);
    if (to === 'published') await versions.publish(versionId, officer);
    return versionId;
  }

  it('freeze what everybody may read: no link, no note, nobody, and nothing of what is an idea or a date kept free', async () => {
    const { id, slug, year } = await aProgramme();
    await programme.addSession(plan(eventId, `${year}-07-01`), 'idea', officer);
    await programme.addSession(plan(null, `${year}-07-02`), 'hold', officer);
    await programme.addSession(plan(eventId, `${year + 1}-01-01`), 'confirmed', officer);
    const open = await programme.addSession(plan(eventId, '', { parts: [] }), 'provisional', officer);
    expect(await versions.freeze(id, officer)).toBe(1);
    const { version, facts } = await shown.version(slug, 1);
    expect([version.state, version.sessions, version.frozenByName]).toEqual(['draft', 2, 'Olive Officer']);
    expect(facts.sessions.map(({ parts: [first], state }) => [first?.on, state])).toEqual([
      [`${year}-06-10`, 'confirmed'],
      [undefined, 'provisional'],
    ]);
    expect(facts.sessions[0]).toMatchObject({
      title: 'Chairing',
      isOnline: true,
      outcomes: ['End on time'],
      bring: 'A laptop',
    });
    expect(JSON.stringify(facts)).not.toMatch(/secret|Vera|Oscar/);
    await programme.setState(open, 'cancelled', { by: officer, revision: 1, reason: 'No speaker' });
  });

  it('go from a draft to what is published only by a decision that somebody else has confirmed', async () => {
    const { id, slug } = await aProgramme();
    const versionId = await brought(id, slug, 'proposed');
    expect(await letters(`programme-proposed:${versionId}`)).toEqual(['Olive Officer', 'Tess Tester']);
    await expect(versions.publish(versionId, officer)).rejects.toThrow(VersionCannotBecome);
    await expect(versions.decide({ versionId, ...DECIDED, meetingOn: '2999-01-01' }, officer)).rejects.toThrow(
      MeetingIsToCome,
    );
    await versions.decide({ versionId, ...DECIDED, minute: 'Minute 6' }, officer);
    const wrong = (await versionOf(slug, 1)).decision!.id;
    await versions.decide({ versionId, ...DECIDED }, officer);
    const decisionId = (await versionOf(slug, 1)).decision!.id;
    expect(await letters(`programme-decided:${decisionId}`)).toEqual(['Tess Tester']);
    await expect(versions.confirm({ versionId, decisionId: wrong }, tester)).rejects.toThrow(DecisionIsGone);
    await expect(versions.confirm({ versionId, decisionId }, officer)).rejects.toThrow(ConfirmsOnesOwn);
    await expect(versions.confirm({ versionId, decisionId }, other)).rejects.toThrow(NotAllowed);
    await versions.confirm({ versionId, decisionId }, tester);
    await expect(versions.confirm({ versionId, decisionId }, tester)).rejects.toThrow(DecisionIsGone);
    await expect(versions.decide({ versionId, ...DECIDED }, officer)).rejects.toThrow(VersionCannotBecome);
    expect(await published.of(slug)).toBeUndefined();
    await versions.publish(versionId, officer);
    expect(await published.of(slug)).toMatchObject({ slug, number: 1, meetingOn: '2026-11-20' });
    expect(await audited(id)).toEqual([
      'programme.added',
      'programme.frozen',
      'programme.proposed',
      'programme.decision-recorded',
      'programme.decision-recorded',
      'programme.approved',
      'programme.published',
    ]);
  });

  it('are replaced by the next, which is made when nothing is open', async () => {
    const { id, slug } = await aProgramme();
    const first = await brought(id, slug, 'approved');
    await expect(versions.freeze(id, officer)).rejects.toThrow(VersionIsOpen);
    await versions.publish(first, officer);
    const facts = await published.factsOf(first);
    await brought(id, slug, 'published', 2);
    expect((await shown.of(slug)).versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ]);
    expect((await shown.version(slug, 1)).facts).toEqual(facts);
  });

  it('are sent back, or withdrawn, and stay', async () => {
    const { id, slug } = await aProgramme();
    const versionId = await brought(id, slug, 'proposed');
    await versions.decide({ versionId, ...DECIDED, decision: 'returned' }, officer);
    const decisionId = (await versionOf(slug, 1)).decision!.id;
    await versions.confirm({ versionId, decisionId }, tester);
    await versions.freeze(id, officer);
    const { id: draft } = await versionOf(slug, 2);
    await versions.withdraw(draft, officer);
    await expect(versions.propose(draft, officer)).rejects.toThrow(VersionCannotBecome);
    expect((await shown.of(slug)).versions.map(({ state }) => state)).toEqual(['withdrawn', 'returned']);
  });

  it('say what is planned otherwise since the last that was approved', async () => {
    const { id, slug, year, session } = await aProgramme();
    expect((await shown.of(slug)).changes).toBeUndefined();
    await brought(id, slug, 'approved');
    expect((await shown.of(slug)).changes).toEqual([]);
    await programme.changeSession(session, plan(eventId, `${year}-06-11`), 1, officer);
    await programme.addSession(plan(eventId, `${year}-09-01`), 'provisional', officer);
    expect((await shown.of(slug)).changes).toMatchObject([{ kind: 'changed' }, { kind: 'new' }]);
    await programme.setState(session, 'cancelled', { by: officer, revision: 2, reason: 'Ill' });
    const { rows } = await shown.page(100, 0);
    expect(rows.find(({ programme: one }) => one.id === id)!.changes).toMatchObject([
      { kind: 'gone', says: [expect.stringContaining('is cancelled')] },
      { kind: 'new' },
    ]);
  });

  it('wish for a paper once they are approved', async () => {
    const { id, slug } = await aProgramme();
    const versionId = await brought(id, slug, 'recorded');
    expect(await shown.paper(versionId, 'en')).toEqual({ state: 'none' });
    const { decision } = await versionOf(slug, 1);
    await versions.confirm({ versionId, decisionId: decision!.id }, tester);
    expect(await shown.paper(versionId, 'en')).toEqual({ state: 'being made' });
    const printed = parts.get(PrintedProgrammes);
    const rows = await database.source.query<{ id: string; language: string }[]>(
      'select id, language from programme_paper where version_id = $1 order by language desc',
      [versionId],
    );
    const [english, welsh] = rows;
    expect(rows.map(({ language }) => language)).toEqual(['en', 'cy']);
    const sheet = printed.sheet((await printed.gather(english!.id))!);
    expect(sheet.title).toBe(`Programme: Induction ${days - 1}`);
    expect(sheet.body).toContain('approved by the Member Development Steering Group on 20 November 2026');
    expect(sheet.body).not.toMatch(/secret|Vera|Minute/);
    const inWelsh = (await printed.gather(welsh!.id))!;
    expect(printed.sheet(inWelsh)).toMatchObject({
      language: 'cy',
      title: `Rhaglen: Induction ${days - 1}`,
      body: expect.stringMatching(/gymeradwywyd gan y Grŵp Llywio[^]* 20 Tachwedd 2026[^]*<bdi lang="en">/),
    });
    expect(printed.expected(inWelsh)).toMatchObject({ language: 'cy', title: 'Rhaglen: ' });
  });

  it('are of days in their order, in which something is planned', async () => {
    const wrong = { title: 'Backwards', firstDay: '2031-02-01', lastDay: '2031-01-01' };
    await expect(versions.add(wrong, officer)).rejects.toThrow(DaysAreWrong);
    const empty = { title: 'Empty', firstDay: '1999-12-01', lastDay: '2000-02-01' };
    const slugs = await Promise.all([1, 2, 3].map(() => versions.add(empty, officer)));
    expect(slugs.toSorted()).toEqual(['1999-00', '1999-00-2', '1999-00-3']);
    const { id } = (await shown.of('1999-00')).programme;
    await expect(versions.freeze(id, officer)).rejects.toThrow(NothingIsPlanned);
  });

  it('are changed by nobody, whoever writes', async () => {
    const { id, slug } = await aProgramme();
    const versionId = await brought(id, slug, 'recorded');
    const refused = (sql: string, why: string) =>
      expect(database.asOwner(sql.replaceAll('$1', `'${versionId}'`))).rejects.toThrow(why);
    await refused(`update programme_version set facts = '{}' where id = $1`, 'stays as it was frozen');
    await refused('delete from programme_version where id = $1', 'never deleted');
    await refused(`update programme_version set state = 'approved' where id = $1`, 'has not decided that');
    await refused(`update programme_version set state = 'superseded' where id = $1`, 'does not become superseded');
    await refused(`update programme_decision set minute = 'Another' where version_id = $1`, 'what was decided');
    await refused('delete from programme_decision where version_id = $1', 'what was decided');
    await refused(
      `update programme_decision set confirmed_by = recorded_by, confirmed_at = now() where version_id = $1`,
      'programme_decision_takes_two',
    );
    await refused('truncate programme_version cascade', 'never deleted');
  });

  it('are published once, whoever presses at the same time', async () => {
    const { id, slug } = await aProgramme();
    const versionId = await brought(id, slug, 'approved');
    const pressed = await Promise.allSettled([1, 2, 3, 4].map(() => versions.publish(versionId, officer)));
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const frozen = await Promise.allSettled([1, 2, 3].map(() => versions.freeze(id, officer)));
    expect(frozen.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await shown.of(slug)).versions.map(({ number }) => number)).toEqual([2, 1]);
  });
});
