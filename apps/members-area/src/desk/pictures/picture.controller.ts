import { Get, Param, Res, StreamableFile } from '@nestjs/common';
import { Pictures } from '@induct/accreditation';
import type { FastifyReply } from 'fastify';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';

/** Arms and signatures of certificates, for the desk to look at. Bytes under a hash never change. */
@Screen({ path: 'admin/pictures', access: ['officer', 'administrator'] })
export class PictureController {
  constructor(private readonly pictures: Pictures) {}

  @Get(':id')
  async show(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const picture = /^[0-9a-f]{64}$/.test(id) ? await this.pictures.find(id) : undefined;
    if (!picture) throw new NotHere('picture');
    void reply.headers({
      'content-type': picture.type,
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400, immutable',
    });
    return new StreamableFile(picture.bytes);
  }
}
