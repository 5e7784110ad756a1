import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { GuestPlaces, InvitationNotFound, NeedsService } from '@induct/events';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { NeedsForm } from '../../forms/needs/needs.form';
import { needsView } from '../../forms/needs/needs.view';
import { guestView } from './invitation.view';

const NEEDS = 'public/invitations/guest-needs.page.njk';

/** A guest's own page, by the link of the letter: their place, what they need, and the way to give it up. */
@Screen({ path: 'guest/:token', access: ['public'], title: 'Your place', pages: { needs: 'What you need as a guest' } })
export class GuestController {
  constructor(
    private readonly places: GuestPlaces,
    private readonly needs: NeedsService,
  ) {}

  /** Changes nothing: mail scanners come here too. */
  @Get()
  @Render('public/invitations/guest.page.njk')
  async show(@Param('token') token: string, @Query('done') done: unknown) {
    return { ...guestView(token, await this.places.own(token)), done };
  }

  @Post()
  async confirm(@Param('token') token: string, @Res() reply: FastifyReply) {
    await this.places.confirm(token);
    return await reply.redirect(`/guest/${token}`, 303);
  }

  @Post('give-up')
  async giveUp(@Param('token') token: string, @Res() reply: FastifyReply) {
    await this.places.giveUp(token);
    return await reply.redirect(`/guest/${token}`, 303);
  }

  @Get('needs')
  @Render(NEEDS)
  async askNeeds(@Param('token') token: string) {
    return { ...needsView(await this.needs.own({ guestId: await this.guest(token) }), undefined, NO_PROBLEMS), token };
  }

  @Post('needs')
  async sayNeeds(@Param('token') token: string, @Body() sent: unknown, @Res() reply: FastifyReply) {
    const of = { guestId: await this.guest(token) };
    return await takeForm(reply, {
      schema: NeedsForm,
      sent,
      page: NEEDS,
      view: async (form: Fields, problems: FormProblems) => ({
        ...needsView(await this.needs.own(of), form, problems),
        token,
      }),
      take: async ({ needs }) => {
        await this.needs.say(of, needs, false);
        return `/guest/${token}?done=needs`;
      },
    });
  }

  /** @throws InvitationNotFound while the address is not confirmed */
  private async guest(token: string): Promise<string> {
    const { guestId } = await this.places.own(token);
    if (guestId === null) throw new InvitationNotFound();
    return guestId;
  }
}
