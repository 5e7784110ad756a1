import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  ABOUT_FILE,
  ChangedMeanwhile,
  DraftChecks,
  Drafts,
  movePart,
  PartNotFound,
  removePart,
  hangsOnScreen,
  screenOf,
  screenPage,
  setAimsOf,
  takeScreen,
  textOf,
  withTitle,
} from '@induct/authoring';
import { said } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { draftHref, screenHref, mustBeId } from '../frame/addresses';
import { partNames } from '../parts/part.kinds';
import { seenPart } from '../parts/part-asked';
import { sendScreen } from '../frame/shown-page';
import { screenView } from './screen.view';
import { typedForm } from '../frame/typed';
import { directionOf } from '../frame/direction';

const PAGE = 'desk/drafts/screens/screen.page.njk';
/** Its title and the aims it serves, as they are typed and as their page has shown them; and where to go on to. */
const TitleForm = typedForm((typed) => ({
  title: typed.line('title', said('Write the title of the screen')),
  now: typed.namesTicked('aim-'),
  was: typed.raw('aims').split(' '),
  next: typed.raw('next'),
}));

/** A screen that is being written, part by part, beside what members will see. */
@Screen({
  path: 'admin/drafts/:id/screens/:screen',
  access: ['officer'],
  title: 'A screen that is being written',
  pages: { remove: 'Remove a screen' },
})
export class DraftScreenController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
  ) {}

  @Get()
  @Render(PAGE)
  async show(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @CurrentPerson() officer: SignedInPerson,
    @Query('done') done?: string,
  ) {
    return await this.page({ id, screen, by: officer.id }, {}, NO_PROBLEMS, done);
  }

  @Post()
  async name(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: TitleForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page({ id, screen, by: officer.id }, form, problems),
      take: async ({ title, now, was, next }) => {
        await this.drafts.change(mustBeId(id), { act: 'screen-named', about: title, by: officer.id }, (files) => {
          const { path, source } = screenOf(files, screen);
          const about = textOf(files, ABOUT_FILE);
          return new Map([
            [path, withTitle(source, title)],
            [ABOUT_FILE, setAimsOf(about, screen, { was, now })],
          ]);
        });
        const isOfDraft = next === draftHref(id) || next.startsWith(`${draftHref(id)}/`);
        return isOfDraft ? next : `${screenHref(id, screen)}?done=saved`;
      },
    });
  }

  /** Says first what hangs on it. */
  @Get('remove')
  @Render('desk/drafts/screens/remove-screen.page.njk')
  async askToRemove(@Param('id') id: string, @Param('screen') screen: string) {
    const { files } = await this.drafts.read(mustBeId(id));
    const { number, title } = screenOf(files, screen);
    const { aims, onlyAims, checks, test } = hangsOnScreen(files, screen);
    return {
      screen: { number, title, href: screenHref(id, screen) },
      aims: aims.map(({ text }) => text),
      onlyAims: onlyAims.map(({ text }) => text),
      questions: [...checks, ...test].map(({ question }) => question),
    };
  }

  @Post('remove')
  async remove(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const about = screenOf((await this.drafts.read(mustBeId(id))).files, screen).title;
    await this.drafts.change(id, { act: 'screen-removed', about, by: officer.id }, (files) =>
      takeScreen(files, screen, (sent as Fields | null | undefined)?.['questions'] === 'yes'),
    );
    return await reply.redirect(`${draftHref(id)}?done=removed`, 303);
  }

  @Post('parts/:part/move')
  async movePart(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const by = directionOf(sent);
    const about = await this.titleOf(id, screen);
    const where = await this.unlessChanged(id, screen, async () => {
      const seen = seenPart(screen, part, sent);
      await this.drafts.change(id, { act: 'part-moved', about, by: officer.id }, (files) => movePart(files, seen, by));
      return `${screenHref(id, screen)}#part-${Math.max(0, seen.part + by)}`;
    });
    return await reply.redirect(where, 303);
  }

  @Post('parts/:part/remove')
  async removePart(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.titleOf(id, screen);
    const where = await this.unlessChanged(id, screen, async () => {
      const seen = seenPart(screen, part, sent);
      await this.drafts.change(id, { act: 'part-removed', about, by: officer.id }, (files) => removePart(files, seen));
      return `${screenHref(id, screen)}?done=removed`;
    });
    return await reply.redirect(where, 303);
  }

  /** What members will see: a page that loads nothing and runs nothing. */
  @Get('view')
  async view(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const shown = (await this.checks.screens(draft, officer.id)).find((one) => one.id === screen);
    if (!shown) throw new PartNotFound();
    return await sendScreen(reply, await screenPage(shown, draft.files));
  }

  private async titleOf(id: string, screen: string): Promise<string> {
    return screenOf((await this.drafts.read(mustBeId(id))).files, screen).title;
  }

  /** Where somebody else was quicker, the screen is shown as it is now. */
  private async unlessChanged(id: string, screen: string, work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return `${screenHref(id, screen)}?done=meanwhile`;
      throw error;
    }
  }

  private async page(
    { id, screen, by }: { id: string; screen: string; by: string },
    form: Fields,
    problems: FormProblems,
    done?: string,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const { problems: found } = await this.checks.check(draft, by);
    return { ...screenView(draft, screenOf(draft.files, screen), found, partNames(), done), form, ...problems };
  }
}
