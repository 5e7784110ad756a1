import { Injectable } from '@nestjs/common';
import { BodyTrainings, Claims, type NewAccreditation, StatutoryRegister } from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { MEMBERS, STAFF } from './stories/council';
import { SEATED_ON } from './stories/council-in-time';
import type { DemoClock } from './demo-clock';
import { lastOfMonth } from './stories/demo-days';

/** What the Planning Committee asks of whoever sits on it. */
const ASKED = 'the-code-of-conduct';
/** What is to be accredited, too. */
const SCHEME = 'core-skills';
/** Place in MEMBERS: on the Planning Committee, by a certificate from elsewhere that runs out this month. */
const LAPSES = 57;
const ASKED_DAYS_AGO = 160;
const ACCREDITED_DAYS_AGO = 150;
const REGISTER_DAYS_AGO = 120;

/** A Planning Committee that asks for training, a register that the council keeps of its own accord, and what counts for it. */
@Injectable()
export class DemoSitting {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly trainings: BodyTrainings,
    private readonly register: StatutoryRegister,
    private readonly claims: Claims,
  ) {}

  async tell(clock: DemoClock): Promise<void> {
    const planning = await this.planning();
    const asked = (await this.trainings.askable()).find(({ slug }) => slug === ASKED);
    if (!planning || !asked) throw new Error('The Planning Committee or what it asks is missing from the demo council');
    const [first, second] = await Promise.all([0, 1].map((place) => this.idOf(STAFF[place]!.email)));
    const officers = [first!, second!] as const;
    if ((await this.trainings.all()).length === 0) {
      const ask = () => this.trainings.ask({ bodyId: planning, what: asked, from: SEATED_ON, by: officers[0] });
      await clock.at(clock.daysAgo(ASKED_DAYS_AGO, 9), ask);
    }
    await this.accredit(clock, asked.id, officers);
    if (!(await this.register.today())) await this.open(clock, planning, officers);
    await this.bringCertificate(clock, officers);
  }

  /** The module and certificates from elsewhere are accredited; that the scheme is, waits for the second officer. */
  private async accredit(clock: DemoClock, requirementId: string, officers: readonly [string, string]): Promise<void> {
    if ((await this.register.accreditations()).length > 0) return;
    const course = { schemeId: null, requirementId, from: '2024-01-01', until: null };
    const accredited: NewAccreditation[] = [
      { ...course, kind: 'module', reference: 'PTC/2025/0117' },
      { ...course, kind: 'outside_certificate', reference: 'PTC/2025/0032' },
    ];
    for (const [nth, entry] of accredited.entries()) {
      const id = await clock.at(clock.daysAgo(ACCREDITED_DAYS_AGO, 9, nth), () =>
        this.register.accredit(entry, officers[0]),
      );
      await clock.at(clock.daysAgo(ACCREDITED_DAYS_AGO - 1, 10, nth), () =>
        this.register.confirm('statutory_accreditation', id, officers[1]),
      );
    }
    const scheme = (await this.trainings.askable()).find(({ kind, slug }) => kind === 'scheme' && slug === SCHEME);
    if (!scheme) return;
    const entry = { schemeId: scheme.id, requirementId: null, kind: null, reference: 'PTC/2026/0004' };
    const from = dayInLondon(clock.daysAgo(2, 9));
    await clock.at(clock.daysAgo(2, 9), () => this.register.accredit({ ...entry, from, until: null }, officers[1]));
  }

  private async open(clock: DemoClock, planning: string, officers: readonly [string, string]): Promise<void> {
    const opened = clock.daysAgo(REGISTER_DAYS_AGO, 9);
    const edition = {
      mode: 'voluntary' as const,
      startsOn: dayInLondon(opened),
      bodyIds: [planning],
      functions: 'Deciding planning applications in the Planning Committee',
      authority: 'the invented Planning Training Council',
      words: 'Northmoor publishes who has been trained before anybody has to.',
    };
    const id = await clock.at(opened, () => this.register.propose(edition, officers[0]));
    await clock.at(clock.daysAgo(REGISTER_DAYS_AGO - 1, 9), () =>
      this.register.confirm('register_edition', id, officers[1]),
    );
  }

  /** Somebody who took no module of ours, and sits by a certificate from elsewhere: two officers accepted it. */
  private async bringCertificate(clock: DemoClock, officers: readonly [string, string]): Promise<void> {
    const personId = await this.idOf(MEMBERS[LAPSES]!.email);
    if ((await this.claims.ofPerson(personId)).length > 0) return;
    const claim = {
      personId,
      slug: ASKED,
      kind: 'outside_certificate' as const,
      doneOn: dayInLondon(clock.daysAgo(340, 12)),
      validUntil: lastOfMonth(dayInLondon(clock.today)),
      words: 'Training for planning committees, two days, with a certificate of completion.',
    };
    const id = await clock.at(clock.daysAgo(130, 10), () => this.claims.send(claim));
    const accept = (by: string) =>
      this.claims.decide(id, { by, accepted: true, words: 'It names the accredited course.' });
    for (const [nth, officer] of officers.entries())
      await clock.at(clock.daysAgo(129 - nth, 11), () => accept(officer));
  }

  private async planning(): Promise<string | undefined> {
    const [body] = await this.source.query<{ id: string }[]>(
      `select id from body_standing where name = 'Planning Committee'`,
    );
    return body?.id;
  }

  private async idOf(email: string): Promise<string> {
    return (await this.people.findByEmail(email))!.id;
  }
}
