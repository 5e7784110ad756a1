import { randomUUID } from 'node:crypto';
import { RemindersModule } from '@induct/events';
import { AskingLetters, AskingWork, LettersModule } from '@induct/letters';
import { Module, type Type } from '@nestjs/common';
import { Bodies, Elections, Memberships, Terms } from '@induct/people';
import { Clock, type Day, dayInLondon, Settings, Transactions } from '@induct/platform';
import { Awarding } from '../../../test/support/awarding';
import { aPerson } from '../../../test/support/given-person';
import { AccreditationModule } from '../src/accreditation.module';
import { Mandates } from '../src/mandates/mandates.service';
import { MarksRepository } from '../src/mandates/marks.repository';
import { ObligationsSweeper } from '../src/reminders/obligations.sweeper';
import type { NewMandate } from '../src/mandates/propose.rules';
import { Settling } from '../src/mandates/settling.service';
import { ThoseAbove } from '../src/reminders/those-above.service';
import { DueAsking } from '../src/reminders/due-asking';
import { NudgeAsking } from '../src/groups/nudge-asking';

/** A Monday, in office hours. */
const NOW = '2026-11-23T09:00:00Z';
export const FIRST_DAY = '2025-05-05';

/** What the worker has to write letters of what is due, without beginning by itself. */
@Module({ imports: [AccreditationModule, LettersModule, RemindersModule], providers: [DueAsking, NudgeAsking] })
class AsksModule {}

/** A council with a committee and a module about planning, whose officers ask things of members. */
export class CouncilThatAsks {
  awarding: Awarding;
  officer: string;
  second: string;
  /** A committee of each test's own. */
  planning: string;
  course: string;
  requirement: string;
  private electionId: string;

  /** @param also what the worker has beside it */
  constructor(private readonly also: readonly Type[] = []) {}

  readonly part = <T>(type: abstract new (...given: never[]) => T): T =>
    this.awarding.nest.get(type as never, { strict: false });
  readonly ask = <Row>(sql: string, values: unknown[] = []) => this.awarding.database.source.query<Row[]>(sql, values);

  /** A worker that does not look by itself. */
  readonly sweeper = () =>
    new ObligationsSweeper(
      this.part(Settling),
      this.part(MarksRepository),
      this.part(ThoseAbove),
      this.part(Settings),
      this.part(Transactions),
      this.part(Clock),
    );
  /** Writes what is asked, when it is told to. */
  readonly writer = () => new AskingWork(this.part(AskingLetters), this.part(Clock));
  readonly look = async (at?: string) => {
    if (at) this.awarding.clock.set(at);
    await this.sweeper().work();
    await this.writer().work();
  };

  readonly asked = (personId: string) =>
    this.ask<{ since: Day; due: Day; met: Day | null; closed: Day | null }>(
      `select since::text, due_on::text as due, met_on::text as met, closed_on::text as closed from obligation
        where person_id = $1 order by since`,
      [personId],
    );
  readonly lettersTo = (personId: string) => this.awarding.lettersTo(`${personId}@northmoor.example`);
  readonly subjectsTo = async (personId: string) => (await this.lettersTo(personId)).map(({ subject }) => subject);

  readonly member = (name = 'Ada Fenwick', group = 'Green Valleys') =>
    aPerson(this.awarding.database.source, { name, group });
  readonly seat = (personId: string, from: Day, bodyId = this.planning) =>
    this.part(Memberships).join({ personId, bodyId, capacity: 'member', from, by: this.officer });
  readonly elect = (personId: string, takesOfficeOn: Day, until: Day | null = null) => {
    const { electionId, officer: by } = this;
    return this.part(Terms).elect({ personId, electionId, division: 'Aldermere North', takesOfficeOn, until, by });
  };

  readonly proposed = (more: Partial<NewMandate>): NewMandate => ({
    title: 'Planning training',
    source: '',
    who: 'body',
    role: null,
    bodyId: this.planning,
    capacities: [],
    personId: null,
    requirementId: this.requirement,
    schemeId: null,
    anchor: 'appointment',
    fixedOn: null,
    count: 0,
    unit: 'day',
    beforeSitting: false,
    anew: false,
    from: dayInLondon(this.awarding.clock.now()),
    until: null,
    by: this.officer,
    ...more,
  });
  /** Proposed and adopted; ended again after the test, so that nobody is asked for it in the next. */
  readonly mandate = async (more: Partial<NewMandate> = {}): Promise<string> => {
    const { id } = await this.part(Mandates).propose(this.proposed(more));
    await this.part(Mandates).adopt(id, this.second);
    return id;
  };

  readonly open = async (): Promise<void> => {
    this.awarding = await Awarding.begin([AsksModule, ...this.also]);
    const { database, given, awards } = this.awarding;
    this.officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer'] });
    this.second = await aPerson(database.source, { name: 'Oscar Second', roles: ['officer'] });
    this.electionId = await this.part(Elections).hold({ kind: 'ordinary', heldOn: '2017-05-04', by: this.officer });
    this.course = await given.aPublishedCoreModule('Planning', { minutes: 25 });
    await awards.considerOverdue();
    this.requirement = (await this.ask<{ id: string }>('select id from requirement'))[0]!.id;
  };
  readonly close = async (): Promise<void> => this.awarding?.end();

  readonly begin = async (): Promise<void> => {
    this.awarding.clock.set(NOW);
    const committee = { kind: 'committee', name: randomUUID(), from: '2017-05-08', by: this.officer } as const;
    this.planning = await this.part(Bodies).add(committee);
  };
  readonly endWhatIsAsked = async (): Promise<void> => {
    this.awarding.clock.set(NOW);
    for (const { id } of await this.ask<{ id: string }>(
      `select id from mandate where outcome like 'adopted%' and ended_at is null`,
    ))
      await this.part(Mandates).end(id, { by: this.officer, reason: 'The test is over' });
    await this.ask('delete from settling_mark');
    await this.awarding.forgetLetters();
  };
}

/** One council for all tests of a file; nothing is asked of anybody before each. */
export function inACouncilThatAsks(also: readonly Type[] = []): CouncilThatAsks {
  const council = new CouncilThatAsks(also);
  beforeAll(council.open);
  afterAll(council.close);
  beforeEach(council.begin);
  afterEach(council.endWhatIsAsked);
  return council;
}
