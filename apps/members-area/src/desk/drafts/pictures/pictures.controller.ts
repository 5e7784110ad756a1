import { Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  addPicture,
  DraftChecks,
  Drafts,
  LARGEST_PICTURE,
  PartNotFound,
  pictureKind,
  picturesOf,
  removePicture,
  screensOf,
} from '@induct/authoring';
import { said } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readFileForm } from '../../../forms/file-form';
import { type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { fileSize } from '../../../words/counted';
import { draftHref, remarksAt, screenHref, mustBeId } from '../frame/addresses';

const PAGE = 'desk/drafts/pictures/pictures.page.njk';
const TYPES: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

/** The pictures of a module. Their words stand at the screens that show them. */
@Screen({
  path: 'admin/drafts/:id/pictures',
  access: ['officer'],
  title: 'Pictures of a module',
})
export class DraftPicturesController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    return { ...(await this.page({ id, by: officer.id }, NO_PROBLEMS)), done };
  }

  @Post()
  async add(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: PAGE,
      view: (_, problems) => this.page({ id, by: officer.id }, problems),
      take: async () => {
        const { file, fileName } = await readFileForm(request, LARGEST_PICTURE);
        if (!Buffer.isBuffer(file)) throw new FieldIsWrong('file', said('Choose a picture'));
        if (file.length > LARGEST_PICTURE)
          throw new FieldIsWrong(
            'file',
            said('The picture is too large: 2 MB at most. Save a smaller copy of it, for example 1,600 pixels wide'),
          );
        const kind = pictureKind(file);
        if (!kind) throw new FieldIsWrong('file', said('Choose a picture of the kind PNG, JPEG or SVG'));
        const name = String(fileName).split(/[\\/]/).at(-1)!;
        await this.drafts.change(
          mustBeId(id),
          { act: 'picture-added', about: name, by: officer.id },
          (files) => addPicture(files, name, kind, file).changes,
        );
        return `${draftHref(id)}/pictures?done=added`;
      },
    });
  }

  /** It came from outside: it is shown, runs nothing and loads nothing. */
  @Get('media/:name')
  async picture(@Param('id') id: string, @Param('name') name: string, @Res() reply: FastifyReply) {
    const { files } = await this.drafts.read(mustBeId(id));
    const path = `media/${name}`;
    if (!picturesOf(files).includes(path)) throw new PartNotFound();
    return await reply
      .headers({
        'content-type': TYPES[path.split('.').at(-1)!]!,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
        'cache-control': 'private, no-store',
      })
      .send(files.get(path));
  }

  @Post('media/:name/remove')
  async remove(
    @Param('id') id: string,
    @Param('name') name: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.drafts.change(mustBeId(id), { act: 'picture-removed', about: name, by: officer.id }, (files) =>
      removePicture(files, `media/${name}`),
    );
    return await reply.redirect(`${draftHref(id)}/pictures?done=removed`, 303);
  }

  private async page({ id, by }: { id: string; by: string }, problems: FormProblems) {
    const draft = await this.drafts.read(mustBeId(id));
    const { problems: found } = await this.checks.check(draft, by);
    const screens = screensOf(draft.files);
    return {
      draft: { title: draft.title, href: draftHref(id) },
      largest: fileSize(LARGEST_PICTURE),
      pictures: picturesOf(draft.files).map((path) => ({
        name: path.slice('media/'.length),
        src: `${draftHref(id)}/pictures/${path}`,
        shownOn: screens
          .filter(({ source }) => source.includes(path))
          .map(({ id: screen, title }) => ({ text: title, href: screenHref(id, screen) })),
        remarks: remarksAt(found, (place) => place.at === 'picture' && place.file === path),
      })),
      ...problems,
    };
  }
}
