import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import { DataSource } from 'typeorm';
import { NameShownEntity } from './name-shown.entity';
import { type Choice, NO_CHOICE, type ShownTo } from './shown-to';

/** As many as the QR code's. */
const SECRET_BYTES = 16;

/** Holders of certificates choose who sees their name when somebody checks one (docs/decisions/1062). */
@Injectable()
export class ShownNames {
  constructor(
    private readonly source: DataSource,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async of(personId: string): Promise<Choice> {
    return (await this.source.manager.findOneBy(NameShownEntity, { personId })) ?? NO_CHOICE;
  }

  /** The link stays as it is when `link` is chosen again; with another choice it dies. */
  async choose(personId: string, shownTo: ShownTo): Promise<void> {
    await this.write(personId, 'name-shown.chosen', (before) => ({
      shownTo,
      secret: shownTo === 'link' ? (before.secret ?? this.ids.secret(SECRET_BYTES)) : null,
    }));
  }

  /** Another link: the old one shows the name no more. It is `link` that is chosen by it. */
  async renewLink(personId: string): Promise<void> {
    await this.write(personId, 'name-shown.link-renewed', () => ({
      shownTo: 'link',
      secret: this.ids.secret(SECRET_BYTES),
    }));
  }

  private async write(personId: string, action: string, chosen: (before: Choice) => Choice): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('name shown ' || $1, 0))`, [personId]);
      const before = (await tx.findOneBy(NameShownEntity, { personId })) ?? NO_CHOICE;
      const { shownTo, secret } = chosen(before);
      await tx.upsert(NameShownEntity, { personId, shownTo, secret, changedAt: this.clock.now() }, ['personId']);
      const about = { actorId: personId, subjectType: 'person', subjectId: personId };
      await this.audit.record(tx, { ...about, action, detail: { from: before.shownTo, to: shownTo } });
    });
  }
}
