import { Injectable } from '@nestjs/common';
import type { EventEntity } from '@induct/events';
import { Clock, type Day, dayInLondon, unprintable } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { OWN_TOPIC } from '../requirements/own-topic';
import { RequirementRepository } from '../requirements/requirement.repository';
import { MandateBodies } from './mandate-bodies.queries';
import { EventCannotBePrinted, EventIsAskedAlready, MandateMakesNoSense } from './mandate.errors';
import { MandateRepository } from './mandate.repository';
import { Mandates } from './mandates.service';
import type { NewMandate } from './propose.rules';

type AskableEvent = Pick<EventEntity, 'slug' | 'title' | 'bodyId'>;

/** A mandatory event, and how it is asked for. */
export interface AskedEvent {
  event: AskableEvent;
  /** What has to be met. */
  requirementId: string;
  dueOn: Day;
  /** Where it comes from, in words; may be empty. */
  source: string;
  by: string;
}

const ownTopicOf = ({ slug }: Pick<AskableEvent, 'slug'>): string => `${OWN_TOPIC}${slug}`;

/**
 * A mandatory event becomes a mandate: from its adoption on people are reminded, and others told who was missing (1126).
 * Whoever it is for has to meet it by a day; a second person adopts it, as any other.
 */
@Injectable()
export class EventMandates {
  constructor(
    private readonly requirements: RequirementRepository,
    private readonly rows: MandateRepository,
    private readonly mandates: Mandates,
    private readonly bodies: MandateBodies,
    private readonly clock: Clock,
  ) {}

  /**
   * Until the end of the transaction nobody else asks for it.
   * @param topic the slug of what its sessions are about, in whatever way that is met; null: to have been there, and nothing else
   * @returns what has to be met; without a topic its sessions have to name it
   * @throws MandateMakesNoSense, EventCannotBePrinted
   */
  async whatIsMet(
    tx: EntityManager,
    event: Pick<AskableEvent, 'slug' | 'title'>,
    topic: string | null,
  ): Promise<Pick<RequirementEntity, 'id' | 'slug'>> {
    await this.rows.askAlone(tx, event.slug);
    const found = await this.requirements.bySlug(tx, topic ?? ownTopicOf(event));
    if (found) return found;
    if (topic !== null) throw new MandateMakesNoSense('what', 'Choose what has to be met');
    const letters = unprintable(event.title);
    if (letters.length > 0) throw new EventCannotBePrinted(letters);
    return this.requirements.addOfEvent(tx, { slug: ownTopicOf(event), title: event.title });
  }

  /** After `whatIsMet`. @throws MandateMakesNoSense, EventIsAskedAlready */
  async propose(
    tx: EntityManager,
    { event, requirementId, dueOn, source, by }: AskedEvent,
  ): Promise<'waiting' | 'adopted alone'> {
    const today = dayInLondon(this.clock.now());
    if (dueOn < today) throw new MandateMakesNoSense('fixed', 'The day by which they have to meet it must not be past');
    const whom = await this.whom(tx, event.bodyId);
    if (await this.rows.isAsked(tx, { ...whom, requirementId }, today)) throw new EventIsAskedAlready();
    const asked = { title: event.title, source, ...whom, personId: null, requirementId, schemeId: null };
    const when = { anchor: 'fixed', fixedOn: dueOn, count: 0, unit: 'day', from: today, until: null } as const;
    const { is } = await this.mandates.propose({ ...asked, ...when, beforeSitting: false, anew: false, by }, tx);
    return is;
  }

  /** Those the event is for. */
  private async whom(
    tx: EntityManager,
    bodyId: string | null,
  ): Promise<Pick<NewMandate, 'who' | 'role' | 'bodyId' | 'capacities'>> {
    if (bodyId === null) return { who: 'role', role: 'member', bodyId, capacities: [] };
    const isGroup = (await this.bodies.kindOf(tx, bodyId)) === 'group';
    return { who: isGroup ? 'group' : 'body', role: null, bodyId, capacities: [] };
  }
}
