import { Body, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { EmailIsTaken, NotAllowed, PeopleService, Proposals, ROLE_NAMES, ROLES } from '@induct/people';
import { Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { pageOrFirst } from '../../lists/paging';
import { PeopleQuery, PersonForm, RolesForm } from './people.form';
import { firstRoleBoxes, rolesToGive } from './roles.view';
import { hrefOfPage, pagination } from '../../lists/pagination';

const PER_PAGE = 25;

/** Who is in the council. Officers add members; administrators give every role. */
@Screen({
  path: 'admin/people',
  access: ['officer', 'administrator'],
  title: 'People',
  pages: { new: 'Add a person' },
  menu: { area: 'desk', text: 'People', order: 70 },
  back: 'People',
})
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Render('desk/people/people.page.njk')
  async list(@Query({ schema: PeopleQuery }) query: PeopleQuery, @Req() request: FastifyRequest) {
    const { search, role } = query;
    const { rows, total, page } = await pageOrFirst(query.page, async (wanted) => {
      const offset = (wanted - 1) * PER_PAGE;
      const { people, total: all } = await this.people.list({ search, role, limit: PER_PAGE, offset });
      return { rows: people, total: all };
    });
    return {
      rows: rows.map((person) => ({
        ...person,
        roles: person.deactivatedAt ? 'Deactivated' : person.roles.map((one) => ROLE_NAMES[one]).join(', ') || 'None',
      })),
      total,
      waiting: await this.proposals.countWaiting(),
      search,
      roles: ['', ...ROLES].map((value) => ({
        value,
        text: value === '' ? 'Everybody' : ROLE_NAMES[value as keyof typeof ROLE_NAMES],
        selected: value === (role ?? ''),
      })),
      pages: pagination(page, Math.ceil(total / PER_PAGE), (number) => hrefOfPage(request.url, number)),
    };
  }

  @Get('new')
  @Render('desk/people/new-person.page.njk')
  blank(@CurrentPerson() officer: SignedInPerson) {
    return { boxes: firstRoleBoxes(rolesToGive(officer.roles), ['member']) };
  }

  @Post()
  async add(@Body() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const read = PersonForm.safeParse(sent);
    const problems = read.success
      ? []
      : read.error.issues.map(({ path, message }) => [String(path[0]), message] as const);
    if (read.success) {
      const allowed = rolesToGive(officer.roles);
      if (read.data.roles.some((role) => !allowed.includes(role))) throw new NotAllowed();
      try {
        const [id] = await this.transactions.run((tx) => this.people.add(tx, [read.data], officer.id));
        return await reply.redirect(`/admin/people/${id}?done=added`, 303);
      } catch (error) {
        if (!(error instanceof EmailIsTaken)) throw error;
        problems.push(['email', error.title]);
      }
    }
    const message = Object.fromEntries(problems.toReversed().map(([field, text]) => [field, { text }]));
    return reply.status(400).view('desk/people/new-person.page.njk', {
      form: sent,
      boxes: firstRoleBoxes(rolesToGive(officer.roles), RolesForm.safeParse(sent).data?.roles ?? ['member']),
      message,
      errors: Object.entries(message).map(([field, { text }]) => ({ text, href: `#${field}` })),
    });
  }
}
