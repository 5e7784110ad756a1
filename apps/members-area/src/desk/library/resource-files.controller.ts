import { Body as Sent, Get, Inject, Param, Post, Render, Req, Res } from '@nestjs/common';
import {
  FileHasMacros,
  FileIsTooLarge,
  LARGEST_DOCUMENT,
  Library,
  LibraryReading,
  NoLibraryFile,
  ResourceFiles,
  ResourceIsNotReady,
  ResourceNotFound,
  ResourceWasChanged,
} from '@induct/handbook';
import { CONFIG, type Config } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, FieldIsWrong, takeForm } from '../../forms/take-form';
import { perhaps } from '../../forms/texts';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { fileSize } from '../../words/counted';
import { deskHref, frozenWords } from './library-desk.view';
import { FormatForm, SeenForm } from './resource.form';
import { readResourceUpload } from './resource-upload';

const PAGE = 'desk/library/file-form.page.njk';
const FileForm = z.intersection(
  SeenForm,
  z.object({
    accessible: z.literal('yes').optional().catch(undefined),
    atOnceBecause: perhaps('Why it cannot wait', 1500),
  }),
);

/** The files of a resource: one of each format, the newest. */
@Screen({ path: 'admin/library/:id/files', access: ['officer'], pages: { new: 'Add or replace a file' } })
export class ResourceFilesController {
  constructor(
    private readonly library: Library,
    private readonly reading: LibraryReading,
    private readonly kept: ResourceFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('new')
  @Render(PAGE)
  async ask(@Param('id') id: string) {
    return await this.page(id, {}, NO_PROBLEMS);
  }

  /** The file goes straight into the store, however large it is. */
  @Post()
  async put(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    let fields: Fields = {};
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: PAGE,
      view: (_, problems) => this.page(id, fields, problems),
      refusals: [
        atField(NoLibraryFile, 'file'),
        atField(FileHasMacros, 'file'),
        atField(FileIsTooLarge, 'file'),
        atField(ResourceWasChanged, 'file', ({ title }) => `${title}. Look at it, then choose the file again`),
        atField(ResourceIsNotReady, 'file', ({ missing }) => missing[0]!.says),
      ],
      take: async () => {
        const upload = await readResourceUpload(request, this.config.UPLOAD_MAX_BYTES);
        ({ fields } = upload);
        const read = FileForm.safeParse(fields);
        if (!read.success) {
          upload.file.resume();
          throw new FieldIsWrong('file', read.error.issues[0]!.message);
        }
        const file = await this.kept.keep(upload.file, upload.fileName);
        const { seen, accessible, atOnceBecause } = read.data;
        await this.library.putFile(id, {
          seen,
          file: { ...file, isAccessible: accessible === 'yes' },
          atOnceBecause: atOnceBecause || null,
          by: officer.id,
        });
        return `${deskHref(id)}?done=file`;
      },
    });
  }

  @Post('remove')
  async remove(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    const read = FormatForm.safeParse(sent ?? {});
    if (!read.success) throw new ResourceNotFound();
    await this.library.removeFile(id, { ...read.data, by: officer.id });
    return await reply.redirect(`${deskHref(id)}?done=removed`, 303);
  }

  private async page(id: string, form: Fields, problems: FormProblems) {
    const [[newest], freeze] = await Promise.all([this.find(id), this.reading.freeze()]);
    return {
      name: newest.title,
      href: deskHref(id),
      seen: newest.number,
      isFilm: newest.kind === 'film',
      largest: fileSize(LARGEST_DOCUMENT),
      largestFilm: fileSize(this.config.UPLOAD_MAX_BYTES),
      isFrozen: newest.audience === 'public' ? frozenWords(freeze) : undefined,
      form,
      ...problems,
    };
  }

  /** @throws ResourceNotFound */
  private async find(id: string) {
    if (!isId(id)) throw new ResourceNotFound();
    return await this.library.history(id);
  }
}
