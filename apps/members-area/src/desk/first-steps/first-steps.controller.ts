import { Body as Sent, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { CandidatesAreas, FirstSteps } from '@induct/handbook';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { hrefOfPage } from '../../lists/pagination';
import { StepForm } from './first-step.form';
import { frozenWords, STEP_COLUMNS, stepFormView, stepHref, STEPS } from './first-steps.view';

const FORM = 'desk/first-steps/step-form.page.njk';
const PER_PAGE = 50;

/** What candidates and newly elected members do first, and by when. */
@Screen({
  path: 'admin/first-steps',
  access: ['officer'],
  title: 'First steps',
  pages: { new: 'Add a first step' },
  menu: { area: 'desk', group: 'People and seats', text: 'First steps', order: 73 },
  back: 'First steps',
})
export class FirstStepsController {
  constructor(
    private readonly steps: FirstSteps,
    private readonly areas: CandidatesAreas,
  ) {}

  @Get()
  @Render('desk/first-steps/first-steps.page.njk')
  async list(@Query() query: Fields, @Req() request: FastifyRequest) {
    const read = (page: number) => this.steps.page({ limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const [{ rows, total, page }, freeze] = await Promise.all([
      pageOrLast(read, PageOf.parse(query).page, PER_PAGE),
      this.areas.freeze(),
    ]);
    const href = (to: number) => hrefOfPage(request.url, to);
    const caption = 'First steps, in the order in which they are met';
    return {
      list: listView({ columns: STEP_COLUMNS, rows, caption, page, per: PER_PAGE, total, href }),
      isFrozen: frozenWords(freeze),
      done: query['done'],
    };
  }

  @Get('new')
  @Render(FORM)
  async blank() {
    return await this.formPage({ position: '10' }, NO_PROBLEMS);
  }

  @Post()
  async add(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: StepForm,
      sent,
      page: FORM,
      view: (form, problems) => this.formPage(form, problems),
      take: async (text) => `${stepHref(await this.steps.add(text, officer.id))}?done=added`,
    });
  }

  /** Of a council that has none. */
  @Post('usual')
  async addUsual(@CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.steps.addUsual(officer.id);
    return await reply.redirect(`${STEPS}?done=usual`, 303);
  }

  private async formPage(form: Fields, problems: FormProblems) {
    const freeze = await this.areas.freeze();
    return stepFormView({ name: undefined, to: STEPS, back: STEPS, freeze }, form, problems);
  }
}
