import { Body, Get, Inject, Param, Post, Render, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import {
  InvitationNotFound,
  Invitations,
  NoPlacesForPartners,
  NotToBeBooked,
  PartnerNotFound,
  Partners,
  type PlannedSession,
  Programme,
} from '@induct/events';
import { Clock, CONFIG, type Config, dayInLondon, daysLater } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { InviteForm } from './partner.form';
import { linksOf, partnerView } from './partners.view';

const PAGE = 'desk/partners/partner.page.njk';
/** How far ahead sessions are offered. */
const AHEAD_DAYS = 400;

/** A partner council: it is invited to sessions, and the links are revoked. */
@Screen({
  path: 'admin/partners/:id',
  access: ['officer'],
  title: 'A partner council',
  pages: { 'invitations/:invitation/revoke': 'Revoke an invitation' },
})
export class PartnerController {
  constructor(
    private readonly partners: Partners,
    private readonly invitations: Invitations,
    private readonly programme: Programme,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string) {
    return await this.page(id, {}, NO_PROBLEMS);
  }

  /** The links are in the answer and nowhere else: what is kept does not tell them. */
  @Post('invitations')
  async invite(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: InviteForm,
      sent,
      page: PAGE,
      view: (form: Fields, problems: FormProblems) => this.page(id, form, problems),
      refusals: [atField(NoPlacesForPartners, 'session'), atField(NotToBeBooked, 'session')],
      take: async ({ session: sessionId }) => {
        await this.find(id);
        const links = await this.invitations.invite({ sessionId, partnerId: id, by: officer.id });
        const session = await this.programme.session(sessionId);
        const shown = linksOf(this.config.SITE_ORIGIN, links, session);
        return await reply.status(200).view(PAGE, await this.page(id, {}, NO_PROBLEMS, shown));
      },
    });
  }

  @Get('invitations/:invitation/revoke')
  @Render('desk/partners/revoke.page.njk')
  async askToRevoke(@Param('id') id: string, @Param('invitation') invitationId: string) {
    const partner = await this.find(id);
    await this.invitation(id, invitationId);
    return { name: partner.name, href: `/admin/partners/${id}`, invitation: invitationId };
  }

  @Post('invitations/:invitation/revoke')
  async revoke(
    @Param('id') id: string,
    @Param('invitation') invitationId: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.invitation(id, invitationId);
    await this.invitations.revoke(invitationId, officer.id);
    return await reply.redirect(`/admin/partners/${id}`, 303);
  }

  private async page(id: string, form: Fields, problems: FormProblems, links?: ReturnType<typeof linksOf>) {
    const partner = await this.find(id);
    const today = dayInLondon(this.clock.now());
    const [invitations, coming] = await Promise.all([
      this.invitations.listed({ partnerId: id }),
      this.programme.between(today, daysLater(today, AHEAD_DAYS)),
    ]);
    const known = new Map(coming.map((session) => [session.id, session]));
    const past = [...new Set(invitations.map(({ sessionId }) => sessionId))].filter((one) => !known.has(one));
    for (const session of await Promise.all(past.map((one) => this.programme.session(one))))
      known.set(session.id, session);
    const open = coming.filter((session) => this.takesPartners(session));
    return partnerView({ partner, invitations, sessions: known, open }, form, problems, links);
  }

  private takesPartners({ state, startsAt, pools }: PlannedSession): boolean {
    const isToCome = state === 'confirmed' && startsAt !== null && startsAt > this.clock.now();
    return isToCome && pools.some(({ audience }) => audience === 'partner');
  }

  /** @throws InvitationNotFound when it is another's, or revoked */
  private async invitation(partnerId: string, id: string): Promise<void> {
    const invitation = isId(id) ? await this.invitations.find(id) : undefined;
    if (invitation?.partnerId !== partnerId || invitation.revokedAt) throw new InvitationNotFound();
  }

  /** @throws PartnerNotFound */
  private async find(id: string) {
    if (!isId(id)) throw new PartnerNotFound();
    return await this.partners.find(id);
  }
}
