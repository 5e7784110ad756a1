import { Body as Sent, Get, Param, Post, Query, Redirect, Render, Res } from '@nestjs/common';
import {
  EditionIsOpen,
  EditionIsOut,
  EditionNotFound,
  EditionNumberIsTaken,
  Editions,
  NothingToPublish,
  PaperWishes,
  PublishIsPast,
} from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { Council } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { DraftForm, PlanForm, planFields } from './edition.form';
import { editionRow, EDITIONS, papersView } from './edition.view';

const PAGE = 'desk/handbook/edition.page.njk';
const NEW = 'desk/handbook/new-edition.page.njk';

/** Editions: drafted, planned for a time, and their printed copies. */
@Screen({
  path: 'admin/handbook/editions',
  access: ['officer'],
  pages: {
    new: 'Draft an edition',
    ':number': 'An edition of the handbook',
    ':number/throw-away': 'Throw away a draft of the handbook',
  },
  under: 'admin/handbook',
})
export class EditionsController {
  constructor(
    private readonly editions: Editions,
    private readonly papers: PaperWishes,
    private readonly people: PeopleService,
    private readonly council: Council,
  ) {}

  @Get('new')
  @Render(NEW)
  async ask() {
    const last = await this.editions.current();
    return { form: { number: String((last?.number ?? 0) + 1) }, ...NO_PROBLEMS };
  }

  @Post('new')
  async draft(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: DraftForm,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, ...problems }),
      refusals: [atField(EditionNumberIsTaken, 'number'), atField(EditionIsOpen, 'number')],
      take: async (edition) => {
        await this.editions.draft(edition, officer.id);
        return `${EDITIONS}/${edition.number}?done=drafted`;
      },
    });
  }

  @Get(':number')
  @Render(PAGE)
  async show(@Param('number') number: string, @Query('done') done: unknown) {
    const edition = await this.find(number);
    return { ...(await this.page(number, planFields(edition), NO_PROBLEMS)), done };
  }

  @Post(':number')
  async plan(
    @Param('number') number: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(number);
    return await takeForm(reply, {
      schema: PlanForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(number, form, problems),
      refusals: [atField(PublishIsPast, 'day-day'), atField(NothingToPublish, 'day-day')],
      take: async (plan) => {
        await this.editions.plan(Number(number), plan, officer.id);
        return `${EDITIONS}/${number}?done=${plan.publishAt ? 'planned' : 'saved'}`;
      },
    });
  }

  @Get(':number/throw-away')
  @Render('desk/handbook/throw-away.page.njk')
  async askToThrowAway(@Param('number') number: string) {
    const edition = await this.find(number);
    if (edition.publishedAt) throw new EditionIsOut();
    return { edition: editionRow(edition) };
  }

  @Post(':number/throw-away')
  @Redirect('/admin/handbook?done=thrown-away', 303)
  async throwAway(@Param('number') number: string, @CurrentPerson() officer: SignedInPerson) {
    const edition = await this.find(number);
    await this.editions.throwAway(edition.number, officer.id);
  }

  @Post(':number/print-again')
  async printAgain(@Param('number') number: string, @Res() reply: FastifyReply) {
    const edition = await this.find(number);
    await this.papers.wantAgain(edition.id);
    return await reply.redirect(`${EDITIONS}/${number}`, 303);
  }

  private async page(number: string, form: Fields, problems: FormProblems) {
    const edition = await this.find(number);
    const [names, papers] = await Promise.all([
      this.people.names([edition.draftedBy]),
      edition.publishedAt ? this.papers.of(edition.id) : [],
    ]);
    return {
      edition: editionRow(edition),
      number: edition.number,
      isOut: edition.publishedAt !== null,
      hasWelshPages: this.council.current.languages === 'en-cy',
      isPlanned: edition.publishAt !== null,
      draftedBy: names.get(edition.draftedBy),
      ...papersView(edition.number, papers),
      form,
      ...problems,
    };
  }

  /** @throws EditionNotFound */
  private async find(number: string) {
    if (!/^[1-9]\d{0,3}$/.test(number)) throw new EditionNotFound();
    return await this.editions.find(Number(number));
  }
}
