import { Injectable } from '@nestjs/common';
import {
  type Certificate,
  Certificates,
  CORE_SKILLS,
  IssuingByHand,
  NameChanges,
  Suspensions,
} from '@induct/accreditation';
import { dayInLondon } from '@induct/platform';
import type { DemoClock } from './demo-clock';
import { demoPaper } from './demo-paper';

interface People {
  /** Ids of two officers. */
  officer: string;
  second: string;
  /** Somebody who has begun nothing here. */
  newcomer: string;
  /** Whose certificates stay as they are: they have buttons. */
  leftAlone: readonly string[];
}

/**
 * What officers do about certificates beside those that come by themselves: one is suspended, one was replaced with another
 * name, one name waits, and one was issued by hand.
 */
@Injectable()
export class DemoIssuing {
  constructor(
    private readonly certificates: Certificates,
    private readonly names: NameChanges,
    private readonly suspensions: Suspensions,
    private readonly byHand: IssuingByHand,
  ) {}

  async tell(clock: DemoClock, people: People): Promise<void> {
    const { certificates: newest } = await this.certificates.register({ state: 'valid', page: 1 });
    // Each of somebody else: whoever has another name has it on all of theirs.
    const others = newest.filter(({ personId }) => !people.leftAlone.includes(personId));
    const isFirst = ({ personId }: Certificate, at: number) =>
      others.findIndex((held) => held.personId === personId) === at;
    const [one, two, three] = others.filter(isFirst);
    if (!one || !two || !three) return;
    if (!(await this.isThere('replaced'))) await this.replace(clock, one, people);
    if ((await this.names.waiting(1, 0)).total === 0) {
      const asked = { personId: two.personId, name: `${two.holderName} OBE`, why: 'I was honoured in the summer.' };
      await clock.at(clock.daysAgo(2, 15), () => this.names.ask(asked));
    }
    if (!(await this.isThere('suspended'))) await this.suspend(clock, three, people);
    if ((await this.certificates.byPerson(people.newcomer)).length === 0) await this.issueByHand(clock, people);
  }

  private async replace(clock: DemoClock, { personId, holderName }: Certificate, { officer }: People): Promise<void> {
    const asked = { personId, name: `${holderName}-Hughes`, why: 'I have married.' };
    const id = await clock.at(clock.daysAgo(9, 10), () => this.names.ask(asked));
    const decision = { by: officer, accepted: true, words: 'Congratulations.' };
    await clock.at(clock.daysAgo(8, 11), () => this.names.decide(id, decision));
  }

  private async suspend(clock: DemoClock, { id }: Certificate, { officer, second }: People): Promise<void> {
    const reason = 'The test was taken from another member’s account: we are asking both.';
    const proposal = await clock.at(clock.daysAgo(6, 10), () => this.suspensions.propose(id, { by: officer, reason }));
    await clock.at(clock.daysAgo(5, 9), () => this.suspensions.confirm(id, proposal, second));
  }

  private async issueByHand(clock: DemoClock, { officer, second, newcomer: personId }: People): Promise<void> {
    const proposed = {
      personId,
      schemeId: CORE_SKILLS,
      achievedOn: dayInLondon(clock.daysAgo(120, 12)),
      shown: 'The county’s induction course of three days, with its test',
      reason: 'It was taken before our modules came out. The paper is in the members’ file.',
      file: demoPaper('Northmoor County Council: induction of members, three days, passed'),
      by: officer,
    };
    const id = await clock.at(clock.daysAgo(16, 14), () => this.byHand.propose(proposed));
    await clock.at(clock.daysAgo(15, 10), () => this.byHand.confirm(id, second));
  }

  private async isThere(state: 'replaced' | 'suspended'): Promise<boolean> {
    return (await this.certificates.register({ state, page: 1 })).total > 0;
  }
}
