import { Get, Param, Res, StreamableFile } from '@nestjs/common';
import { FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Previews, type ScreenshotType } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { WORKERS } from '../readers';
import { FindingPages } from './finding-pages';

/** The only kinds of picture that are shown. */
const EXTENSIONS: Record<ScreenshotType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** Files that belong to a finding. They came from outside: a browser does nothing with them but show or keep them. */
@Screen({ path: 'testing/findings/:findingId', access: WORKERS })
export class EvidenceController {
  constructor(
    private readonly pages: FindingPages,
    private readonly previews: Previews,
    private readonly files: FileStore,
  ) {}

  @Get('screenshot')
  async screenshot(
    @Param('findingId') id: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { screenshotSha256, screenshotType, number } = await this.pages.find(id, reader);
    const extension = EXTENSIONS[screenshotType as ScreenshotType];
    if (!screenshotSha256 || !extension || !(await this.files.has(screenshotSha256))) throw new NotHere('screenshot');
    void reply.headers({
      'content-type': screenshotType!,
      'content-disposition': `inline; filename="finding-${number}.${extension}"`,
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(screenshotSha256));
  }

  /** Finding, log and screenshot in one file. */
  @Get('bundle')
  async bundle(
    @Param('findingId') id: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    await this.pages.find(id, reader);
    const { fileName, stream } = await this.previews.bundle(id);
    void reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(stream);
  }
}
