import { Injectable } from '@nestjs/common';
import { type AttendanceValue, type PlannedSession, Programme, Registers } from '@induct/events';
import { PeopleService } from '@induct/people';
import { dayInLondon, daysLater, momentInLondon } from '@induct/platform';
import type { DemoClock } from './demo-clock';
import { MEMBERS, PERSONAS, STAFF } from './stories/council';
import { PATH } from './stories/programme-stories';
import { isDone, isIdle } from './stories/history';

/** How far back its year goes. */
const YEAR_DAYS = 200;
/** Somebody who has begun no module was at a workshop: it serves no topic, and so they still have everything before them. */
const NEWCOMER = PERSONAS.newcomer.member;
const CONDUCT = 'code-of-conduct-morning';
/** Its register waits to be written down. Whoever was there would have the certificate that some hold for a year only. */
const WAITS = 'surgeries-and-your-own-safety';

/** The first workshop of the path: some of the cabinet and of overview and scrutiny, one of them half-way since; one could not come. */
const FIRST_WORKSHOP = {
  slug: PATH.workshops[0],
  came: [8, 13, 16, 22, PERSONAS.halfWay.member, 52, 55, 64, 80],
  apologies: 41,
};

/** The registers of what has taken place: part by part, and closed. It becomes evidence, as any register's. */
@Injectable()
export class DemoAttendance {
  constructor(
    private readonly programme: Programme,
    private readonly registers: Registers,
    private readonly people: PeopleService,
  ) {}

  /** Each register once: what is closed is left as it is. */
  async tell(clock: DemoClock): Promise<void> {
    const today = dayInLondon(clock.today);
    const past = await this.programme.between(daysLater(today, -YEAR_DAYS), daysLater(today, -1));
    const delivered = past.filter(
      ({ state, registerClosedAt, event }) =>
        state === 'delivered' && registerClosedAt === null && event?.slug !== WAITS,
    );
    if (delivered.length === 0) return;
    const ids = await this.idsOf(attenders());
    const isFirstWorkshop = ({ event }: PlannedSession) => event?.slug === FIRST_WORKSHOP.slug;
    const officer = (await this.people.findByEmail(STAFF[0]!.email))!.id;
    const [talks, others] = [true, false].map((one) =>
      delivered.filter((session) => !isFirstWorkshop(session) && (session.event?.kind === 'one-to-one') === one),
    ) as [PlannedSession[], PlannedSession[]];
    await Promise.all([
      ...delivered
        .filter(isFirstWorkshop)
        .map((session) => this.register(clock, session, whoCameFirst(), { ids, officer })),
      ...others.map((session, at) => this.register(clock, session, registerOf(session, at), { ids, officer })),
      // One is not there: every register of a day of talks has its one line.
      ...talks.map((session, at) => {
        const value: Value = () => (at === 1 ? 'absent' : 'present');
        return this.register(clock, session, new Map([[eager()[at]!, value]]), { ids, officer });
      }),
    ]);
  }

  private async register(
    clock: DemoClock,
    session: PlannedSession,
    values: ReadonlyMap<number, Value>,
    { ids, officer }: { ids: ReadonlyMap<number, string>; officer: string },
  ): Promise<void> {
    const { on, to } = session.parts.at(-1)!;
    const marks = session.parts.flatMap(({ number }) =>
      [...values].map(([member, value]) => ({ personId: ids.get(member)!, part: number, value: value(number) })),
    );
    await clock.at(momentInLondon(on, to!), async () => {
      await this.registers.mark(session.id, marks, { by: officer, how: 'register' });
      await this.registers.close(session.id, officer);
    });
  }

  private async idsOf(members: readonly number[]): Promise<Map<number, string>> {
    const found = await Promise.all(members.map((member) => this.people.findByEmail(MEMBERS[member]!.email)));
    return new Map(members.map((member, nth) => [member, found[nth]!.id]));
  }
}

/**
 * Places in MEMBERS of who came to anything: those who have completed every module, whom evidence gives nothing more, and some who
 * have begun none. Nobody's award comes of it.
 */
const eager = (): number[] => [...MEMBERS.keys()].filter((member) => isDone(member) && member !== NEWCOMER);
const idle = (): number[] =>
  [...MEMBERS.keys()].filter((member) => isIdle(member) && !MEMBERS[member]!.persona).slice(0, 2);
const attenders = (): number[] => [
  ...new Set([...eager(), ...idle(), NEWCOMER, ...FIRST_WORKSHOP.came, FIRST_WORKSHOP.apologies]),
];

type Value = (part: number) => AttendanceValue;
const PRESENT: Value = () => 'present';

const whoCameFirst = (): Map<number, Value> =>
  new Map<number, Value>([
    ...FIRST_WORKSHOP.came.map((member) => [member, PRESENT] as const),
    [FIRST_WORKSHOP.apologies, () => 'apologies'],
  ]);

/** How many came: many to what every member is asked to come to. */
const cameTo = ({ event, parts }: PlannedSession): number =>
  event?.slug === CONDUCT ? 13 : parts.every(({ topics }) => topics.length === 0) ? 14 : 8;

/** Who was at a session, each in the parts they were at. @param at its place among those that took place */
function registerOf(session: PlannedSession, at: number): Map<number, Value> {
  const all = eager();
  const came = Array.from({ length: cameTo(session) }, (_, nth) => all[(at * 7 + nth) % all.length]!);
  const values = new Map<number, Value>(came.map((member) => [member, PRESENT]));
  values.set(came[1]!, () => 'apologies');
  if (session.parts.length > 1) values.set(came[2]!, (part) => (part > 1 ? 'absent' : 'present'));
  if (session.parts.every(({ topics }) => topics.length === 0)) values.set(NEWCOMER, PRESENT);
  else if (session.event?.slug !== CONDUCT && at % 2 === 0) for (const member of idle()) values.set(member, PRESENT);
  return values;
}
