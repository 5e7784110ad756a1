import { Injectable } from '@nestjs/common';
import { Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Bookings } from '../bookings/bookings.service';
import type { GuestEntity } from '../partners/guest.entity';
import { PartnerRepository } from '../partners/partner.repository';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';
import type { GuestRequestEntity } from './guest-request.entity';
import { InvitationNotFound, NotToBeBooked } from './invitation.errors';
import { type GuestBooking, InvitationRepository, REQUEST_LIVES } from './invitation.repository';
import { hashOf } from './invitations.service';

/** What a guest sees by the link that is theirs. */
export interface GuestPlace {
  guest: Pick<GuestEntity, 'name' | 'email'>;
  /** Null: they have not confirmed their address yet. */
  guestId: string | null;
  session: PlannedSession;
  /** Undefined: nothing is booked. */
  booking: GuestBooking | undefined;
  /** It has neither begun nor is it off. */
  isToCome: boolean;
}

/** @see GuestPlaces.add */
export interface AddedGuest {
  partnerId: string;
  sessionId: string;
  name: string;
  email: string;
  by: string | null;
}

/** The places of partners' guests, in their own hands: by the link of the letter to their address. */
@Injectable()
export class GuestPlaces {
  constructor(
    private readonly rows: InvitationRepository,
    private readonly partners: PartnerRepository,
    private readonly programme: ProgrammeRepository,
    private readonly bookings: Bookings,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Changes nothing: mail scanners come here too. @throws InvitationNotFound */
  async own(token: string): Promise<GuestPlace> {
    return await this.place(await this.rows.request(hashOf(token)));
  }

  /**
   * The address is theirs: they are a guest, and have a place or wait for one. Pressed again: it stays as it is.
   * @throws InvitationNotFound, NotToBeBooked, and what a booking is refused with
   */
  async confirm(token: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const request = await this.rows.requestToConfirm(tx, hashOf(token));
      const { session, guest, guestId, isToCome } = await this.place(request, tx);
      if (!request || guestId !== null) return;
      const invitation = await this.rows.open({ id: request.invitationId }, tx);
      if (!invitation) throw new InvitationNotFound();
      if (!isToCome) throw new NotToBeBooked();
      const known = await this.partners.guestBy(tx, invitation.partnerId, guest.email!);
      const id = known?.id ?? this.ids.uuid();
      const at = this.clock.now();
      if (!known)
        await this.partners.addGuest(tx, { id, partnerId: invitation.partnerId, ...guest, addedAt: at, addedBy: null });
      await this.rows.confirmed(tx, request.id, id);
      await this.bookings.bookGuest({ sessionId: session.id, guestId: id, by: null }, tx);
    });
  }

  /**
   * A guest whose address is known already. @param by null: Induct itself @returns their id
   * @throws SessionNotFound, CannotBeBooked
   */
  async add({ partnerId, sessionId, name, email, by }: AddedGuest, inside?: EntityManager): Promise<string> {
    const act = async (tx: EntityManager) => {
      const id = this.ids.uuid();
      await this.partners.addGuest(tx, { id, partnerId, name, email, addedAt: this.clock.now(), addedBy: by });
      await this.bookings.bookGuest({ sessionId, guestId: id, by }, tx);
      return id;
    };
    return inside ? await act(inside) : await this.transactions.run(act);
  }

  /** @throws InvitationNotFound */
  async giveUp(token: string): Promise<void> {
    const { guestId, booking } = await this.own(token);
    if (guestId === null || !booking || booking.state === 'cancelled') return;
    await this.bookings.cancel({ bookingId: booking.id, by: null, as: 'self' });
  }

  private async place(request: GuestRequestEntity | null, tx?: EntityManager): Promise<GuestPlace> {
    if (!request) throw new InvitationNotFound();
    const isOver = request.askedAt.getTime() + REQUEST_LIVES <= this.clock.now().getTime();
    if (request.guestId === null && isOver) throw new InvitationNotFound();
    const invitation = await this.rows.find(request.invitationId, tx);
    const session = invitation && (await this.programme.find(invitation.sessionId, tx));
    const guest = request.guestId === null ? request : await this.partners.findGuest(request.guestId, tx);
    if (!session || !guest || guest.name === null) throw new InvitationNotFound();
    // Whoever has not confirmed came by the link that is revoked.
    if (request.guestId === null && invitation.revokedAt !== null) throw new InvitationNotFound();
    return {
      guest: { name: guest.name, email: guest.email },
      guestId: request.guestId,
      session,
      booking: request.guestId === null ? undefined : await this.rows.bookingOf(request.guestId, session.id, tx),
      isToCome: session.state === 'confirmed' && session.startsAt !== null && session.startsAt > this.clock.now(),
    };
  }
}
