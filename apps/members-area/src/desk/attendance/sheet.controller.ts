import { Get, HttpStatus, Param, Post, Render, Res, StreamableFile } from '@nestjs/common';
import { type PlannedSession, Programme, SignInSheets } from '@induct/events';
import { FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { titleOf } from './session-words';
import { sheetPaperView, sheetView } from './sheet.view';

/** A session on paper, to sign: a PDF that the worker makes, or at once a page that the browser prints (1346). */
@Screen({
  path: 'admin/programme/sessions/:id/register',
  access: ['officer'],
  pages: { sheet: 'Sign-in sheet', 'sign-in-sheet': 'Sign-in sheet as a PDF' },
})
export class SignInSheetController {
  constructor(
    private readonly programme: Programme,
    private readonly sheets: SignInSheets,
    private readonly files: FileStore,
  ) {}

  @Get('sheet')
  @Render('desk/attendance/sheet.page.njk')
  async sheet(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    await this.find(id);
    return sheetView(await this.sheets.read(id, officer.id));
  }

  @Get('sign-in-sheet')
  @Render('desk/attendance/sign-in-sheet.page.njk')
  async show(@Param('id') id: string) {
    const session = await this.find(id);
    return sheetPaperView(id, titleOf(session), await this.sheets.paper(id));
  }

  @Post('sign-in-sheet')
  async ask(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.find(id);
    await this.sheets.ask(id, officer.id);
    return await reply.redirect(addressOf(id), HttpStatus.SEE_OTHER);
  }

  /** Never one that is not of now any more: the page says what is so, and offers another. */
  @Get('sign-in-sheet.pdf')
  async pdf(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    await this.find(id);
    const paper = await this.sheets.paper(id);
    if (paper.state === 'none') throw new NotHere('PDF');
    if (paper.state !== 'made') return void (await reply.redirect(addressOf(id), HttpStatus.SEE_OTHER));
    void reply.headers({
      'content-type': 'application/pdf',
      'content-length': paper.bytes,
      'content-disposition': 'attachment; filename="sign-in-sheet.pdf"',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(paper.sha256));
  }

  private async find(id: string): Promise<PlannedSession> {
    if (!isId(id)) throw new NotHere('session');
    return await this.programme.session(id);
  }
}

const addressOf = (id: string): string => `/admin/programme/sessions/${id}/register/sign-in-sheet`;
