import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { DecisionIsGone, ProgrammeVersions, ShownVersions, VersionNotFound } from '@induct/events';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { groupHref, numberIn } from '../../words/programme-versions';
import { READERS, WORKERS } from '../readers';
import { groupVersionView, groupView, PER_PAGE } from './programme.view';

/** Which decision was read. */
const Confirming = z.object({ decision: z.uuid() });

/** The programme before the steering group: to read, and to confirm what was decided. */
@Screen({
  path: 'testing/programme',
  access: READERS,
  title: 'The programme',
  pages: { ':slug/:number': 'A version of the programme' },
  back: 'The programme',
})
export class GroupProgrammeController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly versions: ProgrammeVersions,
  ) {}

  @Get()
  @Render('testing/programme/programme.page.njk')
  async list(@Query() query: unknown, @CurrentPerson() { roles }: SignedInPerson) {
    const read = (page: number) => this.shown.page(PER_PAGE, (page - 1) * PER_PAGE);
    const [waiting, found] = await Promise.all([
      this.shown.withTheGroup(),
      pageOrLast(read, PageOf.parse(query).page, PER_PAGE),
    ]);
    return { ...groupView(waiting, found), seesProposals: WORKERS.some((role) => roles.includes(role)) };
  }

  @Get(':slug/:number')
  @Render('testing/programme/version.page.njk')
  async show(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Query('done') done: unknown,
    @CurrentPerson() reader: SignedInPerson,
  ) {
    const view = groupVersionView(await this.shown.version(slug, numberIn(number)), reader, done);
    if (!view) throw new VersionNotFound();
    return view;
  }

  /** @throws DecisionIsGone, ConfirmsOnesOwn, TooNewToConfirm */
  @Post(':slug/:number/confirm')
  @Access('tester')
  async confirm(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() tester: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { version } = await this.shown.version(slug, numberIn(number));
    const read = Confirming.safeParse(sent);
    if (!read.success) throw new DecisionIsGone();
    await this.versions.confirm({ versionId: version.id, decisionId: read.data.decision }, tester.id);
    return await reply.redirect(`${groupHref(slug, version.number)}?done=confirmed`, HttpStatus.SEE_OTHER);
  }
}
