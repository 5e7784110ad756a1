import { Injectable } from '@nestjs/common';
import { EventMandates } from '@induct/accreditation';
import { AttendedTopics, OwnTopics, Programme } from '@induct/events';
import { type Day, DomainError, Transactions } from '@induct/platform';

/** Only what says of itself that everybody is to come is asked for as that. */
export class EventIsNotMandatory extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This event is not mandatory';
  override readonly remedy = 'Change the event first: say that they must come.';
}

/** How a mandatory event is asked for. */
export interface HowItIsAsked {
  /** What has to be met: the slug of what its sessions are about; null: to have been there. */
  topic: string | null;
  dueOn: Day;
  source: string;
}

/** What is asked and what the sessions say that they are about go together: one cannot be met without the other. */
@Injectable()
export class AskingForEvents {
  constructor(
    private readonly programme: Programme,
    private readonly topics: OwnTopics,
    private readonly attended: AttendedTopics,
    private readonly mandates: EventMandates,
    private readonly transactions: Transactions,
  ) {}

  /** Whoever was there before has met it. @throws EventNotFound, EventIsNotMandatory, MandateMakesNoSense, EventIsAskedAlready */
  async ask(slug: string, asked: HowItIsAsked, by: string): Promise<'waiting' | 'adopted alone'> {
    const { event } = await this.programme.event(slug);
    if (!event.mandatory) throw new EventIsNotMandatory();
    const { topic, dueOn, source } = asked;
    const { is, held } = await this.transactions.run(async (tx) => {
      const { id: requirementId, slug: met } = await this.mandates.whatIsMet(tx, event, topic);
      // Sessions are locked before anything goes on record, as everywhere.
      const sessions = topic === null ? await this.topics.give(tx, event.id, met, by) : [];
      return { held: sessions, is: await this.mandates.propose(tx, { event, requirementId, dueOn, source, by }) };
    });
    for (const id of held) await this.attended.settleAnew(id, by);
    return is;
  }

  /**
   * To have been at an event, as what a scheme asks for: its requirement, which every session of it meets from now on. Mandatory or
   * not: a scheme asks nobody by itself.
   * @throws EventNotFound
   */
  async needOf(slug: string, by: string): Promise<string> {
    const { event } = await this.programme.event(slug);
    const { id, held } = await this.transactions.run(async (tx) => {
      const met = await this.mandates.whatIsMet(tx, event, null);
      return { id: met.id, held: await this.topics.give(tx, event.id, met.slug, by) };
    });
    for (const session of held) await this.attended.settleAnew(session, by);
    return id;
  }
}
