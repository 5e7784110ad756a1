import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import { hasNeeds, type Needs } from './need-words';
import type { NeedEntity } from './need.entity';
import { countNeeds, type NeedsCounts } from './needs-counts';
import { NeedsKey } from './needs-key';
import { shownSince } from './needs-live';
import { openNeeds, sealNeeds } from './needs-seal';
import { type NeedsOf, NeedsRepository, type SealedNeeds } from './needs.repository';

const NONCE_BYTES = 24;

/** What somebody has said that they need. */
export interface SaidNeeds {
  /** Undefined: it cannot be opened, because the key is another one now. They have to say it again. */
  needs: Needs | undefined;
  kept: boolean;
  changedAt: Date;
}

/** Somebody who has a place at a session, and what they need there. */
export type SessionNeeds = Pick<SealedNeeds, 'name' | 'partner' | 'seat'> & Pick<SaidNeeds, 'needs'>;

/** What people need at sessions. It stands in no letter, list, sheet, calendar or log: read it here and show it. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly rows: NeedsRepository,
    private readonly key: NeedsKey,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Undefined: they have said nothing. */
  async own(of: NeedsOf): Promise<SaidNeeds | undefined> {
    const row = await this.rows.find(of);
    return row ? { needs: this.open(row), kept: row.kept, changedAt: row.changedAt } : undefined;
  }

  /** Takes the place of what they have said before. Who needs nothing is not written down. */
  async say(of: NeedsOf, needs: Needs, kept: boolean): Promise<void> {
    if (!hasNeeds(needs)) return await this.forget(of);
    await this.transactions.run(async (tx) => {
      await this.rows.alone(tx, of);
      const id = (await this.rows.find(of, tx))?.id ?? this.ids.uuid();
      const sealed = sealNeeds(this.key.bytes, id, needs, this.ids.bytes(NONCE_BYTES));
      const whose = { personId: null, guestId: null, ...of };
      await this.rows.put(tx, { id, ...whose, sealed, kept, changedAt: this.clock.now() });
    });
  }

  async forget(of: NeedsOf): Promise<void> {
    await this.transactions.run((tx) => this.rows.remove(tx, of));
  }

  /**
   * Of everybody who has a place and has said something, by name; nobody's of a session that was long ago (`areNeedsShown`). That
   * they were looked at is on record.
   */
  async ofSession(sessionId: string, by: string): Promise<SessionNeeds[]> {
    return await this.transactions.run(async (tx) => {
      const rows = await this.rows.ofSession(sessionId, shownSince(this.clock.now()), tx);
      await this.audit.record(tx, {
        actorId: by,
        action: 'needs.read',
        subjectType: 'session',
        subjectId: sessionId,
        detail: { people: rows.length },
      });
      return rows.map((row) => ({ name: row.name, partner: row.partner, seat: row.seat, needs: this.open(row) }));
    });
  }

  /** For kitchens, and whoever prepares the room: of those who come to it, and nobody's name or words. */
  async counts(sessionId: string): Promise<NeedsCounts & { people: number }> {
    const since = shownSince(this.clock.now());
    const [rows, booked] = await Promise.all([this.rows.ofSession(sessionId, since), this.rows.booked(sessionId)]);
    const needs = rows.flatMap((row) => (row.seat === 'room' ? (this.open(row) ?? []) : []));
    return { ...countNeeds(booked.room, needs), people: booked.room };
  }

  private open({ id, sealed }: Pick<NeedEntity, 'id' | 'sealed'>): Needs | undefined {
    return openNeeds(this.key.bytes, id, sealed);
  }
}
