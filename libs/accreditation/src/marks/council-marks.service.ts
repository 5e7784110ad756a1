import { Injectable } from '@nestjs/common';
import { PeopleService, PersonLostRoles, Proposals } from '@induct/people';
import { Announcements, AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Pictures } from '../pictures/pictures.service';
import { redrawn } from '../pictures/redrawn';
import type { CouncilMarkEntity } from './council-mark.entity';
import { MarkIsDecided, MarkNotFound, OwnMark } from './mark.errors';
import { MarkRepository } from './mark.repository';

/** What is to stand on certificates, as an officer sends it in. */
export type NewMark = Pick<CouncilMarkEntity, 'alt' | 'altCy' | 'startsOn'> & {
  /** A PNG or JPEG. */
  file: Buffer;
};

/** Of the history as many are shown; a council changes its arms once in a lifetime. */
const SHOWN = 50;

/**
 * The council's arms or logo. It stands on every certificate, so one officer proposes it and another person of the desk
 * confirms (docs/decisions/1061); a council of one does it alone, and says so. What is printed stays as it is.
 */
@Injectable()
export class CouncilMarks {
  constructor(
    private readonly marks: MarkRepository,
    private readonly pictures: Pictures,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    announcements: Announcements,
  ) {
    announcements.on(PersonLostRoles, (tx, lost) => this.fallWith(tx, lost));
  }

  /** What waits, then what is, will be or was in force, the latest first. */
  all(): Promise<CouncilMarkEntity[]> {
    return this.marks.all(SHOWN);
  }

  /** @throws MarkNotFound */
  async find(id: string): Promise<CouncilMarkEntity> {
    const mark = await this.marks.find(id);
    if (!mark) throw new MarkNotFound();
    return mark;
  }

  /** @throws NotAPictureForCertificates, MarkWaits */
  async propose({ file, ...said }: NewMark, by: string): Promise<{ id: string; is: 'waiting' | 'confirmed alone' }> {
    const drawn = await redrawn(file);
    return this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const proposed = { ...said, id: this.ids.uuid(), picture: await this.pictures.keep(tx, drawn) };
      await this.marks.add(tx, { ...proposed, proposedBy: by, proposedAt: at });
      const { id, ...detail } = proposed;
      await this.record(tx, 'proposed', by, id, detail);
      const aloneFrom = await this.proposals.aloneFrom(by, tx);
      if (aloneFrom === undefined || aloneFrom > at) return { id, is: 'waiting' };
      await this.marks.decide(tx, id, { outcome: 'confirmed_alone', by, at });
      await this.record(tx, 'confirmed-alone', by, id, {});
      return { id, is: 'confirmed alone' };
    });
  }

  /** @throws MarkNotFound, MarkIsDecided, OwnMark, NotAllowed, TooNewToConfirm */
  async confirm(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { proposedBy } = await this.waiting(tx, id);
      if (proposedBy === by) throw new OwnMark();
      await this.mayConfirm(tx, by);
      await this.marks.decide(tx, id, { outcome: 'confirmed', by, at: this.clock.now() });
      await this.record(tx, 'confirmed', by, id, { proposedBy });
    });
  }

  /** Whoever proposed it takes it back; whoever may confirm says no. @throws MarkNotFound, MarkIsDecided, NotAllowed, TooNewToConfirm */
  async refuse(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { proposedBy } = await this.waiting(tx, id);
      if (proposedBy !== by) await this.mayConfirm(tx, by);
      const outcome = proposedBy === by ? 'withdrawn' : 'refused';
      await this.marks.decide(tx, id, { outcome, by, at: this.clock.now() });
      await this.record(tx, outcome, by, id, { proposedBy });
    });
  }

  /** Officers and administrators, by the role of theirs that confirms first. */
  private async mayConfirm(tx: EntityManager, by: string): Promise<void> {
    const grants = await this.people.grants(by, tx);
    const [first] = grants
      .filter(({ role }) => role === 'officer' || role === 'administrator')
      .toSorted((a, b) => a.confirmsFrom.getTime() - b.confirmsFrom.getTime());
    await this.people.mayConfirm(tx, by, first?.role ?? 'officer');
  }

  private async waiting(tx: EntityManager, id: string): Promise<CouncilMarkEntity> {
    const mark = await this.marks.lock(tx, id);
    if (!mark) throw new MarkNotFound();
    if (mark.outcome !== null) throw new MarkIsDecided();
    return mark;
  }

  /** Nobody confirms what somebody proposed who may no longer propose it. */
  private async fallWith(tx: EntityManager, { personId, roles, by, at, fallen }: PersonLostRoles): Promise<void> {
    if (!roles.includes('officer')) return;
    for (const subjectId of await this.marks.fall(tx, personId, by, at)) {
      const detail = { proposedBy: personId };
      fallen.push({ actorId: by, action: 'council-mark.withdrawn', subjectType: 'council-mark', subjectId, detail });
    }
  }

  private async record(tx: EntityManager, did: string, actorId: string, subjectId: string, detail: object) {
    const action = `council-mark.${did}`;
    await this.audit.record(tx, { actorId, action, subjectType: 'council-mark', subjectId, detail: { ...detail } });
  }
}
