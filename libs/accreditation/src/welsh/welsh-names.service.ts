import { Injectable } from '@nestjs/common';
import { AuditTrail, Council, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { NamedMeanwhile, NoSuchName } from './welsh.errors';
import { type WelshChange, type WelshName, WelshNameRepository } from './welsh-names.repository';

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
    private readonly own: Council,
  ) {}

  /** The council's own. */
  async council(tx?: EntityManager): Promise<WelshName> {
    const welsh = (await this.names.council(tx)) ?? null;
    return { kind: 'council', id: COUNCIL_SUBJECT, english: this.own.current.name, welsh };
  }

  /** Schemes, then requirements, and how many of all have none. @param which with `onlyMissing`: those without a Welsh name */
  page(
    which: { onlyMissing: boolean },
    limit: number,
    offset: number,
  ): Promise<{ names: WelshName[]; total: number; missing: number }> {
    return this.names.page(which, limit, offset);
  }

  /** How many names a certificate in Welsh would say in English: of the council, schemes and requirements. */
  async howManyMissing(): Promise<number> {
    const [missing, council] = await Promise.all([this.names.howManyMissing(), this.names.council()]);
    return missing + (council === undefined ? 1 : 0);
  }

  /** All of them or none. What is called so already stays. @throws NoSuchName, NamedMeanwhile */
  async save(changes: readonly WelshChange[], by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const change of changes) {
        const { kind, id, before, english, welsh } = await this.change(tx, tidy(change), by);
        if (before === welsh) continue;
        await this.audit.record(tx, {
          actorId: by,
          action: `${kind}.named-in-welsh`,
          subjectType: kind,
          subjectId: id,
          detail: { english, before, now: welsh },
        });
      }
    });
  }

  private async change(tx: EntityManager, change: WelshChange, by: string): Promise<WelshChange & { english: string }> {
    const { kind, id, before, welsh } = change;
    const found = kind === 'council' ? await this.council(tx) : await this.names.find(kind, id, tx);
    if (!found) throw new NoSuchName();
    if (found.welsh === welsh) return { ...change, before: welsh, english: found.english };
    if (found.welsh !== before) throw new NamedMeanwhile(found);
    if (kind === 'council') await this.names.nameCouncil(tx, welsh, by);
    else if (!(await this.names.name(tx, kind, change))) throw new NamedMeanwhile(found);
    return { ...change, english: found.english };
  }
}

const tidy = ({ welsh, ...change }: WelshChange): WelshChange => ({
  ...change,
  welsh: welsh === null || welsh === '' ? null : welsh.normalize('NFC'),
});
