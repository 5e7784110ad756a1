import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  changeQuestion,
  type Draft,
  DraftChecks,
  Drafts,
  markOf,
  PartNotFound,
  putQuestion,
  type Question,
  QUESTION_KINDS,
  type QuestionKind,
  type QuestionList,
  questionOf,
  readQuestions,
  screenOf,
  screensOf,
  takeQuestion,
  textOf,
} from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS, problemAt } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { draftHref, placeIn, questionHref, remarksAt, type Remark, screenHref, mustBeId } from '../frame/addresses';
import { saveOrShowBoth, seenIn, stillSeen } from '../frame/both-texts';
import { kindItems, kindNames, LEAST_QUESTIONS, questionFields, questionValues } from './question.fields';
import { questionForm } from './question.form';
import { listIn } from './question-shown.controller';
import { opened } from '../frame/fields';

const PAGE = 'desk/drafts/questions/question.page.njk';

/** A question that is written. */
interface Asked {
  draft: Draft;
  list: QuestionList;
  kind: QuestionKind;
  /** What it is now; undefined: it is a new one. */
  now?: { question: Question; seen: string };
  /** The screen on which a new check is shown, and how many parts stand before it there. */
  on?: { screen: string; at: number };
  /** The screen from whose page a check was opened: one goes back there. */
  from?: string;
}

/** A question of a module, in the form of its kind. */
@Screen({
  path: 'admin/drafts/:id/questions/:list',
  access: ['officer'],
  pages: { new: 'Write a question', ':question': 'A question of a module' },
})
export class DraftQuestionController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
  ) {}

  @Get('new')
  async blank(
    @Param('id') id: string,
    @Param('list') list: string,
    @Query('kind') kind: unknown,
    @Query('screen') screen: unknown,
    @Query('at') at: unknown,
    @Query('done') done: unknown,
    @Query('aim') objective: unknown,
    @Query('from') from: unknown,
    @Res() reply: FastifyReply,
  ) {
    const known = QUESTION_KINDS.find((one) => one === kind);
    const asked = await this.askedNew(id, list, known ?? 'single', screen, at);
    if (known)
      return await reply.view(PAGE, {
        ...this.page(asked, { objective, screen: from }, NO_PROBLEMS),
        isAdded: done === 'added',
      });
    return await reply.view('desk/drafts/questions/choose-question.page.njk', {
      draft: { title: asked.draft.title, href: draftHref(id) },
      kinds: kindItems().map((item) => ({
        ...item,
        href: `${draftHref(id)}/questions/${asked.list}/new?${query(asked, item.value)}`,
      })),
      unshown: asked.on && `${screenHref(id, asked.on.screen)}/parts/new?kind=check&at=${asked.on.at}`,
    });
  }

  @Post()
  async add(
    @Param('id') id: string,
    @Param('list') list: string,
    @Query('kind') kind: unknown,
    @Query('screen') screen: unknown,
    @Query('at') at: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.askedNew(id, list, QUESTION_KINDS.find((one) => one === kind) ?? 'single', screen, at);
    return await takeForm(reply, {
      schema: questionForm(asked.list, asked.kind),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(asked, form, problems),
      take: async (question) => {
        await this.drafts.change(id, { act: 'question-added', about: question.question, by: officer.id }, (files) =>
          putQuestion(files, asked.list, question, asked.on),
        );
        if ((sent as Fields)['next'] === 'yes')
          return `${draftHref(id)}/questions/${asked.list}/new?${query({}, asked.kind)}&${alike(question)}&done=added`;
        return asked.on ? `${screenHref(id, asked.on.screen)}?done=saved` : `${draftHref(id)}?done=saved#${asked.list}`;
      },
    });
  }

  @Get(':question')
  async show(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('question') question: string,
    @Query('on') from: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.asked(id, list, question, from);
    const { problems } = await this.checks.check(asked.draft, officer.id);
    const remarks = remarksAt(
      problems,
      (place) => place.at === 'question' && place.list === asked.list && place.id === question,
    );
    return await reply.view(PAGE, this.page(asked, questionValues(asked.now!.question), NO_PROBLEMS, remarks));
  }

  @Post(':question')
  async save(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('question') question: string,
    @Query('on') from: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.askedOrGone(id, list, question, { sent, from });
    if (!asked.now) return await this.showGone(reply, asked, sent as Fields);
    return await takeForm(reply, {
      schema: questionForm(asked.list, asked.kind),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(asked, form, problems),
      take: (typed) =>
        saveOrShowBoth(reply, {
          page: PAGE,
          save: async () => {
            const seen = { list: asked.list, id: question, seen: seenIn(sent) };
            await this.drafts.change(id, { act: 'question-changed', about: typed.question, by: officer.id }, (files) =>
              changeQuestion(files, seen, { ...typed, id: question }),
            );
            return asked.from
              ? `${screenHref(id, asked.from)}?done=saved`
              : `${draftHref(id)}?done=saved#question-${question}`;
          },
          view: async () => {
            const wrong = problemAt('seen', 'Somebody else has changed this question since you opened it');
            return this.page(await this.asked(id, list, question, from), sent as Fields, wrong);
          },
        }),
    });
  }

  @Post(':question/remove')
  async remove(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('question') question: string,
    @Query('on') from: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.asked(id, list, question, from);
    const about = asked.now!.question.question;
    await this.drafts.change(id, { act: 'question-removed', about, by: officer.id }, (files) =>
      takeQuestion(files, { list: asked.list, id: question, seen: seenIn(sent) }),
    );
    const back = asked.from
      ? `${screenHref(id, asked.from)}?done=removed`
      : `${draftHref(id)}?done=removed#${asked.list}`;
    return await reply.redirect(back, 303);
  }

  private async asked(id: string, list: string, question: string, from?: unknown): Promise<Asked> {
    const draft = await this.drafts.read(mustBeId(id));
    const known = listIn(list);
    const place = questionOf(draft.files, known, question);
    const found = readQuestions(textOf(draft.files, 'questions.yaml'))[known][place.at]!;
    const now = { question: found, seen: markOf(place.source) };
    return { draft, list: known, kind: found.kind, now, ...(known === 'checks' && screenIn(draft, from)) };
  }

  /** As `asked`; when somebody has removed it, a new one of the kind that was typed. */
  private async askedOrGone(
    id: string,
    list: string,
    question: string,
    { sent, from }: { sent: unknown; from: unknown },
  ): Promise<Asked> {
    try {
      return await this.asked(id, list, question, from);
    } catch (error) {
      const kind = QUESTION_KINDS.find((one) => one === (sent as Fields | null | undefined)?.['kind']);
      if (!(error instanceof PartNotFound) || !kind) throw error;
      return await this.askedNew(id, list, kind, undefined, undefined);
    }
  }

  /** What was typed is lost to nobody: it can be added as a new question. */
  private async showGone(reply: FastifyReply, asked: Asked, sent: Fields): Promise<FastifyReply> {
    const wrong = problemAt('gone', 'Somebody else has removed this question since you opened it');
    return await reply.status(409).view(PAGE, { ...this.page(asked, sent, wrong), isGone: true });
  }

  private async askedNew(id: string, list: string, kind: QuestionKind, screen: unknown, at: unknown): Promise<Asked> {
    const draft = await this.drafts.read(mustBeId(id));
    const known = listIn(list);
    if (known !== 'checks' || typeof screen !== 'string') return { draft, list: known, kind };
    const on = { screen: screenOf(draft.files, screen).id, at: placeIn(at) };
    return { draft, list: known, kind, on };
  }

  private page(
    { draft, list, kind, now, on, from }: Asked,
    form: Fields,
    problems: FormProblems,
    remarks: readonly Remark[] = [],
  ) {
    const { id } = draft;
    const written = readQuestions(textOf(draft.files, 'questions.yaml')).test.length;
    const shownOn = on?.screen ?? from;
    return {
      draft: { title: draft.title, href: draftHref(id) },
      back: shownOn ? screenHref(id, shownOn) : `${draftHref(id)}#${list}`,
      backTo: shownOn ? screenOf(draft.files, shownOn).title : draft.title,
      ofCheck: list === 'checks',
      written: list === 'test' && !now && { number: written + 1, least: LEAST_QUESTIONS },
      otherKinds: now
        ? []
        : kindItems()
            .filter(({ value }) => value !== kind)
            .map(({ value, text }) => ({
              text,
              href: `${draftHref(id)}/questions/${list}/new?${query({ on }, value)}&${alike(form)}`,
            })),
      kind: kindNames()[kind].name,
      kindOf: kind,
      isNew: now === undefined,
      action: now
        ? actionOf(questionHref(id, list, now.question.id), from)
        : `${draftHref(id)}/questions/${list}?${query({ on }, kind)}`,
      removeAction: now && actionOf(`${questionHref(id, list, now.question.id)}/remove`, from),
      seen: now && (stillSeen(form, problems) ?? now.seen),
      previewAction: `${draftHref(id)}/questions/${list}/preview/${kind}`,
      previewSrc: now && `${questionHref(id, list, now.question.id)}/view`,
      fields: opened(questionFields(list, kind, draft.files), form),
      form,
      remarks,
      ...problems,
    };
  }
}

const query = ({ on }: Pick<Asked, 'on'>, kind: string): string =>
  new URLSearchParams({ kind, ...(on && { screen: on.screen, at: String(on.at) }) }).toString();

/** Questions of one aim are written one after the other: the next begins with the aim and the screen of the last. */
const alike = ({ objective, screen }: Fields | Pick<Question, 'objective' | 'screen'>): string =>
  new URLSearchParams({ aim: textIn(objective), from: textIn(screen) }).toString();

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const actionOf = (href: string, from?: string): string => (from ? `${href}?on=${from}` : href);

/** The screen that an address names, as long as it is there. */
const screenIn = ({ files }: Draft, id: unknown): { from: string } | undefined =>
  screensOf(files).some((screen) => screen.id === id) ? { from: String(id) } : undefined;
