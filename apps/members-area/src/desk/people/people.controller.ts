import { Body, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { EmailIsTaken, NotAllowed, PeopleService, type Person, Proposals, ROLE_NAMES, ROLES } from '@induct/people';
import { Transactions } from '@induct/platform';
import { CurrentPerson, Proof, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { type Fields, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { counted } from '../../words/counted';
import { PeopleQuery, PersonForm, RolesForm } from './people.form';
import { firstRoleBoxes, rolesToGive } from './roles.view';
import { hrefOfPage } from '../../lists/pagination';

const NEW = 'desk/people/new-person.page.njk';
const PER_PAGE = 25;

/** Who is in the council. Officers add members; administrators give every role. */
@Screen({
  path: 'admin/people',
  access: ['officer', 'administrator'],
  title: 'People',
  pages: { new: 'Add a person' },
  menu: { area: 'desk', group: 'People and seats', text: 'People', order: 70 },
})
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Render('desk/people/people.page.njk')
  async list(
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
    @Req() request: FastifyRequest,
    @CurrentPerson() reader: SignedInPerson,
  ) {
    const { search, role } = query;
    const { rows, total, page } = await pageOrLast(
      async (wanted) => {
        const offset = (wanted - 1) * PER_PAGE;
        const { people, total: all } = await this.people.list({ search, role, limit: PER_PAGE, offset });
        return { rows: people, total: all };
      },
      query.page,
      PER_PAGE,
    );
    return {
      list: listView({
        columns: PEOPLE,
        rows,
        caption: counted(total, 'person', 'people'),
        heading: true,
        page,
        per: PER_PAGE,
        total,
        href: (to) => hrefOfPage(request.url, to),
      }),
      waiting: await this.proposals.countWaiting(),
      mayImport: reader.roles.includes('officer'),
      mayRule: reader.roles.includes('administrator'),
      search,
      roles: ['', ...ROLES].map((value) => ({
        value,
        text: value === '' ? 'Everybody' : ROLE_NAMES[value as keyof typeof ROLE_NAMES],
        selected: value === (role ?? ''),
      })),
    };
  }

  @Get('new')
  @Proof('fresh')
  @Render(NEW)
  blank(@CurrentPerson() officer: SignedInPerson) {
    return { boxes: boxes(officer), ...NO_PROBLEMS };
  }

  @Post()
  @Proof('fresh')
  async add(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: PersonForm,
      sent,
      page: NEW,
      view: (form, problems) => ({ form, boxes: boxes(officer, form), ...problems }),
      refusals: [atField(EmailIsTaken, 'email')],
      take: async (person) => {
        const allowed = rolesToGive(officer.roles);
        if (person.roles.some((role) => !allowed.includes(role))) throw new NotAllowed();
        const [id] = await this.transactions.run((tx) => this.people.add(tx, [person], officer.id));
        return `/admin/people/${id}?done=added`;
      },
    });
  }
}

const PEOPLE: readonly Column<Person>[] = [
  { head: 'Name', cell: ({ id, name }) => ({ text: name, href: `/admin/people/${id}` }) },
  { head: 'Email address', speaks: true, cell: ({ email }) => email },
  { head: 'Political group', speaks: true, cell: ({ group }) => group || '–' },
  {
    head: 'Roles',
    speaks: true,
    cell: ({ deactivatedAt, roles }) =>
      deactivatedAt ? 'Deactivated' : roles.map((one) => ROLE_NAMES[one]).join(', ') || 'None',
  },
];

/** The roles that can be given, with those ticked that were; at first none: what somebody may do is chosen, not left standing. */
const boxes = (officer: SignedInPerson, form?: Fields) =>
  firstRoleBoxes(rolesToGive(officer.roles), RolesForm.safeParse(form).data?.roles ?? []);
