import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GuestEntity } from './guest.entity';
import { PartnerEntity } from './partner.entity';

/** A partner, with how many guests of theirs are known and how many links to sessions are out. */
export interface ListedPartner extends Pick<PartnerEntity, 'id' | 'name' | 'contact'> {
  guests: number;
  links: number;
}

@Injectable()
export class PartnerRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, partner: PartnerEntity): Promise<boolean> {
    const rows = await tx.query<Pick<PartnerEntity, 'id'>[]>(
      `insert into partner (id, name, contact, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)
       on conflict (name) do nothing returning id`,
      [partner.id, partner.name, partner.contact, partner.recordedAt, partner.recordedBy],
    );
    return rows.length > 0;
  }

  find(id: string, tx: EntityManager = this.source.manager): Promise<PartnerEntity | null> {
    return tx.findOneBy(PartnerEntity, { id });
  }

  /** All there are, by name. */
  all(): Promise<ListedPartner[]> {
    return this.source.query<ListedPartner[]>(
      `select p.id, p.name, p.contact,
              (select count(*)::int from guest g where g.partner_id = p.id and g.name is not null) as guests,
              (select count(*)::int from invitation i where i.partner_id = p.id and i.revoked_at is null) as links
         from partner p order by fold_name(p.name), p.id`,
    );
  }

  /** Whoever of them comes under that address already. Until the end of the transaction nobody else looks for it. */
  async guestBy(tx: EntityManager, partnerId: string, email: string): Promise<GuestEntity | null> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('guest ' || $1::uuid || lower($2), 0))`, [
      partnerId,
      email,
    ]);
    const [row] = await tx.query<Pick<GuestEntity, 'id'>[]>(
      'select id from guest where partner_id = $1 and lower(email) = lower($2) order by added_at, id limit 1',
      [partnerId, email],
    );
    return row ? await tx.findOneBy(GuestEntity, { id: row.id }) : null;
  }

  findGuest(id: string, tx: EntityManager = this.source.manager): Promise<GuestEntity | null> {
    return tx.findOneBy(GuestEntity, { id });
  }

  async addGuest(tx: EntityManager, guest: GuestEntity): Promise<void> {
    await tx.insert(GuestEntity, guest);
  }
}
