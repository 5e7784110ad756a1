import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import {
  AskableQueries,
  MandateBodies,
  MandateList,
  MandateMakesNoSense,
  Mandates,
  SameIsProposed,
} from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { Who } from '../../forms/who';
import { MandateForm } from './mandate.form';
import { MandateReaders } from './mandate-readers';
import { mandateColumns, newMandateView } from './mandates.view';

const NEW = 'desk/mandates/new-mandate.page.njk';
const PER_PAGE = 25;
const pages = filtered(PageOf, '/admin/mandates');
/** Where the form shows what the rules call otherwise. */
const AT = {
  who: 'whom',
  anchor: 'due',
  what: 'what',
  capacities: 'capacities',
  fixed: 'fixed-day',
  last: 'last-day',
} as const;

/** Who has to meet what, by when. */
@Screen({
  path: 'admin/mandates',
  access: ['officer', 'champion'],
  title: 'Mandates',
  pages: { new: 'Propose a mandate' },
  menu: [
    { area: 'desk', group: 'Accreditation', text: 'Mandates', order: 58, roles: ['officer'] },
    { area: 'learning', group: 'Your group', text: 'Mandates', order: 45, roles: ['champion'] },
  ],
  back: 'Mandates',
})
export class MandatesController {
  constructor(
    private readonly list: MandateList,
    private readonly mandates: Mandates,
    private readonly askable: AskableQueries,
    private readonly bodies: MandateBodies,
    private readonly readers: MandateReaders,
    private readonly who: Who,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/mandates/mandates.page.njk')
  async show(@Query() query: Fields, @CurrentPerson() person: SignedInPerson) {
    const { reads, isOfficer, group } = await this.readers.of(person);
    const read = (page: number) =>
      reads ? this.list.page(reads, PER_PAGE, (page - 1) * PER_PAGE) : Promise.resolve({ rows: [], total: 0 });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    const list = listView({
      columns: mandateColumns(this.clock.now()),
      rows,
      caption: 'Mandates: what waits for a second person first, then the newest',
      page,
      per: PER_PAGE,
      total,
      href: (to) => pages.address({ page: to }),
    });
    return { list, isOfficer, group, mayPropose: isOfficer || group !== undefined, done: query['done'] };
  }

  @Get('new')
  @Render(NEW)
  async blank(@CurrentPerson() person: SignedInPerson) {
    const today = dayInLondon(this.clock.now());
    return await this.form(person, { unit: 'day', ...dayFields('from', today) }, NO_PROBLEMS);
  }

  @Post()
  async propose(@Sent() sent: Fields | undefined, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { isOfficer, group } = await this.readers.of(person);
    // A champion has no choice, and the service refuses whatever else is sent.
    const given = isOfficer ? sent : { ...sent, whom: `group:${group?.id}` };
    return await takeForm(reply, {
      schema: MandateForm,
      sent: given,
      page: NEW,
      view: (form, problems) => this.form(person, form, problems),
      refusals: [atField(MandateMakesNoSense, ({ field }) => AT[field]), atField(SameIsProposed, 'what')],
      take: async ({ name, chosen, ...mandate }) => {
        const personId = mandate.who === 'person' ? await this.who.meant({ who: name, person: chosen }) : null;
        const { is } = await this.mandates.propose({ ...mandate, personId, by: person.id });
        return `/admin/mandates?done=${is === 'waiting' ? 'proposed' : 'alone'}`;
      },
    });
  }

  private async form(person: SignedInPerson, form: Fields, problems: FormProblems) {
    const { isOfficer, group } = await this.readers.of(person);
    const [askable, bodies, people] = await Promise.all([
      this.askable.all(),
      this.bodies.there(dayInLondon(this.clock.now())),
      form['whom'] === 'person' ? this.who.choices(form) : [],
    ]);
    return newMandateView({ askable, bodies, ownGroup: isOfficer ? undefined : group, people }, form, problems);
  }
}
