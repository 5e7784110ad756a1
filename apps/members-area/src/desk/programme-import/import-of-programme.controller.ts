import { Body, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import { Asked } from '@induct/accreditation';
import { ProgrammeImportIsDecided, ProgrammeImports } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, NO_PROBLEMS } from '../../forms/form-problems';
import { Screen } from '../../frame/screen';
import { filtered } from '../../lists/filter';
import { importOfProgrammeView, RowsShown } from './import-of-programme.view';
import { PROGRAMME_IMPORTS } from './imports-of-programme.view';

const PAGE = 'desk/programme-import/import-of-programme.page.njk';

// What no page of ours sends changes nothing, and is told so as what has changed meanwhile is.
const PressForm = z.object({
  at: z.coerce.number().int().min(0).max(10_000),
  /** As the file counts: where one comes back to. */
  number: z.coerce.number().int().min(1).optional(),
  remark: z.string().min(1).max(5000),
  remedy: z.string().max(100).optional(),
  everywhere: z.string().max(100).optional(),
});
const ImportForm = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

/** One programme: what each of its rows becomes, how they are mended, and that all is imported. */
@Screen({
  path: 'admin/programme-imports/:id',
  access: ['officer'],
  title: 'A programme to import',
  back: 'The programme',
})
export class ImportOfProgrammeController {
  constructor(
    private readonly imports: ProgrammeImports,
    private readonly asked: Asked,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id', ParseUUIDPipe) id: string, @Query() query: Fields) {
    const preview = await this.imports.preview(id, await this.asked.all());
    return importOfProgrammeView({ preview, filter: RowsShown.parse(query), done: query['done'] }, NO_PROBLEMS);
  }

  @Post('press')
  async press(@Param('id', ParseUUIDPipe) id: string, @Body() sent: Fields, @Res() reply: FastifyReply) {
    const form = PressForm.safeParse(sent);
    if (!form.success) return await reply.redirect(`${hrefOf(id)}?done=differs`, HttpStatus.SEE_OTHER);
    const { at, number, remark, remedy, everywhere } = form.data;
    const pressed = { at, remark, remedy: everywhere ?? remedy ?? '', everywhere: everywhere !== undefined };
    const changed = await this.imports.press(id, pressed, await this.asked.all());
    const filter = RowsShown.parse(sent);
    // A row that asks nothing any more is not among those that ask.
    const place = filter.show === 'asks' ? 'show' : `row-${number}`;
    if (changed > 0) {
      const back = filtered(RowsShown, hrefOf(id)).address(filter);
      return await reply.redirect(`${back}#${place}`, HttpStatus.SEE_OTHER);
    }
    return await reply.redirect(`${hrefOf(id)}?done=differs`, HttpStatus.SEE_OTHER);
  }

  @Post('import')
  async import(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const form = ImportForm.safeParse(sent);
    if (!form.success) return await reply.redirect(`${hrefOf(id)}?done=differs`, HttpStatus.SEE_OTHER);
    const { digest } = form.data;
    try {
      const what = await this.imports.import(id, { digest, by: officer.id, topics: await this.asked.all() });
      return await reply.redirect(what === 'differs' ? `${hrefOf(id)}?done=differs` : hrefOf(id), HttpStatus.SEE_OTHER);
    } catch (error) {
      // Pressed twice, or another officer was first: what became of it stands on its page.
      if (!(error instanceof ProgrammeImportIsDecided)) throw error;
      return await reply.redirect(hrefOf(id), HttpStatus.SEE_OTHER);
    }
  }

  @Post('discard')
  async discard(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.imports.discard(id, officer.id);
    return await reply.redirect(PROGRAMME_IMPORTS, HttpStatus.SEE_OTHER);
  }
}

const hrefOf = (id: string): string => `${PROGRAMME_IMPORTS}/${id}`;
