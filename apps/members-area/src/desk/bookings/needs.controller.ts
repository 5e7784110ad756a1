import { Get, Param, Render, Res } from '@nestjs/common';
import { areNeedsShown, NeedsService, type PlannedSession, Programme, SessionNotFound } from '@induct/events';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { kitchenView, needsOverView, needsView } from './needs.view';

/** What people need at a session: by name for whoever prepares it, and numbers for the kitchen. */
@Screen({
  path: 'admin/programme/sessions/:id/needs',
  access: ['officer'],
  title: 'What people need',
  pages: { kitchen: 'For the kitchen' },
})
export class SessionNeedsController {
  constructor(
    private readonly programme: Programme,
    private readonly needs: NeedsService,
    private readonly clock: Clock,
  ) {}

  /** Each look is on record. */
  @Get()
  @Render('desk/bookings/needs.page.njk')
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const session = await this.find(id);
    if (!areNeedsShown(session.endsAt, this.clock.now())) return needsOverView(session);
    return needsView(session, await this.needs.ofSession(id, officer.id));
  }

  @Get('kitchen')
  async kitchen(@Param('id') id: string, @Res() reply: FastifyReply) {
    const session = await this.find(id);
    if (!areNeedsShown(session.endsAt, this.clock.now()))
      return await reply.view('desk/bookings/needs.page.njk', needsOverView(session));
    return await reply.view('desk/bookings/kitchen.page.njk', kitchenView(session, await this.needs.counts(id)));
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
