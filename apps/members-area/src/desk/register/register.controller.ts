import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  AskedAlready,
  BodyTrainings,
  ChoiceIsGone,
  EntryNotFound,
  EntryWaits,
  type NewBodyTraining,
  NotAskedAnyMore,
  StatutoryRegister,
  WhoWouldSit,
} from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { dayLookedAt } from '../sit/would-sit.view';
import { askedFollowsView } from './asked-follows.view';
import { AccreditationForm, AskedForm, DecideForm, EditionForm, EndForm } from './register.form';
import { type RegisterSettings, RegisterSettingsQueries } from './register.queries';
import { entryView, MODE_NAMES, registerSettingsView } from './register.view';

const EDITION = 'desk/register/edition.page.njk';
const ACCREDITATION = 'desk/register/accreditation.page.njk';
const ASKED = 'desk/register/asked.page.njk';
const CONFIRM_ASKED = 'desk/register/confirm-asked.page.njk';
const WAITING = 'desk/register/waiting.page.njk';
const END = 'desk/register/end.page.njk';
const HERE = '/admin/register';
const GONE = atField(ChoiceIsGone, ({ field }) => field);

/** What bodies ask, what is accredited, and what the register is: one officer enters it, another confirms. */
@Screen({
  path: 'admin/register',
  access: ['officer'],
  title: 'What bodies ask, and the register',
  pages: {
    edition: 'Change the register',
    accreditation: 'Enter an accreditation',
    asked: 'Ask something of a body',
    'asked/:id': 'Ask it no more',
    'waiting/:id': 'Confirm what another officer entered',
  },
  under: 'admin/sit',
  back: 'The register',
})
export class RegisterSettingsController {
  constructor(
    private readonly queries: RegisterSettingsQueries,
    private readonly register: StatutoryRegister,
    private readonly trainings: BodyTrainings,
    private readonly would: WhoWouldSit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/register/register.page.njk')
  async show(@CurrentPerson() officer: SignedInPerson, @Query('done') done: unknown) {
    return registerSettingsView(await this.queries.everything(), officer.id, done);
  }

  @Get('edition')
  @Render(EDITION)
  async askForEdition() {
    const settings = await this.queries.everything();
    const { mode = 'off', bodyIds: bodies = [], functions, authority, words } = settings.today ?? {};
    const today = dayFields('from', dayInLondon(this.clock.now()));
    return editionPage(settings, { mode, bodies, functions, authority, words, ...today }, NO_PROBLEMS);
  }

  @Post('edition')
  async propose(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: EditionForm,
      sent,
      page: EDITION,
      view: async (form, problems) => editionPage(await this.queries.everything(), form, problems),
      refusals: [atField(EntryWaits, 'mode'), GONE],
      take: async ({ bodies, ...edition }) => {
        await this.register.propose({ ...edition, bodyIds: bodies }, officer.id);
        return `${HERE}?done=edition`;
      },
    });
  }

  @Get('accreditation')
  @Render(ACCREDITATION)
  async askForAccreditation() {
    return accreditationPage(await this.queries.everything(), {}, NO_PROBLEMS);
  }

  @Post('accreditation')
  async accredit(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: AccreditationForm,
      sent,
      page: ACCREDITATION,
      view: async (form, problems) => accreditationPage(await this.queries.everything(), form, problems),
      refusals: [atField(EntryWaits, 'what'), GONE],
      take: async (given) => {
        await this.register.accredit(given, officer.id);
        return `${HERE}?done=accreditation`;
      },
    });
  }

  @Get('asked')
  @Render(ASKED)
  async askWhat() {
    return askedPage(await this.queries.everything(), {}, NO_PROBLEMS);
  }

  /** Says first who may no longer sit; the second time it is asked. */
  @Post('asked')
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
        return `${HERE}?done=asked`;
      },
    });
  }

  private async follows(ask: NewBodyTraining, form: unknown) {
    const today = dayInLondon(this.clock.now());
    const day = dayLookedAt(ask.from, today);
    const would = await this.would.after({ bodyId: ask.bodyId, day }, (tx) => this.trainings.ask(ask, tx));
    return { form, ...askedFollowsView(await this.queries.everything(), ask, { would, day, today }) };
  }

  @Get('asked/:id')
  @Render(END)
  async askToEnd(@Param('id') id: string) {
    const today = dayFields('from', dayInLondon(this.clock.now()));
    return endPage(await this.queries.everything(), { id, form: today, problems: NO_PROBLEMS });
  }

  @Post('asked/:id')
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
        return `${HERE}?done=ended`;
      },
    });
  }

  @Get('waiting/:id')
  @Render(WAITING)
  async look(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const settings = await this.queries.everything();
    return { ...entryView(entryOf(settings, id), settings, officer.id), ...NO_PROBLEMS };
  }

  @Post('waiting/:id')
  async decide(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const settings = await this.queries.everything();
    const entry = entryOf(settings, id);
    return await takeForm(reply, {
      schema: DecideForm,
      sent,
      page: WAITING,
      view: (form, problems) => ({ ...entryView(entry, settings, officer.id), form, ...problems }),
      take: async ({ decision }) => {
        if (decision === 'confirm') await this.register.confirm(entry.table, id, officer.id);
        else await this.register.withdraw(entry.table, id, officer.id);
        return `${HERE}?done=${decision === 'confirm' ? 'confirmed' : 'withdrawn'}`;
      },
    });
  }
}

/** @throws EntryNotFound */
function entryOf({ waiting }: RegisterSettings, id: string) {
  const found = waiting.find(({ entry }) => entry.id === id);
  if (!found) throw new EntryNotFound();
  return found;
}

const isAmong = (sent: unknown, id: string) => (Array.isArray(sent) ? sent.includes(id) : sent === id);

const editionPage = ({ bodies }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  modes: Object.entries(MODE_NAMES).map(([value, text]) => ({ value, text, checked: form['mode'] === value })),
  bodies: bodies.map(({ id, name }) => ({ value: id, text: name, checked: isAmong(form['bodies'], id) })),
  form,
  ...problems,
});

const accreditationPage = ({ askable }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  choices: [
    { value: '', text: 'Choose' },
    ...askable.flatMap(({ id, title, kind }) =>
      kind === 'scheme'
        ? [{ value: `scheme:${id}`, text: `${title}: the council’s scheme` }]
        : [
            { value: `module:${id}`, text: `${title}: the module` },
            { value: `outside_certificate:${id}`, text: `${title}: a certificate from elsewhere` },
          ],
    ),
  ].map((choice) => ({ ...choice, selected: choice.value === (form['what'] ?? '') })),
  form,
  ...problems,
});

const askedPage = ({ askable, bodies }: RegisterSettings, form: Fields, problems: FormProblems) => ({
  bodies: [{ value: '', text: 'Choose' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))].map((one) => ({
    ...one,
    selected: one.value === (form['body'] ?? ''),
  })),
  choices: [
    { value: '', text: 'Choose' },
    ...askable.map(({ id, title, kind }) => ({
      value: `${kind}:${id}`,
      text: kind === 'scheme' ? `An award of “${title}”` : title,
    })),
  ].map((one) => ({ ...one, selected: one.value === (form['what'] ?? '') })),
  form,
  ...problems,
});

/** @throws NotAskedAnyMore */
function endPage({ trainings, bodies }: RegisterSettings, shown: { id: string; form: Fields; problems: FormProblems }) {
  const asked = trainings.find(({ id, until }) => id === shown.id && until === null);
  if (!asked) throw new NotAskedAnyMore();
  const body = bodies.find(({ id }) => id === asked.bodyId)?.name ?? '';
  return { id: asked.id, title: asked.title, body, form: shown.form, ...shown.problems };
}
