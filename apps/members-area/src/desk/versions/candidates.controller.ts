import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { CandidateNotFound, Candidates, NoPollIsSet, PollIsOver, ShownVersions } from '@induct/events';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { counted } from '../../words/counted';
import { programmeHref } from '../../words/programme-versions';
import { CandidatesForm, PollForm } from './candidates.form';
import { candidatesView, PER_PAGE } from './candidates.view';

const PAGE = 'desk/versions/candidates.page.njk';

/** Who stands for election and gets the published programme, once. */
@Screen({
  path: 'admin/versions/:slug/candidates',
  access: ['officer'],
  title: 'Candidates who get it',
  pages: { ':id/remove': 'Remove a candidate' },
})
export class CandidatesController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly candidates: Candidates,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('slug') slug: string, @Query() query: Record<string, unknown>) {
    const added = /^\d{1,3}$/.test(String(query['added'])) ? Number(query['added']) : undefined;
    return {
      ...(await this.view(slug, PageOf.parse(query).page, {}, NO_PROBLEMS)),
      banner:
        added === undefined ? undefined : `${counted(added, 'candidate')} came. Who was there already stays once.`,
    };
  }

  @Post('poll')
  async setPoll(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { programme } = await this.shown.of(slug);
    return await takeForm(reply, {
      schema: PollForm,
      sent,
      page: PAGE,
      view: async (form, problems) => ({ ...(await this.view(slug, 1, {}, problems)), poll: form }),
      refusals: [atField(PollIsOver, 'pollOn-day')],
      take: async ({ pollOn }) => {
        await this.candidates.setPoll(programme.id, pollOn, officer.id);
        return `${programmeHref(slug)}/candidates`;
      },
    });
  }

  @Post()
  async add(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { programme } = await this.shown.of(slug);
    return await takeForm(reply, {
      schema: CandidatesForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(slug, 1, form, problems),
      refusals: [atField(NoPollIsSet, 'candidates')],
      take: async ({ candidates }) => {
        const added = await this.candidates.add(programme.id, candidates, officer.id);
        return `${programmeHref(slug)}/candidates?added=${added}`;
      },
    });
  }

  @Get(':id/remove')
  @Render('desk/versions/remove-candidate.page.njk')
  async ask(@Param('slug') slug: string, @Param('id') id: string) {
    const { programme } = await this.shown.of(slug);
    return { ...(await this.find(programme.id, id)), href: `${programmeHref(slug)}/candidates` };
  }

  @Post(':id/remove')
  async remove(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { programme } = await this.shown.of(slug);
    if (!isId(id)) throw new CandidateNotFound();
    await this.candidates.remove(programme.id, id, officer.id);
    return await reply.redirect(`${programmeHref(slug)}/candidates`, HttpStatus.SEE_OTHER);
  }

  private async find(programmeId: string, id: string): Promise<{ id: string; name: string }> {
    const candidate = isId(id) ? await this.candidates.find(programmeId, id) : undefined;
    if (!candidate?.name) throw new CandidateNotFound();
    return { id, name: candidate.name };
  }

  private async view(slug: string, wanted: number, form: Fields, problems: FormProblems) {
    const standing = await this.shown.of(slug);
    const read = (page: number) =>
      this.candidates.page(standing.programme.id, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const found = await pageOrLast(read, wanted, PER_PAGE);
    return { ...candidatesView(standing, found, this.clock.now()), form, ...problems };
  }
}
