import { Body, Get, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  asAsked,
  Drafts,
  Kit,
  PartNotFound,
  QUESTION_KINDS,
  QUESTION_LISTS,
  type QuestionList,
  questionAlone,
  questionOf,
  readQuestions,
  screenPage,
  textOf,
} from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import type { Fields } from '../../../forms/form-problems';
import { Screen } from '../../../frame/screen';
import { questionForm, type QuestionTyped, withFillers } from './question.form';
import { mustBeId } from '../frame/addresses';
import { sendScreen } from '../frame/shown-page';

/** A question of a module as members are asked it, beside the form that it is written in. */
@Screen({ path: 'admin/drafts/:id/questions/:list', access: ['officer'] })
export class DraftQuestionShownController {
  constructor(
    private readonly drafts: Drafts,
    private readonly kit: Kit,
  ) {}

  /** What is typed, as members would be asked it. Nothing is saved. */
  @Post('preview/:kind')
  @HttpCode(HttpStatus.OK)
  async preview(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('kind') kind: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.drafts.read(mustBeId(id));
    const [known, asked] = [listIn(list), QUESTION_KINDS.find((one) => one === kind)];
    if (!asked) throw new PartNotFound();
    const read = questionForm(known, asked).safeParse(withFillers(sent as Fields));
    return await this.sendAlone(reply, officer.id, known, read.data);
  }

  /** As members are asked it now. */
  @Get(':question/view')
  async view(
    @Param('id') id: string,
    @Param('list') list: string,
    @Param('question') question: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { files } = await this.drafts.read(mustBeId(id));
    const known = listIn(list);
    const { at } = questionOf(files, known, question);
    return await this.sendAlone(reply, officer.id, known, readQuestions(textOf(files, 'questions.yaml'))[known][at]);
  }

  private async sendAlone(reply: FastifyReply, by: string, list: QuestionList, question: QuestionTyped | undefined) {
    const files = question && questionAlone(list, question);
    const shown = files && (await this.kit.screens('question', files, by))[0];
    const page = (shown && { ...shown, html: asAsked(list, shown.html) }) ?? {
      id: 'question',
      number: 1,
      title: 'Not yet',
      html: '<p>The question is shown here as soon as it can be asked: its words, and its answers.</p>',
    };
    return await sendScreen(reply, await screenPage(page, new Map()));
  }
}

/** @throws PartNotFound when a module has no such list */
export function listIn(list: string): QuestionList {
  const known = QUESTION_LISTS.find((one) => one === list);
  if (!known) throw new PartNotFound();
  return known;
}
