import { Injectable } from '@nestjs/common';
import { CORE_SKILLS, Mandates, MarksRepository, type NewMandate, Settling } from '@induct/accreditation';
import { type Body, Bodies, PeopleService } from '@induct/people';
import { type Day, dayInLondon, Transactions } from '@induct/platform';
import pLimit from 'p-limit';
import { CHAMPIONS, MEMBERS, STAFF } from './stories/council';
import { PATH } from './stories/programme-stories';
import type { DemoClock } from './demo-clock';

const AT_ONCE = 8;
/** When everybody was asked: what was due since then is overdue. */
const ASKED_DAYS_AGO = 9;
const MOST_PEOPLE = 500;

/** Days are counted from today: below 0 they are past. */
interface Story extends Partial<Omit<NewMandate, 'fixedOn' | 'from' | 'by'>> {
  title: string;
  source: string;
  proposed: number;
  from: number;
  fixed?: number;
  /** By its name; a group or a body. */
  on?: string;
  /** By its slug. */
  module?: string;
  /** The scheme that asks for it step by step. */
  path?: true;
  /** The champion of the group proposes it. */
  byChampion?: true;
  /** Nobody has adopted it. */
  waits?: true;
}

const [ownGroup] = CHAMPIONS.map((member) => MEMBERS[member]!.politicalGroup!);

const STORIES: readonly Story[] = [
  {
    title: 'Induction',
    source: 'Council, 20 May 2025, minute 12',
    proposed: -170,
    from: -168,
    who: 'role',
    role: 'member',
    schemeId: CORE_SKILLS,
    anchor: 'takes_office',
    count: 28,
  },
  {
    title: 'Code of conduct, before sitting on planning',
    source: 'Planning code of practice, paragraph 4',
    proposed: -14,
    from: -10,
    on: 'Planning Committee',
    module: 'code-of-conduct',
    beforeSitting: true,
  },
  {
    title: 'Scrutiny for the panel',
    source: 'Member Development Panel, work programme',
    proposed: -12,
    from: -10,
    fixed: 20,
    on: 'Member Development Panel',
    module: 'scrutiny',
    anchor: 'fixed',
  },
  {
    title: 'Equality, for our group',
    source: 'Group meeting',
    proposed: -11,
    from: -10,
    fixed: 45,
    on: ownGroup!,
    who: 'group',
    module: 'equality-and-diversity',
    anchor: 'fixed',
    byChampion: true,
  },
  {
    title: `${PATH.name}, for the cabinet`,
    source: 'Cabinet, work programme for the year',
    proposed: -15,
    from: -10,
    fixed: 75,
    on: 'Cabinet',
    path: true,
    anchor: 'fixed',
  },
  {
    title: `${PATH.name}, for overview and scrutiny`,
    source: 'Member Development Panel, work programme',
    proposed: -15,
    from: -10,
    fixed: 75,
    on: 'Overview and Scrutiny Committee',
    path: true,
    anchor: 'fixed',
  },
  {
    title: 'The pension fund, before sitting on pensions',
    source: 'Pension fund, training policy, paragraph 6',
    proposed: -14,
    from: -10,
    on: 'Pensions Committee',
    module: 'pension-fund',
    beforeSitting: true,
  },
  {
    title: 'Chairing a meeting',
    source: 'Asked for by the Licensing Committee',
    proposed: -2,
    from: 7,
    on: 'Licensing Committee',
    module: 'chairing-a-meeting',
    capacities: ['chair', 'vice_chair'],
    count: 3,
    unit: 'month',
    waits: true,
  },
];

/** Asks the invented members for something by a day: some have met it, some are late, some have time. */
@Injectable()
export class DemoMandates {
  constructor(
    private readonly mandates: Mandates,
    private readonly marks: MarksRepository,
    private readonly settling: Settling,
    private readonly bodies: Bodies,
    private readonly people: PeopleService,
    private readonly transactions: Transactions,
  ) {}

  /** Once. @param courses ids by slug @param path the scheme that asks for it step by step */
  async tell(clock: DemoClock, courses: ReadonlyMap<string, { courseId: string }>, path: string): Promise<void> {
    if (!(await this.mandates.isEmpty())) return;
    const bodies = await this.bodies.all();
    const [officer, second, champion] = await Promise.all(
      [STAFF[0]!, STAFF[1]!, MEMBERS[CHAMPIONS[0]!]!].map(
        async ({ email }) => (await this.people.findByEmail(email))!.id,
      ),
    );
    for (const story of STORIES) {
      const day = (days: number): Day => dayInLondon(clock.daysAgo(-days, 12));
      const at = (days: number, act: () => Promise<unknown>) => clock.at(clock.daysAgo(-days, 10), act);
      const mandate = newMandate(story, { day, bodies, courses, path, by: story.byChampion ? champion! : officer! });
      let id = '';
      await at(story.proposed, async () => ({ id } = await this.mandates.propose(mandate)));
      if (!story.waits) await at(story.proposed + 1, () => this.mandates.adopt(id, second!));
    }
    await clock.at(clock.daysAgo(ASKED_DAYS_AGO, 9), () => this.ask(dayInLondon(clock.daysAgo(ASKED_DAYS_AGO, 9))));
  }

  private async ask(today: Day): Promise<void> {
    const marked = await this.marks.marked(MOST_PEOPLE);
    await pLimit(AT_ONCE).map(marked, (id) => this.transactions.run((tx) => this.settling.settle(tx, id, today)));
  }
}

interface Around {
  day: (days: number) => Day;
  bodies: readonly Body[];
  courses: ReadonlyMap<string, { courseId: string }>;
  path: string;
  by: string;
}

function newMandate(story: Story, { day, bodies, courses, path, by }: Around): NewMandate {
  const { title, source, from, fixed, on, module } = story;
  return {
    title,
    source,
    who: story.who ?? 'body',
    role: story.role ?? null,
    bodyId: bodies.find(({ name }) => name === on)?.id ?? null,
    capacities: story.capacities ?? [],
    personId: null,
    requirementId: null,
    courseId: (module && courses.get(module)?.courseId) ?? null,
    schemeId: story.path ? path : (story.schemeId ?? null),
    anchor: story.anchor ?? 'appointment',
    fixedOn: fixed === undefined ? null : day(fixed),
    count: story.count ?? 0,
    unit: story.unit ?? 'day',
    beforeSitting: story.beforeSitting ?? false,
    anew: false,
    from: day(from),
    until: null,
    by,
  };
}
