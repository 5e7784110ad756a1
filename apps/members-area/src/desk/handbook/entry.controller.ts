import { Body as Sent, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  DistrictIsUnknown,
  HandbookDistricts,
  HandbookEntryNotFound,
  HandbookPlaceIsNotReadYet,
  HandbookTexts,
  HandbookTextWasChanged,
  type PlacedText,
} from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { hrefOfPage, pagination } from '../../lists/pagination';
import { entryOf } from './entry';
import { editHref, entryHref, historyView, HOLDS, KIND_NAMES, stateOf, textFormView } from './handbook-desk.view';
import { DistrictTextForm, GeneralTextForm, textFields } from './handbook-text.form';

const PAGE = 'desk/handbook/entry.page.njk';
const FORM = 'desk/handbook/text-form.page.njk';
const PER_PAGE = 10;

/** One entry of the handbook: what it says to everybody and to districts, who wrote it, and the form that changes it. */
@Screen({
  path: 'admin/handbook/:slug',
  access: ['officer'],
  title: 'A text of the handbook',
  pages: { edit: 'Change a text of the handbook' },
})
export class EntryController {
  constructor(
    private readonly texts: HandbookTexts,
    private readonly districts: HandbookDistricts,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('slug') slug: string, @Query() query: Fields, @Req() request: FastifyRequest) {
    const { entry, newest } = await entryOf(this.texts, slug);
    const [all, told] = await Promise.all([this.districts.all(), this.texts.ofDistricts(entry.id)]);
    const district = all.find((one) => one === query['district']) ?? null;
    const { page } = PageOf.parse(query);
    const look = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
    const { versions } = await this.texts.history(slug, district, look);
    const last = district === null ? newest : told.find((one) => one.district === district);
    const names = await this.people.names([...new Set(versions.map(({ recordedBy }) => recordedBy))]);
    const pages = Math.ceil((last?.number ?? 0) / PER_PAGE);
    const own = new Map(told.map((one) => [one.district, one]));
    return {
      done: query['done'],
      name: newest.title,
      slug,
      href: entryHref(slug),
      kindName: KIND_NAMES[entry.kind],
      holds: HOLDS[entry.kind],
      state: stateOf(newest, dayInLondon(this.clock.now())),
      isWithdrawn: newest.isWithdrawn,
      mayMove: entry.kind !== 'chapter' && !newest.isWithdrawn,
      edit: editHref(slug, district),
      district,
      districts:
        entry.kind === 'section'
          ? all.map((one) => ({
              name: one,
              says: own.get(one)?.isWithdrawn === false,
              href: `${entryHref(slug)}?district=${encodeURIComponent(one)}`,
              edit: editHref(slug, one),
            }))
          : [],
      history: historyView(versions, names, slug, last?.number ?? 0),
      pages: pagination(page, pages, (to) => hrefOfPage(request.url, to)),
    };
  }

  @Get('edit')
  @Render(FORM)
  async ask(@Param('slug') slug: string, @Query() query: Fields) {
    const about = await this.about(slug, query['district']);
    const older = Number(query['from']);
    const from = Number.isInteger(older) && older > 0 ? await this.version(about, older) : about.newest;
    return textFormView(about, textFields(from), NO_PROBLEMS);
  }

  @Post()
  async change(
    @Param('slug') slug: string,
    @Query('district') asked: unknown,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { district } = await this.about(slug, asked);
    const view = async (form: Fields, problems: FormProblems) =>
      textFormView(await this.about(slug, asked), form, problems);
    const refusals = [atField(HandbookTextWasChanged, 'body'), atField(HandbookPlaceIsNotReadYet, 'when')];
    const preview = async () =>
      await reply
        .status(200)
        .view(FORM, textFormView(await this.about(slug, asked), sent as Fields, NO_PROBLEMS, true));
    const done = `${entryHref(slug)}?${district === null ? '' : `district=${encodeURIComponent(district)}&`}done=changed`;
    const common = { sent, page: FORM, view, refusals };
    if (district === null)
      return await takeForm(reply, {
        ...common,
        schema: GeneralTextForm,
        take: async ({ act, seen, text }) => {
          if (act === 'preview') return await preview();
          await this.texts.change(slug, text, { seen, by: officer.id });
          return done;
        },
      });
    return await takeForm(reply, {
      ...common,
      schema: DistrictTextForm,
      take: async ({ act, seen, text }) => {
        if (act === 'preview') return await preview();
        await this.texts.tell(slug, district, text, { seen, by: officer.id });
        return done;
      },
    });
  }

  /** What a form is about. @throws HandbookEntryNotFound, DistrictIsUnknown */
  private async about(slug: string, asked: unknown) {
    const { entry, newest: general } = await entryOf(this.texts, slug);
    const district = typeof asked === 'string' && asked !== '' ? asked : null;
    if (district !== null && (entry.kind !== 'section' || !(await this.districts.all()).includes(district)))
      throw new DistrictIsUnknown();
    const newest =
      district === null ? general : (await this.texts.history(slug, district, { limit: 1, offset: 0 })).versions[0];
    const back = district === null ? entryHref(slug) : `${entryHref(slug)}?district=${encodeURIComponent(district)}`;
    return {
      kind: entry.kind,
      slug,
      name: general.title!,
      district,
      newest,
      names: await this.people.names(newest ? [newest.recordedBy] : []),
      to: back,
      back,
    };
  }

  /** An older text, to be said again. @throws HandbookEntryNotFound */
  private async version(
    about: { slug: string; district: string | null; newest: PlacedText | undefined },
    number: number,
  ) {
    const offset = (about.newest?.number ?? 0) - number;
    if (offset < 0) throw new HandbookEntryNotFound();
    const { versions } = await this.texts.history(about.slug, about.district, { limit: 1, offset });
    if (!versions[0]) throw new HandbookEntryNotFound();
    return versions[0];
  }
}
