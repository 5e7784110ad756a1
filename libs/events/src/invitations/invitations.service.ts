import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import {
  AuditTrail,
  Clock,
  CONFIG,
  type Config,
  Council,
  Ids,
  readerCouncil,
  readersLanguage,
  Transactions,
} from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { PartnerEntity } from '../partners/partner.entity';
import { PartnerNotFound } from '../partners/partner.errors';
import { PartnerRepository } from '../partners/partner.repository';
import { SessionNotFound } from '../programme/programme.errors';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';
import { guestConfirmLetter } from './guest-confirm.letter';
import type { InvitationEntity } from './invitation.entity';
import { InvitationNotFound, NoPlacesForPartners, NotToBeBooked, TooManyRequests } from './invitation.errors';
import { InvitationRepository, type ListedInvitation, type PartnerGuest, REQUEST_LIVES } from './invitation.repository';
import { whenInWords } from './when-in-words';

/** So many may have asked and not confirmed, of one invitation: a link that is passed round sends no letters without end. */
const MOST_PENDING = 60;

/** The two links of an invitation. They are shown once: only what is worked out of them is kept. */
export interface InvitationLinks {
  id: string;
  /** For guests, to be passed on. */
  token: string;
  /** For whoever invites them. */
  viewToken: string;
}

/** What a link leads to. */
export interface OpenInvitation {
  partner: PartnerEntity['name'];
  session: PlannedSession;
  /** It can be booked. */
  isOpen: boolean;
}

/** Partners are invited to sessions, and their people ask for a place. */
@Injectable()
export class Invitations {
  constructor(
    private readonly rows: InvitationRepository,
    private readonly partners: PartnerRepository,
    private readonly programme: ProgrammeRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SITE_ORIGIN'>,
    private readonly council: Council,
  ) {}

  /**
   * A new one takes the place of the one there was: that works no more.
   * @param by null: Induct itself @throws SessionNotFound, PartnerNotFound, NoPlacesForPartners, NotToBeBooked
   */
  async invite(
    { sessionId, partnerId, by }: { sessionId: string; partnerId: string; by: string | null },
    inside?: EntityManager,
  ): Promise<InvitationLinks> {
    const act = async (tx: EntityManager) => {
      await this.programme.alone(tx, [sessionId]);
      const session = await this.programme.find(sessionId, tx);
      if (!session) throw new SessionNotFound();
      if (!(await this.partners.find(partnerId, tx))) throw new PartnerNotFound();
      if (!this.canBeBooked(session)) throw new NotToBeBooked();
      if (session.pools.every(({ audience }) => audience !== 'partner')) throw new NoPlacesForPartners();
      const [token, viewToken, now] = [this.ids.secret(), this.ids.secret(), this.clock.now()];
      await this.rows.revoke(tx, { sessionId, partnerId }, by, now);
      const invitation: InvitationEntity = {
        id: this.ids.uuid(),
        partnerId,
        sessionId,
        tokenHash: hashOf(token),
        viewHash: hashOf(viewToken),
        madeAt: now,
        madeBy: by,
        revokedAt: null,
        revokedBy: null,
      };
      await this.rows.add(tx, invitation);
      await this.record(tx, by, 'partner.invited', invitation);
      return { id: invitation.id, token, viewToken };
    };
    return inside ? await act(inside) : await this.transactions.run(act);
  }

  /** From now on both links lead nowhere; who has a place keeps it. @throws InvitationNotFound */
  async revoke(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const invitation = await this.rows.open({ id }, tx);
      if (!invitation || !(await this.rows.revoke(tx, { id }, by, this.clock.now()))) throw new InvitationNotFound();
      await this.record(tx, by, 'partner.invitation-revoked', invitation);
    });
  }

  /** @throws InvitationNotFound */
  async find(id: string): Promise<InvitationEntity> {
    const invitation = await this.rows.find(id);
    if (!invitation) throw new InvitationNotFound();
    return invitation;
  }

  /** The newest first, those that were revoked last. */
  listed(of: { partnerId?: string; sessionId?: string }): Promise<ListedInvitation[]> {
    return this.rows.listed(of);
  }

  /** What guests are shown who follow the link. @throws InvitationNotFound */
  async open(token: string): Promise<OpenInvitation> {
    return await this.opened(await this.rows.open({ tokenHash: hashOf(token) }));
  }

  /** What the partner is shown, and its own guests at the session. @throws InvitationNotFound */
  async view(viewToken: string): Promise<OpenInvitation & { guests: PartnerGuest[] }> {
    const invitation = await this.rows.open({ viewHash: hashOf(viewToken) });
    const [opened, guests] = await Promise.all([this.opened(invitation), invitation && this.rows.guests(invitation)]);
    return { ...opened, guests: guests ?? [] };
  }

  /**
   * A letter goes to the address; nothing is booked before its reader has pressed. Whether somebody of that address has a place
   * already is not to be seen from it.
   * @throws InvitationNotFound, NotToBeBooked, TooManyRequests
   */
  async ask(token: string, { name, email }: { name: string; email: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      const invitation = await this.rows.open({ tokenHash: hashOf(token) }, tx);
      const { session, isOpen } = await this.opened(invitation, tx);
      if (!invitation || !isOpen) throw new NotToBeBooked();
      if ((await this.rows.pending(tx, invitation.id)) >= MOST_PENDING) throw new TooManyRequests();
      const [id, own, askedAt] = [this.ids.uuid(), this.ids.secret(), this.clock.now()];
      const request = { id, invitationId: invitation.id, tokenHash: hashOf(own), name, email, askedAt, guestId: null };
      await this.rows.addRequest(tx, request);
      await this.outbox.post(tx, {
        once: ['guest-request', id],
        recipient: email,
        secretUntil: new Date(askedAt.getTime() + REQUEST_LIVES),
        askedIn: readersLanguage(),
        letter: () =>
          guestConfirmLetter({
            name,
            title: session.event?.title ?? '',
            when: whenInWords(session),
            council: readerCouncil(this.council.current),
            url: `${this.config.SITE_ORIGIN}/guest/${own}`,
          }),
      });
    });
  }

  private async opened(invitation: InvitationEntity | null, tx?: EntityManager): Promise<OpenInvitation> {
    if (!invitation) throw new InvitationNotFound();
    const [partner, session] = await Promise.all([
      this.partners.find(invitation.partnerId, tx),
      this.programme.find(invitation.sessionId, tx),
    ]);
    if (!partner || !session) throw new InvitationNotFound();
    return { partner: partner.name, session, isOpen: this.canBeBooked(session) };
  }

  private canBeBooked({ state, startsAt }: PlannedSession): boolean {
    return state === 'confirmed' && startsAt !== null && startsAt > this.clock.now();
  }

  private async record(
    tx: EntityManager,
    by: string | null,
    action: string,
    { id, partnerId, sessionId }: InvitationEntity,
  ): Promise<void> {
    if (by === null) return;
    const detail = { invitationId: id, partnerId };
    await this.audit.record(tx, { actorId: by, action, subjectType: 'session', subjectId: sessionId, detail });
  }
}

/** What is kept of a link. Tokens have 256 random bits: a plain hash is enough. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
