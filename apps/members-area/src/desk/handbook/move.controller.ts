import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { HandbookEntryNotFound, HandbookPlaceNotFound, HandbookTexts, HandbookTextWasChanged } from '@induct/handbook';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { entryOf } from './entry';
import { entryHref, placesView } from './handbook-desk.view';
import { MoveForm } from './handbook-text.form';

const PAGE = 'desk/handbook/move.page.njk';

/** Moving a section or a question to another place. */
@Screen({ path: 'admin/handbook/:slug/move', access: ['officer'], title: 'Move something in the handbook' })
export class MoveController {
  constructor(private readonly texts: HandbookTexts) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string) {
    return await this.page(slug, {}, NO_PROBLEMS);
  }

  @Post()
  async move(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await entryOf(this.texts, slug);
    return await takeForm(reply, {
      schema: MoveForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(slug, form, problems),
      refusals: [atField(HandbookPlaceNotFound, 'to'), atField(HandbookTextWasChanged, 'to')],
      take: async ({ to, seen }) => {
        await this.texts.move(slug, to, { seen, by: officer.id });
        return `${entryHref(slug)}?done=moved`;
      },
    });
  }

  /** @throws HandbookEntryNotFound */
  private async page(slug: string, { to }: Fields, problems: FormProblems) {
    const [{ entry, newest }, texts] = await Promise.all([entryOf(this.texts, slug), this.texts.everyNewest()]);
    if (entry.kind === 'chapter') throw new HandbookEntryNotFound();
    const places = placesView(texts, newest).map((place) => ({
      ...place,
      selected: typeof to === 'string' ? place.value === to : place.selected,
    }));
    return {
      name: newest.title,
      seen: newest.number,
      href: entryHref(slug),
      isQuestion: entry.kind === 'question',
      places,
      ...problems,
    };
  }
}
