import { Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  FirstMonthIsMissing,
  MOST_PROGRAMME_ROWS,
  ProgrammeImports,
  ProgrammeIsEmpty,
  ProgrammeIsTooLong,
} from '@induct/events';
import { readSpreadsheet, SHEET_LIMITS, SpreadsheetRefused } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileForm } from '../../forms/file-form';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { figure } from '../../words/counted';
import { IMPORTS_PER_PAGE, importsList, PROGRAMME_IMPORTS } from './imports-of-programme.view';
import { LONGEST_PASTED, ProgrammeForm } from './programme-import.form';

const PAGE = 'desk/programme-import/imports-of-programme.page.njk';
const pages = filtered(PageOf, PROGRAMME_IMPORTS);
/** Descriptions may be long. */
const LIMITS = { ...SHEET_LIMITS, rows: MOST_PROGRAMME_ROWS + 20, cell: 2000 };

/** Programmes of events: pasted or uploaded here, and what became of earlier ones. */
@Screen({
  path: 'admin/programme-imports',
  access: ['officer'],
  title: 'Import a programme',
  menu: { area: 'desk', group: 'Programme', text: 'Import a programme', order: 55 },
})
export class ImportsOfProgrammeController {
  constructor(private readonly imports: ProgrammeImports) {}

  @Get()
  @Render(PAGE)
  async list(@Query() query: unknown) {
    return await this.view(PageOf.parse(query).page, {}, NO_PROBLEMS);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentPerson() officer: SignedInPerson) {
    const where = ({ fileName }: Fields) => (fileName === undefined ? 'pasted' : 'file');
    const sent = await readFileForm(request, SHEET_LIMITS.bytes, LONGEST_PASTED);
    return await takeForm(reply, {
      schema: ProgrammeForm,
      sent,
      page: PAGE,
      view: async (form, problems) => await this.view(1, form, problems),
      refusals: [
        atField(SpreadsheetRefused, where(sent), ({ message }) => message),
        atField(ProgrammeIsTooLong, where(sent)),
        atField(ProgrammeIsEmpty, where(sent)),
        atField(FirstMonthIsMissing, 'begins-month'),
      ],
      take: async ({ pasted, file, fileName, begins }) => {
        const sheets = await readSpreadsheet(file ?? Buffer.from(pasted), LIMITS);
        // Without folders, which some browsers send, and short enough to show.
        const name = file ? fileName.split(/[\\/]/).at(-1)!.trim().slice(-200) || 'A file' : 'Pasted rows';
        return `${PROGRAMME_IMPORTS}/${await this.imports.take({ name, sheets, firstMonth: begins, by: officer.id })}`;
      },
    });
  }

  private async view(wanted: number, form: Fields, problems: FormProblems) {
    const read = async (page: number) => {
      const { imports, total } = await this.imports.page(IMPORTS_PER_PAGE, (page - 1) * IMPORTS_PER_PAGE);
      return { rows: imports, total };
    };
    const { rows, total, page } = await pageOrLast(read, wanted, IMPORTS_PER_PAGE);
    // A field of two boxes stands at its first.
    const begins = problems.message.begins ?? problems.message['begins-month'];
    return {
      form: { ...form, file: undefined },
      list: importsList(rows, total, page, (to) => pages.address({ page: to })),
      mostRows: figure(MOST_PROGRAMME_ROWS),
      ...problems,
      message: { ...problems.message, ...(begins && { begins }) },
    };
  }
}
