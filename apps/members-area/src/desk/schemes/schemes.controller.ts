import { Body, Get, Post, Render, Res } from '@nestjs/common';
import { Drafts, SchemeNameIsTaken, SchemeQueries } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { printedLine } from '../../forms/person-fields';
import { Screen } from '../../frame/screen';
import { schemesView } from './schemes.view';

const NEW = 'desk/schemes/new-scheme.page.njk';
const NewScheme = z.object({
  name: printedLine('Enter what the scheme is called', 'The name', 60),
});

/** What can be earned, and what it asks for. */
@Screen({
  path: 'admin/schemes',
  access: ['officer'],
  title: 'Schemes',
  pages: { new: 'A new scheme' },
  menu: { area: 'desk', group: 'Accreditation', text: 'Schemes', order: 57 },
})
export class SchemesController {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly drafts: Drafts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/schemes/schemes.page.njk')
  async list() {
    const [schemes, nameable] = await Promise.all([this.queries.all(), this.queries.nameable()]);
    return schemesView(schemes, nameable, dayInLondon(this.clock.now()));
  }

  @Get('new')
  @Render(NEW)
  ask() {
    return { form: {}, ...NO_PROBLEMS };
  }

  @Post('new')
  async begin(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: NewScheme,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, ...problems }),
      refusals: [atField(SchemeNameIsTaken, 'name')],
      take: async ({ name }) => `/admin/schemes/${await this.drafts.beginScheme(name, officer.id)}/draft`,
    });
  }
}
