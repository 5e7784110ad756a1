import { Body, Get, Post, Query, Redirect, Render, Res } from '@nestjs/common';
import { hasNeeds, NeedsService } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { NeedsForm } from '../../forms/needs/needs.form';
import { needsView } from '../../forms/needs/needs.view';

const PAGE = 'member/needs/needs.page.njk';

/** What one needs at sessions, to eat and to take part: written, changed and deleted by oneself. */
@Screen({ path: 'needs', access: ['signed-in'], title: 'What you need', under: 'account' })
export class NeedsController {
  constructor(private readonly needs: NeedsService) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('done') done: unknown) {
    const said = await this.needs.own({ personId: person.id });
    return { ...needsView(said, undefined, NO_PROBLEMS), done };
  }

  @Post()
  async say(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const of = { personId: person.id };
    return await takeForm(reply, {
      schema: NeedsForm,
      sent,
      page: PAGE,
      view: async (form, problems) => needsView(await this.needs.own(of), form, problems),
      take: async ({ needs, kept }) => {
        await this.needs.say(of, needs, kept);
        return `/needs?done=${hasNeeds(needs) ? 'saved' : 'nothing'}`;
      },
    });
  }

  @Post('delete')
  @Redirect('/needs?done=deleted', 303)
  async forget(@CurrentPerson() person: SignedInPerson) {
    await this.needs.forget({ personId: person.id });
  }
}
