import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { CouncilContacts, PeopleService } from '@induct/people';
import {
  britishTimeAndDate,
  Clock,
  Council,
  shippedStatement,
  type CouncilStatement,
  StatementChangedMeanwhile,
  type StatementKind,
  STATEMENTS,
  Statements,
} from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { PLACES, statementHtml } from '../../words/statement-html';
import { StatementForm } from './statements.form';

const HERE = '/admin/statements';
const FORM = 'desk/statements/statement.page.njk';
const CHECK = 'desk/statements/check-statement.page.njk';

const TITLES: Record<StatementKind, string> = {
  accessibility: 'Accessibility statement',
  cookies: 'Cookies',
  privacy: 'Privacy',
  terms: 'Terms of use',
};

/** What the council says of itself on public pages: changed by an officer, looked at before it is saved, and undone. */
@Screen({
  path: 'admin/statements',
  access: ['officer', 'administrator'],
  title: 'Statements',
  menu: { area: 'desk', group: 'Website', text: 'Statements', order: 78 },
  pages: { ':kind': 'A statement' },
  back: 'Statements',
})
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly council: Council,
    private readonly contacts: CouncilContacts,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/statements/statements.page.njk')
  async list(@Query('done') done: unknown) {
    const all = await this.statements.all();
    const said = await this.said(all);
    return {
      isSaved: done === 'saved',
      statements: all.map(({ kind }, at) => ({ title: TITLES[kind], kind, ...said[at] })),
    };
  }

  @Get(':kind')
  @Render(FORM)
  async ask(@Param('kind') asked: string, @Query('version') version: unknown) {
    const kind = kindOf(asked);
    const now = await this.statements.now(kind);
    const history = await this.statements.history(kind);
    const earlier =
      version === '0' ? shippedStatement(kind) : history.find((one) => String(one.version) === version)?.text;
    return this.form(
      kind,
      { text: earlier ?? now.text, basedOn: String(now.version) },
      NO_PROBLEMS,
      earlier !== undefined,
    );
  }

  /** Shows first what the page says then; the second time it is saved. */
  @Post(':kind')
  async change(
    @Param('kind') asked: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const kind = kindOf(asked);
    return await takeForm(reply, {
      schema: StatementForm,
      sent,
      page: FORM,
      view: (form, problems) => this.form(kind, form, problems),
      refusals: [atField(StatementChangedMeanwhile, 'text')],
      take: async ({ text, basedOn, isConfirmed, goesBack }) => {
        const form = { text, basedOn: String(basedOn) };
        if (goesBack) return await reply.view(FORM, await this.form(kind, form, NO_PROBLEMS));
        if (!isConfirmed) return await reply.status(HttpStatus.OK).view(CHECK, await this.check(kind, form));
        await this.statements.change(kind, text, basedOn, officer.id);
        return `${HERE}?done=saved`;
      },
    });
  }

  private async form(kind: StatementKind, form: Fields, problems: FormProblems, isEarlier = false) {
    const history = await this.statements.history(kind);
    const said = await this.said(history);
    return {
      kind,
      heading: TITLES[kind],
      places: PLACES.map((place) => `{{${place}}}`),
      form,
      isEarlier,
      history: history.map(({ version }, at) => ({ version, ...said[at] })),
      ...problems,
    };
  }

  private async check(kind: StatementKind, form: { text: string; basedOn: string }) {
    const facts = { own: this.council.current, contact: await this.contacts.now(), changedAt: this.clock.now() };
    return { kind, heading: TITLES[kind], form, said: statementHtml(form.text, facts) };
  }

  /** Version, day and whoever it was, in words. */
  private async said(statements: readonly CouncilStatement[]) {
    const names = await this.people.names(statements.flatMap(({ changedBy }) => changedBy ?? []));
    return statements.map(({ version, changedAt, changedBy }) => ({
      changed:
        changedBy === null
          ? 'As it was shipped'
          : `Version ${version}, ${britishTimeAndDate(changedAt)}, ${names.get(changedBy) ?? 'somebody'}`,
    }));
  }
}

function kindOf(asked: string): StatementKind {
  const kind = STATEMENTS.find((one) => one === asked);
  if (!kind) throw new NotHere('statement');
  return kind;
}
