import { Get, Param, Res, StreamableFile } from '@nestjs/common';
import { Pictures } from '@induct/accreditation';
import { Council, councilCss } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';

/** What is served under a revision or a hash never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The council's colours and arms, for every page. */
@Screen({ path: '', access: ['public'] })
export class CouncilDressController {
  constructor(
    private readonly council: Council,
    private readonly pictures: Pictures,
  ) {}

  /** As of one revision; those of another, which pages no longer name, stay what they were. @throws NoSuchRevision */
  @Get('council-:revision.css')
  async css(@Param('revision') asked: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!/^[1-9]\d{0,5}$/.test(asked)) throw new NotHere('style sheet');
    const revision = Number(asked);
    const { current } = this.council;
    const css = councilCss(current.revision === revision ? current : await this.council.at(revision));
    void reply.headers({ 'content-type': 'text/css; charset=utf-8', 'cache-control': FOR_EVER });
    return css;
  }

  /** Only what stands or stood at the top of the pages: signatures are not for everybody. */
  @Get('council-arms/:id')
  async arms(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const isOurs = /^[0-9a-f]{64}$/.test(id) && (await this.council.hadArms(id));
    const picture = isOurs ? await this.pictures.find(id) : undefined;
    if (!picture) throw new NotHere('picture');
    void reply.headers({
      'content-type': picture.type,
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': FOR_EVER,
    });
    return new StreamableFile(picture.bytes);
  }
}
