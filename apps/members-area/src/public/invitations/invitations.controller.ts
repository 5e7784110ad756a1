import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { Invitations, NotToBeBooked } from '@induct/events';
import { Allowance, callerOf, Clock, DomainError } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { GuestForm } from './invitation.form';
import { invitationView, partnerGuestsView } from './invitation.view';

const PAGE = 'public/invitations/invitation.page.njk';
/** Letters to strangers, from one network. A group at one council may ask at once. */
const PER_MINUTE = 20;

export class TooManyAsked extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many places asked for in a short time';
  override readonly remedy = 'Please wait a minute, then try again.';
}

/** Guests of partner councils ask for a place, and their council sees who of theirs has one. */
@Screen({
  path: 'invitations',
  access: ['public'],
  pages: { ':token': 'An invitation', 'guests/:token': 'Your guests' },
})
export class InvitationsController {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Render(PAGE)
  async show(@Param('token') token: string, @Query('sent') sent: unknown) {
    return { ...invitationView(token, await this.invitations.open(token), {}, NO_PROBLEMS), sent: sent === 'yes' };
  }

  @Post(':token')
  async ask(
    @Param('token') token: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const invitation = await this.invitations.open(token);
    return await takeForm(reply, {
      schema: GuestForm,
      sent,
      page: PAGE,
      view: (form: Fields, problems: FormProblems) => invitationView(token, invitation, form, problems),
      refusals: [atField(NotToBeBooked, 'name')],
      take: async (guest) => {
        if (this.allowance.take(callerOf(request), this.clock.now().getTime()) > 0) throw new TooManyAsked();
        await this.invitations.ask(token, guest);
        return `/invitations/${token}?sent=yes`;
      },
    });
  }

  @Get('guests/:token')
  @Render('public/invitations/partner-guests.page.njk')
  async guests(@Param('token') token: string) {
    return partnerGuestsView(await this.invitations.view(token));
  }
}
