import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { ChoiceIsGone, EntryNotFound, EntryWaits, StatutoryRegister, WhoWouldSit } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { dayOfEntry, entryFollowsView } from './entry-follows.view';
import { accreditationPage, editionPage } from './register-forms.view';
import { AccreditationForm, DecideForm, EditionForm } from './register.form';
import { type Entry, type RegisterSettings, RegisterSettingsQueries } from './register.queries';
import { entryView, registerSettingsView } from './register.view';

const EDITION = 'desk/register/edition.page.njk';
const ACCREDITATION = 'desk/register/accreditation.page.njk';
const WAITING = 'desk/register/waiting.page.njk';
const HERE = '/admin/register';
const GONE = atField(ChoiceIsGone, ({ field }) => field);

/** What is accredited, and what the register is: one officer enters it, another confirms. */
@Screen({
  path: 'admin/register',
  access: ['officer'],
  title: 'What bodies ask, and the register',
  pages: {
    edition: 'Change the register',
    accreditation: 'Enter an accreditation',
    'waiting/:id': 'Confirm what another officer entered',
  },
  under: 'admin/sit',
  back: 'The register',
})
export class RegisterSettingsController {
  constructor(
    private readonly queries: RegisterSettingsQueries,
    private readonly register: StatutoryRegister,
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

  @Get('waiting/:id')
  @Render(WAITING)
  async look(@Param('id') id: string, @Query() query: unknown, @CurrentPerson() officer: SignedInPerson) {
    const settings = await this.queries.everything();
    const entry = entryOf(settings, id);
    const { page } = PageOf.parse(query);
    return {
      ...entryView(entry, settings, officer.id),
      ...(await this.follows(entry, settings, page)),
      ...NO_PROBLEMS,
    };
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
      view: async (form, problems) => ({
        ...entryView(entry, settings, officer.id),
        ...(await this.follows(entry, settings, 1)),
        form,
        ...problems,
      }),
      take: async ({ decision }) => {
        if (decision === 'confirm') await this.register.confirm(entry.table, id, officer.id);
        else await this.register.withdraw(entry.table, id, officer.id);
        return `${HERE}?done=${decision === 'confirm' ? 'confirmed' : 'withdrawn'}`;
      },
    });
  }

  /** Who could then not sit, before it is confirmed. */
  private async follows(waiting: Entry, settings: RegisterSettings, page: number) {
    const today = dayInLondon(this.clock.now());
    const day = dayOfEntry(waiting, settings, today);
    const { table, entry } = waiting;
    const would = await this.would.after({ day }, (tx) => this.register.tryConfirmed(tx, table, entry.id));
    return entryFollowsView(waiting, settings, { would, day, today, page });
  }
}

/** @throws EntryNotFound */
function entryOf({ waiting }: RegisterSettings, id: string) {
  const found = waiting.find(({ entry }) => entry.id === id);
  if (!found) throw new EntryNotFound();
  return found;
}
