import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { FactChangedMeanwhile, FactUnfit, LocalParagraphs, type ScreenOfModule } from '@induct/course';
import { britishTimeAndDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { ModulesQueries } from '../modules.queries';

const FORM = 'desk/modules/paragraphs/paragraph.page.njk';
const pressed = z.literal('yes').optional().catch(undefined);

const ParagraphForm = z.object({
  words: z.string().max(10_000, 'Use fewer characters').default(''),
  /** The change that whoever types has seen last. */
  seen: z.string().max(20).default(''),
  /** Nothing is said there any more. */
  none: pressed,
});

/** The council's own paragraphs after screens of a module. */
@Screen({
  path: 'admin/modules/:slug/paragraphs',
  access: ['officer'],
  title: 'Your own paragraphs',
  pages: { ':screen': 'A paragraph of your own' },
  back: 'Your own paragraphs',
})
export class ParagraphsController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly paragraphs: LocalParagraphs,
  ) {}

  @Get()
  @Render('desk/modules/paragraphs/paragraphs.page.njk')
  async list(@Param('slug') slug: string, @Query('done') done: unknown) {
    const module = await this.module(slug);
    const screens = await this.paragraphs.screens(slug);
    return {
      module,
      isSaved: done === 'said',
      screens: screens.map((screen) => ({
        title: screen.title,
        href: `${module.href}/paragraphs/${encodeURIComponent(screen.id)}`,
        ...now(screen),
      })),
    };
  }

  @Get(':screen')
  @Render(FORM)
  async ask(@Param('slug') slug: string, @Param('screen') id: string, @Query('version') version: unknown) {
    const { history } = await this.screen(slug, id);
    const earlier = history.find((one) => one.id === version && one.words !== null)?.words;
    return {
      isEarlier: earlier !== undefined,
      ...(await this.form(slug, id, { words: earlier ?? history[0]?.words ?? '' }, NO_PROBLEMS)),
    };
  }

  @Post(':screen')
  async change(
    @Param('slug') slug: string,
    @Param('screen') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.screen(slug, id);
    return await takeForm(reply, {
      schema: ParagraphForm,
      sent,
      page: FORM,
      view: (form, problems) => this.form(slug, id, form, problems),
      refusals: [atField(FactUnfit, 'words'), atField(FactChangedMeanwhile, 'words')],
      take: async ({ words, seen, none }) => {
        await this.paragraphs.say(slug, id, { words: none ? null : words, seen: seen || undefined }, officer.id);
        return `/admin/modules/${encodeURIComponent(slug)}/paragraphs?done=said`;
      },
    });
  }

  private async module(slug: string) {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    return { title: module.title, href: `/admin/modules/${encodeURIComponent(slug)}` };
  }

  private async screen(slug: string, id: string): Promise<ScreenOfModule> {
    const screen = (await this.paragraphs.screens(slug)).find((one) => one.id === id);
    if (!screen) throw new NotHere('screen');
    return screen;
  }

  private async form(slug: string, id: string, form: Fields, problems: FormProblems) {
    const { title, history } = await this.screen(slug, id);
    const module = await this.module(slug);
    return {
      module,
      title,
      href: `${module.href}/paragraphs/${encodeURIComponent(id)}`,
      // What stands on the page now is what whoever reads it has seen.
      form: { ...form, seen: history[0]?.id ?? '' },
      isSaid: history[0] !== undefined && history[0].words !== null,
      history: history.map(({ id: version, words, by, setAt }, at) => ({
        version,
        words: words ?? undefined,
        who: `${by ?? 'Somebody'}, ${britishTimeAndDate(setAt)}`,
        isNow: at === 0,
      })),
      ...problems,
    };
  }
}

/** What is said after a screen, and by whom. */
function now({ history: [last] }: ScreenOfModule) {
  if (!last) return {};
  const who = `${last.by ?? 'Somebody'}, ${britishTimeAndDate(last.setAt)}`;
  return last.words === null ? { who: `Taken away by ${who}` } : { words: last.words, who };
}
