import { Get, Param, Render } from '@nestjs/common';
import { NeedsService, type PlannedSession, Programme, SessionNotFound } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { kitchenView, needsView } from './needs.view';

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
  ) {}

  /** Each look is on record. */
  @Get()
  @Render('desk/bookings/needs.page.njk')
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const session = await this.find(id);
    return needsView(session, await this.needs.ofSession(id, officer.id));
  }

  @Get('kitchen')
  @Render('desk/bookings/kitchen.page.njk')
  async kitchen(@Param('id') id: string) {
    const session = await this.find(id);
    return kitchenView(session, await this.needs.counts(id));
  }

  /** @throws SessionNotFound */
  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new SessionNotFound();
    return await this.programme.session(id);
  }
}
