import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  addScreen,
  changed,
  changesTo,
  DraftChecks,
  Drafts,
  MOST_SCREENS,
  moveScreen,
  oneLine,
  PartNotFound,
  QUESTION_LISTS,
  screenOf,
  screensOf,
  shiftQuestion,
  zipFolder,
} from '@induct/authoring';
import { said, w } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { draftHref, screenHref, mustBeId } from './frame/addresses';
import { DraftsQueries } from './drafts.queries';
import { outlineView } from './outline.view';
import { typedForm } from './frame/typed';
import { directionOf } from './frame/direction';

const PAGE = 'desk/drafts/outline.page.njk';
const LONGEST_TITLE = 300;
/** Of one screen, or of several: a title on each line. */
const NewScreenForm = typedForm((typed) => ({
  titles: typed
    .lines('title', said('Write the title of the screen'))
    .map((one) => oneLine(one).slice(0, LONGEST_TITLE)),
  after: Number(typed.raw('after')) || 0,
}));

/** A module that is written here: its screens and questions, and what is still to mend. */
@Screen({ path: 'admin/drafts/:id', access: ['officer'], title: 'A module that is being written' })
export class OutlineController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
    private readonly queries: DraftsQueries,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    return await this.page({ id, by: officer.id }, {}, NO_PROBLEMS, done);
  }

  /** The folder as a zip, for the kit or for another council. */
  @Get('folder.zip')
  async folder(@Param('id') id: string, @Res() reply: FastifyReply) {
    const { slug, files } = await this.read(id);
    return await reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${slug}-folder.zip"`,
        'cache-control': 'private, no-store',
      })
      .send(await zipFolder(slug, files));
  }

  @Post('screens')
  async add(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: NewScreenForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page({ id, by: officer.id }, form, problems),
      take: async ({ titles, after }) => {
        let made = '';
        const change = { act: 'screen-added', about: titles.join(' · '), by: officer.id } as const;
        await this.drafts.change(mustBeId(id), change, (files) => {
          const most = screensOf(files).length;
          if (most + titles.length > MOST_SCREENS)
            throw new FieldIsWrong('title', w`A module has at most ${MOST_SCREENS} screens`);
          let now = files;
          for (const [at, title] of titles.entries()) {
            const added = addScreen(now, Math.min(Math.max(after, 0), most) + at, title);
            made = added.id;
            now = changed(now, added.changes);
          }
          return changesTo(files, now);
        });
        return titles.length > 1 ? `${draftHref(id)}?done=screens` : `${screenHref(id, made)}?done=added`;
      },
    });
  }

  @Post('screens/:screen/move')
  async moveScreen(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { files } = await this.read(id);
    const about = screenOf(files, screen).title;
    await this.drafts.change(id, { act: 'screen-moved', about, by: officer.id }, (now) =>
      moveScreen(now, screen, directionOf(sent)),
    );
    return await reply.redirect(`${draftHref(id)}#screen-${screen}`, 303);
  }

  @Post('questions/:list/:question/move')
  async moveQuestion(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('question') question: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const known = QUESTION_LISTS.find((one) => one === list);
    if (!known) throw new PartNotFound();
    await this.drafts.change(mustBeId(id), { act: 'question-moved', about: question, by: officer.id }, (files) =>
      shiftQuestion(files, known, question, directionOf(sent)),
    );
    return await reply.redirect(`${draftHref(id)}#question-${question}`, 303);
  }

  private async page({ id, by }: { id: string; by: string }, form: Fields, problems: FormProblems, done?: string) {
    const draft = await this.read(id);
    const [check, packages] = await Promise.all([this.checks.check(draft, by), this.queries.packages(id)]);
    return { ...outlineView(draft, check, packages, done), form, ...problems };
  }

  private read(id: string) {
    return this.drafts.read(mustBeId(id));
  }
}
