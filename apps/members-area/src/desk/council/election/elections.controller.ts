import { Body as Sent, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { ElectionIsRecorded, Elections } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { PageOf } from '../../../lists/filter';
import { listView } from '../../../lists/list';
import { pageOrLast } from '../../../lists/page-or-last';
import { hrefOfPage } from '../../../lists/pagination';
import { NewElectionForm } from './election.form';
import { ElectionQueries } from './election.queries';
import { electionHref, ELECTIONS } from './election.view';

const NEW = 'desk/council/election/new-election.page.njk';
const PER_PAGE = 25;

/** Elections and by-elections. */
@Screen({
  path: 'admin/council/elections',
  access: ['officer', 'administrator'],
  title: 'Elections',
  pages: { new: 'Record an election' },
  back: 'Elections',
})
export class ElectionsController {
  constructor(
    private readonly queries: ElectionQueries,
    private readonly elections: Elections,
  ) {}

  @Get()
  @Render('desk/council/election/elections.page.njk')
  async list(@Query({ schema: PageOf }) query: z.infer<typeof PageOf>, @Req() request: FastifyRequest) {
    const read = (page: number) => this.queries.list(PER_PAGE, (page - 1) * PER_PAGE);
    const { rows, total, page } = await pageOrLast(read, query.page, PER_PAGE);
    const href = (to: number) => hrefOfPage(request.url, to);
    const caption = 'Elections, the newest first';
    return { list: listView({ columns: ELECTIONS, rows, caption, page, per: PER_PAGE, total, href }) };
  }

  @Get('new')
  @Render(NEW)
  blank() {
    return { form: { kind: 'ordinary' }, ...NO_PROBLEMS };
  }

  @Post()
  async record(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: NewElectionForm,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, ...problems }),
      refusals: [atField(ElectionIsRecorded, 'held-day')],
      take: async (given) => `${electionHref(await this.elections.hold({ ...given, by: officer.id }))}?done=recorded`,
    });
  }
}
