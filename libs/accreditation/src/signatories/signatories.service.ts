import { Injectable } from '@nestjs/common';
import { EndsBeforeItBegins, isPeriod, type Period } from '@induct/people';
import { AuditTrail, Clock, type Day, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Pictures } from '../pictures/pictures.service';
import { redrawn } from '../pictures/redrawn';
import type { SignatoryEntity } from './signatory.entity';
import { HasEndedAlready, SignatoryNotFound } from './signatory.errors';
import { type SignatoryInTime, SignatoryRepository } from './signatory.repository';

/** Who signs, as an officer enters it. */
export type NewSignatory = Pick<SignatoryEntity, 'name' | 'office' | 'officeCy' | 'place'> &
  Period & {
    /** Of the signature: a PNG or JPEG. */
    file?: Buffer | undefined;
    /** A drawing that ships. */
    signature?: string;
  };

/** At most one of them. */
type Signature = Pick<SignatoryEntity, 'signature' | 'picture'>;

/**
 * Who signs certificates, and from when to when: what is awarded on a day bears who signed that day, copied at issue. What was
 * recorded is never changed, so it can always be said who signed: a correction and an end take its place
 * (docs/decisions/1060).
 */
@Injectable()
export class Signatories {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly pictures: Pictures,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Everybody, those without an end first, then the latest. */
  all(): Promise<SignatoryInTime[]> {
    return this.signatories.all();
  }

  /** @throws SignatoryNotFound also of an entry that was corrected */
  async find(id: string, tx?: EntityManager): Promise<SignatoryInTime> {
    const found = await this.signatories.find(id, tx);
    if (!found) throw new SignatoryNotFound();
    return found;
  }

  /** Whether nobody has ever been entered. */
  isEmpty(): Promise<boolean> {
    return this.signatories.isEmpty();
  }

  /** @returns its id @throws NotAPictureForCertificates, EndsBeforeItBegins, PlaceIsTaken */
  async add({ file, signature, ...given }: NewSignatory, by: string): Promise<string> {
    mustBePeriod(given);
    const drawn = file && (await redrawn(file));
    return this.alone(async (tx) => {
      const kept = { signature: signature ?? null, picture: drawn ? await this.pictures.keep(tx, drawn) : null };
      return this.enter(tx, 'added', { ...given, ...kept }, by);
    });
  }

  /**
   * Another entry takes its place. Certificates that exist keep what is printed on them.
   * @param keeps whether the signature stays as it is when no other is sent
   * @returns the id of the other entry
   * @throws SignatoryNotFound, NotAPictureForCertificates, EndsBeforeItBegins, PlaceIsTaken
   */
  async correct(
    id: string,
    { file, keeps, ...said }: Omit<NewSignatory, 'signature'> & { keeps: boolean },
    by: string,
  ): Promise<string> {
    mustBePeriod(said);
    const drawn = file && (await redrawn(file));
    return this.alone(async (tx) => {
      const { signature, picture } = await this.find(id, tx);
      await this.signatories.supersede(tx, id, by, this.clock.now());
      const before = keeps ? { signature, picture } : { signature: null, picture: null };
      const kept = drawn ? { signature: null, picture: await this.pictures.keep(tx, drawn) } : before;
      return this.enter(tx, 'corrected', { ...said, ...kept }, by, id);
    });
  }

  /**
   * @param until the first day on which they no longer sign
   * @throws SignatoryNotFound, HasEndedAlready, EndsBeforeItBegins
   */
  async end(id: string, until: Day, by: string): Promise<string> {
    return this.alone(async (tx) => {
      const { recordedBy: _by, recordedAt: _at, id: _id, ...before } = await this.find(id, tx);
      if (before.until !== null) throw new HasEndedAlready();
      mustBePeriod({ from: before.from, until });
      await this.signatories.supersede(tx, id, by, this.clock.now());
      return this.enter(tx, 'ended', { ...before, until }, by, id);
    });
  }

  private alone<T>(act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await this.signatories.changeAlone(tx);
      return act(tx);
    });
  }

  private async enter(
    tx: EntityManager,
    did: 'added' | 'corrected' | 'ended',
    { from, until, ...said }: Omit<NewSignatory, 'file' | 'signature'> & Signature,
    by: string,
    before?: string,
  ): Promise<string> {
    const id = this.ids.uuid();
    const during = `[${from},${until ?? ''})`;
    await this.signatories.add(tx, { ...said, id, during, recordedBy: by, recordedAt: this.clock.now() });
    await this.audit.record(tx, {
      actorId: by,
      action: `signatory.${did}`,
      subjectType: 'signatory',
      subjectId: id,
      detail: { ...said, from, until, ...(before && { before }) },
    });
    return id;
  }
}

function mustBePeriod({ from, until }: Period): void {
  if (!isPeriod({ from, until })) throw new EndsBeforeItBegins();
}
