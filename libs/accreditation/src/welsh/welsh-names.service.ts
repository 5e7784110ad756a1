import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { NoSuchName } from './welsh.errors';
import { type WelshName, WelshNameRepository } from './welsh-names.repository';

/** Of the missing ones as many are named. */
const NAMED_MISSING = 20;
/** The council has no id of its own, and one trail. */
const COUNCIL_SUBJECT = '0195c0de-0000-7000-8000-000000000003';

/**
 * What the council, its schemes and its requirements are called in Welsh. Officers enter it; it stands on certificates that are
 * issued from then on, and changes none that exists.
 */
@Injectable()
export class WelshNames {
  constructor(
    private readonly names: WelshNameRepository,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The council's own, if it was entered. */
  council(): Promise<string | undefined> {
    return this.names.council();
  }

  /** Schemes, then requirements, and how many of all have none. */
  page(limit: number, offset: number): Promise<{ names: WelshName[]; total: number; missing: number }> {
    return this.names.page(limit, offset);
  }

  /** What a certificate in Welsh would say in English: how many, the first of them by their English names, and the council. */
  async missing(): Promise<{ total: number; names: string[]; council: boolean }> {
    const [missing, council] = await Promise.all([this.names.missing(NAMED_MISSING), this.names.council()]);
    return { ...missing, council: council === undefined };
  }

  /** @param welsh empty: none any more */
  async nameCouncil(welsh: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.names.council(tx);
      const now = welsh === '' ? undefined : welsh.normalize('NFC');
      if (before === now) return;
      await this.names.nameCouncil(tx, now ?? null, this.clock.now());
      await this.audit.record(tx, {
        actorId: by,
        action: 'council.named-in-welsh',
        subjectType: 'council',
        subjectId: COUNCIL_SUBJECT,
        detail: { before, now },
      });
    });
  }

  /** @param welsh empty: none any more @throws NoSuchName */
  async name(of: Pick<WelshName, 'kind' | 'id'>, welsh: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.names.find(of.kind, of.id, tx);
      if (!found) throw new NoSuchName();
      const now = welsh === '' ? null : welsh.normalize('NFC');
      if (found.welsh === now) return;
      await this.names.name(tx, of, now);
      await this.audit.record(tx, {
        actorId: by,
        action: `${of.kind}.named-in-welsh`,
        subjectType: of.kind,
        subjectId: of.id,
        detail: { english: found.english, before: found.welsh, now },
      });
    });
  }
}
