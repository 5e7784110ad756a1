import { Body as Sent, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { CandidatesAreas, ElectionDays, FirstStepNotFound, FirstSteps } from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { ChangedStepForm, SeenForm, stepFields } from './first-step.form';
import { frozenWords, stepFormView, stepHref, stepView } from './first-steps.view';

const PAGE = 'desk/first-steps/step.page.njk';
const FORM = 'desk/first-steps/step-form.page.njk';
const WITHDRAW = 'desk/first-steps/withdraw.page.njk';
/** What a day comes to is shown for so many elections. */
const ELECTIONS_SHOWN = 5;

/** One first step: what it says, what its day comes to, who wrote and who confirmed it. */
@Screen({
  path: 'admin/first-steps/:id',
  access: ['officer'],
  title: 'A first step',
  pages: { edit: 'Change a first step', withdraw: 'Withdraw a first step' },
})
export class FirstStepController {
  constructor(
    private readonly steps: FirstSteps,
    private readonly elections: ElectionDays,
    private readonly areas: CandidatesAreas,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown, @CurrentPerson() officer: SignedInPerson) {
    return { ...(await this.page(id, officer, NO_PROBLEMS)), done };
  }

  @Get('edit')
  @Render(FORM)
  async ask(@Param('id') id: string) {
    const [newest] = await this.find(id);
    return await this.formPage(id, stepFields(newest), NO_PROBLEMS, newest.number);
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: ChangedStepForm,
      sent,
      page: FORM,
      view: (form, problems) => this.formPage(id, form, problems, Number(form['seen'])),
      take: async ({ seen, text }) => {
        await this.steps.change(id, { seen, text, by: officer.id });
        return `${stepHref(id)}?done=changed`;
      },
    });
  }

  @Post('confirm')
  async confirm(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: SeenForm,
      sent,
      page: PAGE,
      view: (_, problems) => this.page(id, officer, problems),
      take: async ({ seen }) => {
        await this.steps.confirm(id, { seen, by: officer.id });
        return `${stepHref(id)}?done=confirmed`;
      },
    });
  }

  @Get('withdraw')
  @Render(WITHDRAW)
  async askToWithdraw(@Param('id') id: string) {
    return await this.withdrawPage(id, NO_PROBLEMS);
  }

  @Post('withdraw')
  async withdraw(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: SeenForm,
      sent,
      page: WITHDRAW,
      view: (_, problems) => this.withdrawPage(id, problems),
      take: async ({ seen }) => {
        await this.steps.withdraw(id, { seen, by: officer.id });
        return `${stepHref(id)}?done=withdrawn`;
      },
    });
  }

  private async page(id: string, reader: SignedInPerson, problems: FormProblems) {
    const versions = await this.find(id);
    const people = versions.flatMap(({ recordedBy, confirmedBy }) =>
      confirmedBy ? [recordedBy, confirmedBy] : [recordedBy],
    );
    const [{ rows: elections }, freeze, names] = await Promise.all([
      this.elections.page({ limit: ELECTIONS_SHOWN, offset: 0 }),
      this.areas.freeze(),
      this.people.names([...new Set(people)]),
    ]);
    return { ...stepView(versions, { elections, freeze, names, readerId: reader.id }), ...problems };
  }

  private async formPage(id: string, form: Fields, problems: FormProblems, seen: number) {
    const [[{ title }], freeze] = await Promise.all([this.find(id), this.areas.freeze()]);
    const href = stepHref(id);
    return stepFormView({ name: title, to: href, back: href, seen, freeze }, form, problems);
  }

  private async withdrawPage(id: string, problems: FormProblems) {
    const [[{ title, number }], freeze] = await Promise.all([this.find(id), this.areas.freeze()]);
    return { name: title, seen: number, href: stepHref(id), isFrozen: frozenWords(freeze), ...problems };
  }

  /** @throws FirstStepNotFound */
  private async find(id: string) {
    if (!isId(id)) throw new FirstStepNotFound();
    return await this.steps.history(id);
  }
}
