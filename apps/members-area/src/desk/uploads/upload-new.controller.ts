import { Get, HttpStatus, Inject, Post, Query, Render, Req, Res } from '@nestjs/common';
import { PackageUploads } from '@induct/course';
import { CONFIG, type Config, JsonRoute, wantsPage } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { fileSize } from '../../words/counted';
import { atField, takeForm } from '../../forms/take-form';
import { readUploadForm, UploadFormWrong } from './upload-form';
import { UploadsQueries } from './uploads.queries';

const PAGE = 'desk/uploads/upload-new.page.njk';
const Received = z.object({ id: z.string(), href: z.string() });

/** Taking in a package. The file goes straight on to the importer, however large it is. */
@Screen({ path: 'admin/uploads', access: ['officer'], pages: { new: 'Upload a module' } })
export class UploadNewController {
  constructor(
    private readonly uploads: PackageUploads,
    private readonly queries: UploadsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('new')
  @Render(PAGE)
  async show(@Query('module') module?: string) {
    return { ...(await this.form(module ?? '')) };
  }

  @Post()
  @JsonRoute('Take in a package (multipart: package, module)', Received)
  async receive(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @CurrentPerson() officer: SignedInPerson) {
    // As far as the form was read.
    let chosen = '';
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: PAGE,
      view: async (_, problems) => ({ ...(await this.form(chosen)), ...problems }),
      refusals: [
        atField(
          UploadFormWrong,
          ({ field }) => field,
          ({ message }) => message,
        ),
      ],
      take: async () => {
        const { module, fileName, file } = await readUploadForm(request, this.config.UPLOAD_MAX_BYTES).catch(
          (error: unknown) => {
            if (error instanceof UploadFormWrong) ({ chosen } = error);
            throw error;
          },
        );
        const course = (await this.queries.modules()).find(({ slug }) => slug === module);
        if (module !== '' && !course) {
          file.resume();
          throw new UploadFormWrong('module', 'Choose a module from the list');
        }
        const id = await this.uploads.receive(file, {
          fileName,
          uploadedBy: officer.id,
          expected: Number(request.headers['content-length'] ?? 1) || 1,
          ...(course && { courseId: course.id }),
        });
        const href = `/admin/uploads/${id}`;
        if (wantsPage(request)) return href;
        return await reply.status(HttpStatus.CREATED).header('location', href).send({ id, href });
      },
    });
  }

  private async form(chosen: string) {
    const modules = (await this.queries.modules()).map(({ slug, title }) => ({
      value: slug,
      text: `A new version of “${title}”`,
      selected: slug === chosen,
    }));
    return {
      modules: [{ value: '', text: 'A new module' }, ...modules],
      limit: fileSize(this.config.UPLOAD_MAX_BYTES),
      maxBytes: this.config.UPLOAD_MAX_BYTES,
      message: {},
    };
  }
}
