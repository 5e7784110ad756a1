import { Get, Post, Render, Req, Res } from '@nestjs/common';
import { Drafts, DraftTooLarge, FolderRefused, LARGEST_DRAFT, readFolderZip } from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readFileForm } from '../../forms/file-form';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, FieldIsWrong, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { fileSize } from '../../words/counted';
import { draftHref } from './frame/addresses';

const PAGE = 'desk/drafts/bring-in.page.njk';

/** A module's folder from elsewhere, as a zip. */
@Screen({ path: 'admin/drafts/bring-in', access: ['officer'], title: 'Bring in a folder' })
export class BringInController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Render(PAGE)
  ask() {
    return this.form(NO_PROBLEMS);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: PAGE,
      view: (_, problems) => this.form(problems),
      refusals: [atField(FolderRefused, 'file', ({ message }) => message), atField(DraftTooLarge, 'file')],
      take: async () => {
        const { file } = await readFileForm(request, LARGEST_DRAFT);
        if (!Buffer.isBuffer(file)) throw new FieldIsWrong('file', 'Choose a zip file');
        if (file.length > LARGEST_DRAFT) throw new DraftTooLarge();
        return `${draftHref(await this.drafts.bringIn(await readFolderZip(file), null, officer.id))}?done=brought-in`;
      },
    });
  }

  private form(problems: FormProblems) {
    return { largest: fileSize(LARGEST_DRAFT), ...problems };
  }
}
