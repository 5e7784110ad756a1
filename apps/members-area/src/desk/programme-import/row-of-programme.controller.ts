import { Body, Get, HttpStatus, Param, ParseIntPipe, ParseUUIDPipe, Post, Render, Res } from '@nestjs/common';
import { Asked } from '@induct/accreditation';
import {
  type Cells,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportField,
  ProgrammeImportNotFound,
  ProgrammeImports,
} from '@induct/events';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { PROGRAMME_IMPORTS } from './imports-of-programme.view';

const PAGE = 'desk/programme-import/row-of-programme.page.njk';
/** A time stands in one field. */
const FIELDS = IMPORT_FIELDS.filter((field) => field !== 'from' && field !== 'to');
const LONG: readonly ImportField[] = ['about', 'outcomes', 'note'];

const RowForm = z.object(
  Object.fromEntries(
    FIELDS.map((field) => {
      const most = field === 'title' ? 200 : 2000;
      const problem = `${IMPORT_FIELD_NAMES[field]} must be ${most} characters or less`;
      return [field, z.string().trim().max(most, problem).optional()];
    }),
  ),
);

/** A row of a programme, written anew. */
@Screen({ path: 'admin/programme-imports/:id/rows/:number', access: ['officer'], title: 'Change a row' })
export class RowOfProgrammeController {
  constructor(
    private readonly imports: ProgrammeImports,
    private readonly asked: Asked,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number) {
    return await this.view(id, number, undefined, NO_PROBLEMS);
  }

  @Post()
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() sent: unknown,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: RowForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(id, number, form, problems),
      take: async (said) => {
        const { at } = await this.row(id, number);
        await this.imports.change(id, at, said as Cells);
        return `${PROGRAMME_IMPORTS}/${id}?page=${pageOf(at)}#row-${number}`;
      },
    });
  }

  @Post('restore')
  async restore(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Res() reply: FastifyReply,
  ) {
    const { at } = await this.row(id, number);
    await this.imports.restore(id, at);
    return await reply.redirect(`${PROGRAMME_IMPORTS}/${id}?page=${pageOf(at)}#row-${number}`, HttpStatus.SEE_OTHER);
  }

  private async row(id: string, number: number) {
    const { rows, one } = await this.imports.preview(id, await this.asked.all());
    const row = rows.find((each) => each.number === number);
    if (!row || one.state !== 'preview') throw new ProgrammeImportNotFound();
    return row;
  }

  private async view(id: string, number: number, form: Fields | undefined, problems: FormProblems) {
    const { cells, remarks } = await this.row(id, number);
    const value = (field: ImportField) => (form ? form[field] : cells[field]) ?? '';
    return {
      href: `${PROGRAMME_IMPORTS}/${id}`,
      number,
      says: remarks.map((remark) => remark.says),
      fields: FIELDS.map((field) => ({
        field,
        name: IMPORT_FIELD_NAMES[field],
        isLong: LONG.includes(field),
        value: value(field),
      })),
      ...problems,
    };
  }
}

const pageOf = (at: number): number => Math.floor(at / 50) + 1;
