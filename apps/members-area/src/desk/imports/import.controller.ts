import { Body, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  Applying,
  Bodies,
  ColumnsCannotBe,
  ImportIsDecided,
  MembershipImports,
  ProblemsNotAccepted,
  TooManyRows,
} from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { ColumnsForm, columnsOf } from './columns.form';
import { columnsView } from './columns.view';
import { importView, ROWS_PER_PAGE, RowsFilter } from './import.view';

const PAGE = 'desk/imports/import.page.njk';
const COLUMNS = 'desk/imports/columns.page.njk';

const ApplyForm = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  'leave-out': z.literal('yes').optional(),
});

/** One list of members: what its columns are, what each row is, and that it is applied. */
@Screen({
  path: 'admin/memberships/import/:id',
  access: ['officer'],
  title: 'A list of members',
  pages: { columns: 'What the columns are' },
})
export class ImportController {
  constructor(
    private readonly imports: MembershipImports,
    private readonly applying: Applying,
    private readonly bodies: Bodies,
  ) {}

  @Get()
  async show(@Param('id', ParseUUIDPipe) id: string, @Query() query: Fields, @Res() reply: FastifyReply) {
    const shown = await this.preview(id, query, NO_PROBLEMS);
    if (typeof shown === 'string') return await reply.redirect(shown, HttpStatus.SEE_OTHER);
    return await reply.view(PAGE, shown);
  }

  @Get('columns')
  async ask(@Param('id', ParseUUIDPipe) id: string, @Query('sheet') sheet: unknown, @Res() reply: FastifyReply) {
    const shown = await this.columns(id, sheet, undefined, NO_PROBLEMS);
    if (typeof shown === 'string') return await reply.redirect(shown, HttpStatus.SEE_OTHER);
    return await reply.view(COLUMNS, shown);
  }

  @Post('columns')
  async understand(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ColumnsForm,
      sent,
      page: COLUMNS,
      view: (form, problems) => this.columns(id, form['sheet'], form, problems),
      refusals: [atField(ColumnsCannotBe, 'columns', ({ message }) => message), atField(TooManyRows, 'columns')],
      take: async ({ sheet, columns, day, complete, body, ...form }) => {
        const wanted = { sheet, columns: columnsOf(form, columns), day, complete: complete === 'yes' };
        await this.imports.understand(id, { ...wanted, bodyId: body || null }, officer.id);
        return hrefOf(id);
      },
    });
  }

  @Post('apply')
  async apply(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ApplyForm,
      sent,
      page: PAGE,
      view: (_, problems) => this.preview(id, {}, problems),
      refusals: [atField(ProblemsNotAccepted, 'leave-out')],
      take: async ({ digest, 'leave-out': leaveOut }) => {
        try {
          const accepted = { digest, leaveOut: leaveOut === 'yes', by: officer.id };
          const what = await this.applying.apply(id, accepted);
          return what === 'differs' ? `${hrefOf(id)}?done=differs` : hrefOf(id);
        } catch (error) {
          // Pressed twice, or another officer was first: what became of it stands on its page.
          if (error instanceof ImportIsDecided) return hrefOf(id);
          throw error;
        }
      },
    });
  }

  @Post('look-again')
  async lookAgain(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    await this.imports.lookAgain(id);
    return await reply.redirect(hrefOf(id), HttpStatus.SEE_OTHER);
  }

  @Post('discard')
  async discard(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.imports.discard(id, officer.id);
    return await reply.redirect('/admin/memberships/import', HttpStatus.SEE_OTHER);
  }

  /** @returns an address when its columns are to be matched first */
  private async preview(id: string, query: Fields, problems: FormProblems) {
    const one = await this.imports.find(id);
    if (one.state === 'matching') return `${hrefOf(id)}/columns`;
    const filter = RowsFilter.parse(query);
    const read = (page: number) =>
      this.imports.rows(id, {
        ...(filter.outcome === 'differ' ? { differ: true } : { outcome: filter.outcome || undefined }),
        limit: ROWS_PER_PAGE,
        offset: (page - 1) * ROWS_PER_PAGE,
      });
    const [{ rows, total, page }, bodies] = await Promise.all([
      pageOrLast(read, filter.page, ROWS_PER_PAGE),
      one.bodyId === null ? [] : this.bodies.all(),
    ]);
    const bodyName = bodies.find((body) => body.id === one.bodyId)?.name;
    return importView({ one, filter: { ...filter, page }, rows, total, done: query['done'], bodyName }, problems);
  }

  /** @returns an address when it is over */
  private async columns(id: string, sheet: unknown, form: Fields | undefined, problems: FormProblems) {
    const one = await this.imports.find(id);
    if (one.state === 'applied' || one.state === 'discarded') return hrefOf(id);
    const [sheets, bodies] = await Promise.all([this.imports.toMatch(id), this.bodies.all()]);
    const wanted = z.coerce
      .number()
      .int()
      .min(0)
      .max(sheets.length - 1)
      .catch(one.sheet)
      .parse(sheet ?? one.sheet);
    return columnsView({ one, sheets, at: wanted, bodies, form }, problems);
  }
}

const hrefOf = (id: string) => `/admin/memberships/import/${id}`;
