import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { SchemeNotFound, TemplateDrafts, TemplateQueries } from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { PER_PAGE, templatesView } from './templates.view';

const PAGE = 'desk/templates/templates.page.njk';
const EVERY = 'every';
const BeginForm = z.object({
  scheme: z.union([z.literal(EVERY), z.uuid()], 'Select which certificates it is for'),
});

/** What certificates say and look like: the templates, and a new one. */
@Screen({
  path: 'admin/templates',
  access: ['officer', 'administrator'],
  title: 'Certificate templates',
  menu: { area: 'desk', group: 'Accreditation', text: 'Templates', order: 58 },
})
export class TemplatesController {
  constructor(
    private readonly queries: TemplateQueries,
    private readonly drafts: TemplateDrafts,
    private readonly people: PeopleService,
  ) {}

  @Get()
  async list(@Query() query: Fields, @CurrentPerson() reader: SignedInPerson, @Res() reply: FastifyReply) {
    return await reply.view(PAGE, await this.view(query, reader, {}, NO_PROBLEMS));
  }

  @Post()
  @Access('officer')
  async begin(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: BeginForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view({}, officer, form, problems),
      refusals: [atField(SchemeNotFound, 'scheme')],
      take: async ({ scheme }) => {
        const number = await this.drafts.begin({ schemeId: scheme === EVERY ? null : scheme, by: officer.id });
        return `/admin/templates/${number}/draft`;
      },
    });
  }

  private async view(query: Fields, { roles }: SignedInPerson, form: Fields, problems: FormProblems) {
    const [{ templates, total, page }, schemes] = await Promise.all([
      pageOrLast((nth) => this.queries.list(PER_PAGE, (nth - 1) * PER_PAGE), PageOf.parse(query).page, PER_PAGE),
      this.queries.schemes(),
    ]);
    const who = templates.flatMap(({ draftedBy, approvedBy }) => [draftedBy, approvedBy]);
    const people = await this.people.names(who.filter((id) => id !== null));
    const mayDraft = roles.includes('officer');
    return templatesView(
      { templates, total, page, schemes, people, mayDraft, every: EVERY, done: query['done'] },
      form,
      problems,
    );
  }
}
