import { Injectable } from '@nestjs/common';
import {
  Candidates,
  EventProposals,
  type NewProposal,
  type PlannedSession,
  Programme,
  ProgrammeVersions,
  type SessionPlan,
  ShownVersions,
} from '@induct/events';
import { PeopleService } from '@induct/people';
import { type Day, dayInLondon, daysLater } from '@induct/platform';
import { type DemoPerson, MEMBERS, STAFF, STEERING_GROUP } from './stories/council';
import type { DemoClock } from './demo-clock';
import { programmeDays } from './stories/programme-days';

/** In days before the start: when the year was proposed, and what followed. */
const [PROPOSED, DECIDED, PUBLISHED, CHANGED, DRAFTED] = [170, 163, 160, 18, 2];
const CANDIDATES = ['Edith Marlowe', 'Owen Tranter', 'Sunita Rao'];

const WISHES: Record<'waits' | 'merged' | 'declined', NewProposal> = {
  waits: {
    title: 'Reading a set of accounts',
    why: 'Residents ask about the accounts every summer, and few of us can explain them.',
    priority: 'Living within our means',
    outcomes: ['Find what a service costs', 'Ask about a reserve'],
    forWhom: null,
  },
  merged: {
    title: 'Requests for information: what members must hand over',
    why: 'Two requests last year were answered late because papers lay in private mailboxes.',
    priority: null,
    outcomes: ['Know which of your papers can be asked for'],
    forWhom: 'the director of resources',
  },
  declined: {
    title: 'A tour of every library',
    why: 'To see them before the budget is set.',
    priority: null,
    outcomes: [],
    forWhom: null,
  },
};

/** What became of the year's plan: approved and published, changed since, drafted anew; and what people propose for it. */
@Injectable()
export class DemoVersions {
  constructor(
    private readonly versions: ProgrammeVersions,
    private readonly shown: ShownVersions,
    private readonly programme: Programme,
    private readonly proposals: EventProposals,
    private readonly candidates: Candidates,
    private readonly people: PeopleService,
  ) {}

  /** Once. */
  async tell(clock: DemoClock): Promise<void> {
    if ((await this.shown.page(1, 0)).total > 0) return;
    const officer = await this.idOf(STAFF[0]!);
    const today = dayInLondon(clock.today);
    const firstDay = `${daysLater(today, -PROPOSED).slice(0, 7)}-01`;
    const lastDay = daysLater(`${Number(firstDay.slice(0, 4)) + 1}${firstDay.slice(4)}`, -1);
    const slug = await this.publish(clock, { firstDay, lastDay }, officer);
    await clock.at(clock.daysAgo(CHANGED, 11), () => this.change({ firstDay, lastDay }, officer));
    const { programme } = await this.shown.of(slug);
    await clock.at(clock.daysAgo(DRAFTED, 10), () => this.versions.freeze(programme.id, officer));
    await clock.at(clock.daysAgo(DRAFTED, 14), async () => {
      await this.candidates.setPoll(programme.id, programmeDays(today).poll, officer);
      const stand = CANDIDATES.map((name) => ({ name, email: `${name.toLowerCase().replace(' ', '.')}@example.org` }));
      await this.candidates.add(programme.id, stand, officer);
    });
    await this.propose(clock, officer);
  }

  private async publish(clock: DemoClock, days: { firstDay: Day; lastDay: Day }, officer: string): Promise<string> {
    const tester = await this.idOf(MEMBERS[STEERING_GROUP[0]!]!);
    const slug = await clock.at(clock.daysAgo(PROPOSED, 9), async () => {
      const added = await this.versions.add({ title: 'Members’ induction, our first year', ...days }, officer);
      await this.versions.freeze((await this.shown.of(added)).programme.id, officer);
      return added;
    });
    const { id: versionId } = (await this.shown.of(slug)).versions[0]!;
    await clock.at(clock.daysAgo(PROPOSED, 10), () => this.versions.propose(versionId, officer));
    const at = clock.daysAgo(DECIDED, 15);
    const minute = 'Minute 6: the programme is approved as it lies before the meeting.';
    await clock.at(at, () =>
      this.versions.decide({ versionId, decision: 'approved', meetingOn: dayInLondon(at), minute }, officer),
    );
    const decisionId = (await this.shown.of(slug)).versions[0]!.decision!.id;
    await clock.at(clock.daysAgo(PUBLISHED, 9), () => this.versions.confirm({ versionId, decisionId }, tester));
    await clock.at(clock.daysAgo(PUBLISHED, 11), () => this.versions.publish(versionId, officer));
    return slug;
  }

  /** A larger room for one, an earlier hour for another. */
  private async change({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }, officer: string): Promise<void> {
    const sessions = await this.programme.between(firstDay, lastDay);
    const called = (title: string) => sessions.findLast((one) => one.event?.title === title)!;
    const chair = called('In the chair');
    await this.replan(chair, { place: 'Council chamber, County Hall' }, officer);
    const scrutiny = called('Scrutiny that changes something');
    const parts = scrutiny.parts.map((part) => ({ ...part, from: '13:30', to: '16:00' }));
    await this.replan(scrutiny, { parts }, officer);
  }

  private async replan(session: PlannedSession, change: Partial<SessionPlan>, officer: string): Promise<void> {
    const { id, eventId, place, onlineUrl, districts, note, parts, pools, revision } = session;
    const plan: SessionPlan = {
      eventId,
      place,
      onlineUrl,
      districts,
      note,
      parts: parts.map(({ on, from, to, topics }) => ({ on, from, to, topics })),
      pools: pools.map(({ seat, audience, places, opensToAllOn }) => ({ seat, audience, places, opensToAllOn })),
      ...change,
    };
    await this.programme.changeSession(id, plan, revision, officer);
  }

  private async propose(clock: DemoClock, officer: string): Promise<void> {
    const [first, second] = await Promise.all([this.idOf(MEMBERS[2]!), this.idOf(MEMBERS[STEERING_GROUP[1]!]!)]);
    const made = (days: number, wish: NewProposal, by: string) =>
      clock.at(clock.daysAgo(days, 12), () => this.proposals.propose(wish, by));
    const declined = await made(50, WISHES.declined, second);
    const merged = await made(35, WISHES.merged, officer);
    await made(4, WISHES.waits, first);
    const { event } = await this.programme.event('who-may-see-what');
    await clock.at(clock.daysAgo(30, 10), async () => {
      const reason = 'The briefing has half an hour for it.';
      await this.proposals.merge(merged, { by: officer, reason, eventId: event.id });
    });
    await clock.at(clock.daysAgo(45, 10), () =>
      this.proposals.decline(declined, {
        by: officer,
        reason:
          'The libraries have open days in spring, and everybody is invited. A tour of our own would say no more.',
      }),
    );
  }

  private async idOf(person: DemoPerson): Promise<string> {
    const found = await this.people.findByEmail(person.email);
    if (!found) throw new Error(`${person.email} is missing from the demo council`);
    return found.id;
  }
}
