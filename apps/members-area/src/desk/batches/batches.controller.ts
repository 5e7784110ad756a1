import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Batches, BatchNotFound, NoSuchScheme } from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { oneOf, pageNumber } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { batchForm, BeginForm, WhoIssuesForm } from './batch.form';
import { batchesPage, batchPage, CAME_NAMES, OUTCOME_NAMES, ROWS_PER_PAGE } from './batch.view';
import { BodiesToChooseQueries } from './bodies.queries';

const PAGE = 'desk/batches/batches.page.njk';
const BATCH = 'desk/batches/batch.page.njk';
const NEWEST = 20;
const Shown = z.object({ outcome: oneOf(OUTCOME_NAMES), came: oneOf(CAME_NAMES), page: pageNumber });
type Shown = z.infer<typeof Shown>;

/** Certificates that officers issue in one go: first the dry run, then what was read. */
@Screen({
  path: 'admin/batches',
  access: ['officer'],
  title: 'Issue in a batch',
  pages: { ':id': 'A batch' },
  under: 'admin/certificates',
  back: 'Issue in a batch',
})
export class BatchesController {
  constructor(
    private readonly batches: Batches,
    private readonly people: PeopleService,
    private readonly bodies: BodiesToChooseQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Query() query: Fields) {
    return { ...(await this.first(query, NO_PROBLEMS)), done: query.done };
  }

  @Post()
  async look(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: batchForm(this.clock.now()),
      sent,
      page: PAGE,
      view: (form, problems) => this.first(form, problems),
      refusals: [atField(NoSuchScheme, 'scheme')],
      take: async (filter) => `/admin/batches/${await this.batches.dryRun(filter, officer.id)}`,
    });
  }

  @Post('who-issues')
  async letIssue(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: WhoIssuesForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.first(form, problems),
      take: async ({ scheme, issuedBy }) => {
        await this.batches.letIssue(scheme, issuedBy, officer.id);
        return `/admin/batches?done=${issuedBy}`;
      },
    });
  }

  @Get(':id')
  @Render(BATCH)
  async one(@Param('id') id: string, @Query() query: unknown) {
    return this.page(id, Shown.parse(query));
  }

  @Post(':id')
  async begin(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: BeginForm,
      sent,
      page: BATCH,
      view: () => `/admin/batches/${id}`,
      take: async ({ digest }) => {
        const begun = await this.batches.begin(id, digest, officer.id);
        if (begun.begun) return `/admin/batches/${id}`;
        return await reply.status(409).view(BATCH, await this.page(id, Shown.parse({}), begun.moved));
      },
    });
  }

  private async page(
    id: string,
    { outcome, came, page: wanted }: Shown,
    moved?: Parameters<typeof batchPage>[0]['moved'],
  ) {
    const batch = await this.find(id);
    const only = { outcome: outcome || undefined, came: came || undefined };
    const read = (nth: number) =>
      this.batches.rows(id, { ...only, limit: ROWS_PER_PAGE, offset: (nth - 1) * ROWS_PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, wanted, ROWS_PER_PAGE);
    return batchPage({ batch, rows, total, page, ...only, ...(moved && { moved }) });
  }

  private async first(form: Fields, problems: FormProblems) {
    const [schemes, groups, bodies, batches] = await Promise.all([
      this.batches.schemes(),
      this.people.groups(),
      this.bodies.on(dayInLondon(this.clock.now())),
      this.batches.newest(NEWEST),
    ]);
    return batchesPage({ schemes, groups, bodies }, batches, form, problems);
  }

  private async find(id: string) {
    if (!isId(id)) throw new BatchNotFound();
    return this.batches.find(id);
  }
}
