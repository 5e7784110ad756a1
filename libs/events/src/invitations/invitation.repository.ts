import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { BookingEntity } from '../bookings/booking.entity';
import type { GuestEntity } from '../partners/guest.entity';
import type { PartnerEntity } from '../partners/partner.entity';
import { GuestRequestEntity } from './guest-request.entity';
import { InvitationEntity } from './invitation.entity';

/** An invitation as the desk lists it. */
export type ListedInvitation = Pick<InvitationEntity, 'id' | 'partnerId' | 'sessionId' | 'madeAt' | 'revokedAt'> & {
  partner: PartnerEntity['name'];
  /** Of its partner, at its session. */
  booked: number;
  waiting: number;
};

/** Somebody of a partner who has a place at a session, or waits for one. */
export type PartnerGuest = Pick<BookingEntity, 'id' | 'state' | 'number'> & { name: GuestEntity['name'] };

/** What a guest has at a session. */
export type GuestBooking = Pick<BookingEntity, 'id' | 'state' | 'number' | 'seat' | 'cancelBy'>;

/** When a request is not confirmed by then, it is deleted. In milliseconds. */
export const REQUEST_LIVES = 2 * 24 * 3_600_000;

@Injectable()
export class InvitationRepository {
  constructor(private readonly source: DataSource) {}

  /** One at a time of a partner and a session. */
  async add(tx: EntityManager, invitation: InvitationEntity): Promise<void> {
    await tx.insert(InvitationEntity, invitation);
  }

  async revoke(
    tx: EntityManager,
    which: { id: string } | { sessionId: string; partnerId: string },
    by: string | null,
    at: Date,
  ): Promise<boolean> {
    const change = { revokedAt: at, revokedBy: by };
    const { affected } = await tx.update(InvitationEntity, { ...which, revokedAt: IsNull() }, change);
    return (affected ?? 0) > 0;
  }

  find(id: string, tx: EntityManager = this.source.manager): Promise<InvitationEntity | null> {
    return tx.findOneBy(InvitationEntity, { id });
  }

  /** Of those that are not revoked. */
  open(
    which: { tokenHash: Buffer } | { viewHash: Buffer } | { id: string },
    tx: EntityManager = this.source.manager,
  ): Promise<InvitationEntity | null> {
    return tx.findOneBy(InvitationEntity, { ...which, revokedAt: IsNull() });
  }

  /** The newest first. */
  listed({ partnerId, sessionId }: { partnerId?: string; sessionId?: string }): Promise<ListedInvitation[]> {
    return this.source.query<ListedInvitation[]>(
      `select i.id, i.partner_id as "partnerId", i.session_id as "sessionId", i.made_at as "madeAt", i.revoked_at as "revokedAt",
              p.name as partner, b.booked, b.waiting
         from invitation i join partner p on p.id = i.partner_id
         cross join lateral (
           select count(*) filter (where b.state = 'booked')::int as booked, count(*) filter (where b.state = 'waiting')::int as waiting
             from guest g join booking b on b.guest_id = g.id and b.session_id = i.session_id
            where g.partner_id = i.partner_id) b
        where ($1::uuid is null or i.partner_id = $1) and ($2::uuid is null or i.session_id = $2)
        order by i.revoked_at is not null, i.made_at desc, i.id limit 200`,
      [partnerId ?? null, sessionId ?? null],
    );
  }

  /** Those who have a place first, in the order in which they came. */
  guests({ partnerId, sessionId }: Pick<InvitationEntity, 'partnerId' | 'sessionId'>): Promise<PartnerGuest[]> {
    return this.source.query<PartnerGuest[]>(
      `select b.id, b.state, b.number, g.name
         from booking b join guest g on g.id = b.guest_id
        where b.session_id = $2 and g.partner_id = $1 and b.state <> 'cancelled'
        order by b.state, b.number`,
      [partnerId, sessionId],
    );
  }

  /** How many have not confirmed yet. */
  pending(tx: EntityManager, invitationId: string): Promise<number> {
    return tx.countBy(GuestRequestEntity, { invitationId, guestId: IsNull() });
  }

  async addRequest(tx: EntityManager, request: GuestRequestEntity): Promise<void> {
    await tx.insert(GuestRequestEntity, request);
  }

  request(tokenHash: Buffer, tx: EntityManager = this.source.manager): Promise<GuestRequestEntity | null> {
    return tx.findOneBy(GuestRequestEntity, { tokenHash });
  }

  /** Until the end of the transaction nobody else confirms it. */
  requestToConfirm(tx: EntityManager, tokenHash: Buffer): Promise<GuestRequestEntity | null> {
    return tx.findOne(GuestRequestEntity, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  async confirmed(tx: EntityManager, id: string, guestId: string): Promise<void> {
    await tx.update(GuestRequestEntity, { id }, { guestId, name: null, email: null });
  }

  /** Of a guest at a session: the last, also when it is cancelled. */
  async bookingOf(
    guestId: string,
    sessionId: string,
    tx: EntityManager = this.source.manager,
  ): Promise<GuestBooking | undefined> {
    const rows = await tx.query<GuestBooking[]>(
      `select id, state, number, seat, cancel_by as "cancelBy" from booking
        where guest_id = $1 and session_id = $2 order by state = 'cancelled', number desc limit 1`,
      [guestId, sessionId],
    );
    return rows[0];
  }
}
