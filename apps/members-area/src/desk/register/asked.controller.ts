import { Body, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import { AskedAlready, BodyTrainings, ChoiceIsGone, type NewBodyTraining, WhoWouldSit } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { dayLookedAt } from '../sit/would-sit.view';
import { askedFollowsView } from './asked-follows.view';
import { askedPage, endPage } from './register-forms.view';
import { AskedForm, EndForm } from './register.form';
import { RegisterSettingsQueries } from './register.queries';

const ASKED = 'desk/register/asked.page.njk';
const CONFIRM_ASKED = 'desk/register/confirm-asked.page.njk';
const END = 'desk/register/end.page.njk';
const REGISTER = '/admin/register';
const GONE = atField(ChoiceIsGone, ({ field }) => field);

/** What bodies ask of those who sit on them. */
@Screen({
  path: 'admin/register/asked',
  access: ['officer'],
  title: 'Ask something of a body',
  pages: { ':id': 'Ask it no more' },
})
export class AskedController {
  constructor(
    private readonly queries: RegisterSettingsQueries,
    private readonly trainings: BodyTrainings,
    private readonly would: WhoWouldSit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(ASKED)
  async askWhat() {
    return askedPage(await this.queries.everything(), {}, NO_PROBLEMS);
  }

  /** Says first who may no longer sit; the second time it is asked. */
  @Post()
  async ask(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: AskedForm,
      sent,
      page: ASKED,
      view: async (form, problems) => askedPage(await this.queries.everything(), form, problems),
      refusals: [atField(AskedAlready, 'what'), GONE],
      take: async ({ isConfirmed, ...given }) => {
        const ask = { ...given, by: officer.id };
        if (!isConfirmed) return await reply.status(HttpStatus.OK).view(CONFIRM_ASKED, await this.follows(ask, sent));
        await this.trainings.ask(ask);
        return `${REGISTER}?done=asked`;
      },
    });
  }

  private async follows(ask: NewBodyTraining, form: unknown) {
    const today = dayInLondon(this.clock.now());
    const day = dayLookedAt(ask.from, today);
    const would = await this.would.after({ bodyIds: [ask.bodyId], day }, (tx) => this.trainings.ask(ask, tx));
    return { form, ...askedFollowsView(await this.queries.everything(), ask, { would, day, today }) };
  }

  @Get(':id')
  @Render(END)
  async askToEnd(@Param('id') id: string) {
    const today = dayFields('from', dayInLondon(this.clock.now()));
    return endPage(await this.queries.everything(), { id, form: today, problems: NO_PROBLEMS });
  }

  @Post(':id')
  async end(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const settings = await this.queries.everything();
    endPage(settings, { id, form: {}, problems: NO_PROBLEMS });
    return await takeForm(reply, {
      schema: EndForm,
      sent,
      page: END,
      view: (form, problems) => endPage(settings, { id, form, problems }),
      take: async ({ on }) => {
        await this.trainings.askNoMore(id, { on, by: officer.id });
        return `${REGISTER}?done=ended`;
      },
    });
  }
}
