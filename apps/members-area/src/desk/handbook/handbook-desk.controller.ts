import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import { Editions, HandbookDistricts, HandbookEntryNotFound, HandbookTexts } from '@induct/handbook';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { GeneralTextForm, NewEntryForm } from './handbook-text.form';
import { editionRow, nextEditionWords } from './edition.view';
import { DESK, entryHref, previewView, textFormView, treeRows } from './handbook-desk.view';

const FORM = 'desk/handbook/text-form.page.njk';
/** Between entries there is room for others. */
const STEP = 10;
/** Those of ten years. */
const EDITIONS_SHOWN = 20;

/** Where officers write the handbook: all of it, something new, and how a member of a district would read it. */
@Screen({
  path: 'admin/handbook',
  access: ['officer'],
  title: 'Members handbook',
  pages: { new: 'Add to the handbook', preview: 'The next edition as members read it' },
  menu: { area: 'desk', group: 'People and seats', text: 'Handbook', order: 71 },
  back: 'Handbook',
})
export class HandbookDeskController {
  constructor(
    private readonly texts: HandbookTexts,
    private readonly editions: Editions,
    private readonly districts: HandbookDistricts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/handbook/handbook-desk.page.njk')
  async show(@Query('done') done: unknown) {
    const [texts, { rows }] = await Promise.all([
      this.texts.everyNewest(),
      this.editions.page({ limit: EDITIONS_SHOWN, offset: 0 }),
    ]);
    return {
      chapters: treeRows(texts, dayInLondon(this.clock.now())),
      editions: rows.map(editionRow),
      mayDraft: rows.every(({ publishedAt }) => publishedAt !== null),
      next: nextEditionWords(rows, this.clock.now()),
      done,
    };
  }

  @Get('preview')
  @Render('desk/handbook/preview.page.njk')
  async preview(@Query('district') asked: unknown) {
    const districts = await this.districts.all();
    const district = districts.find((one) => one === asked) ?? null;
    return previewView(await this.texts.draft(district), district, districts);
  }

  @Get('new')
  @Render(FORM)
  async ask(@Query() query: Fields) {
    const about = await this.about(query);
    return textFormView(about, { position: about.nextPosition }, NO_PROBLEMS);
  }

  @Post('new')
  async add(
    @Query() query: Fields,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.about(query);
    const view = (form: Fields, problems: FormProblems) => textFormView(about, form, problems);
    return await takeForm(reply, {
      schema: GeneralTextForm,
      sent,
      page: FORM,
      view,
      take: async ({ act, text }) => {
        if (act === 'preview')
          return await reply.status(200).view(FORM, textFormView(about, sent as Fields, NO_PROBLEMS, true));
        const slug = await this.texts.add(about.kind, about.parent, text, officer.id);
        return `${entryHref(slug)}?done=added`;
      },
    });
  }

  /** What is to be added, and where. @throws HandbookEntryNotFound when it cannot stand there */
  private async about(query: Fields) {
    const asked = NewEntryForm.safeParse(query);
    if (!asked.success) throw new HandbookEntryNotFound();
    const { kind, in: parent } = asked.data;
    const texts = (await this.texts.everyNewest()).filter(({ district }) => district === null);
    const above = texts.find(({ slug }) => slug === parent);
    const places = { chapter: undefined, section: 'chapter', question: 'section' };
    if (places[kind] !== above?.kind || (parent !== '' && !above)) throw new HandbookEntryNotFound();
    const beside = texts.filter(({ parentId }) => parentId === (above?.entryId ?? null));
    const last = Math.max(0, ...beside.map(({ position }) => position!));
    return {
      kind,
      parent: above?.slug ?? null,
      name: undefined,
      slug: undefined,
      within: above?.title,
      district: null,
      newest: undefined,
      names: new Map<string, string>(),
      to: above ? `${DESK}/new?kind=${kind}&in=${above.slug}` : `${DESK}/new?kind=${kind}`,
      back: above ? entryHref(above.slug) : DESK,
      nextPosition: String(Math.min(last + STEP, 999)),
    };
  }
}
