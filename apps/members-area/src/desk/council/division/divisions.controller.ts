import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import { NoSuchDivision, Terms } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { counted } from '../../../words/counted';
import { DivisionForm } from './divisions.form';
import { DivisionsQueries } from './divisions.queries';

const HERE = '/admin/council/divisions';
const CHANGE = 'desk/council/division/change-division.page.njk';

/** How divisions are written: put right in every term of office that names them. */
@Screen({
  path: 'admin/council/divisions',
  access: ['officer', 'administrator'],
  title: 'Divisions',
  pages: { change: 'Put the name of a division right' },
  back: 'Divisions',
})
export class DivisionsController {
  constructor(
    private readonly queries: DivisionsQueries,
    private readonly terms: Terms,
  ) {}

  @Get()
  @Render('desk/council/division/divisions.page.njk')
  async list(@Query('done') done: unknown) {
    const all = await this.queries.all();
    return {
      isDone: done === 'changed',
      divisions: all.map(({ division, terms }) => ({
        division,
        terms: counted(terms, 'term of office', 'terms of office'),
        href: `${HERE}/change?${new URLSearchParams({ division }).toString()}`,
      })),
    };
  }

  @Get('change')
  @Render(CHANGE)
  ask(@Query('division') division: unknown) {
    const asked = typeof division === 'string' ? division.slice(0, 200) : '';
    return page({ division: asked, to: asked }, NO_PROBLEMS);
  }

  @Post('change')
  async change(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: DivisionForm,
      sent,
      page: CHANGE,
      view: page,
      refusals: [atField(NoSuchDivision, 'to')],
      take: async (given) => {
        await this.terms.renameDivision({ ...given, by: officer.id });
        return `${HERE}?done=changed`;
      },
    });
  }
}

const page = (form: Fields, problems: FormProblems) => ({ form, ...problems });
