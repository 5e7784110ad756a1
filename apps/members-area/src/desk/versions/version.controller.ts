import { Get, HttpStatus, Param, Post, Query, Render, Res, StreamableFile } from '@nestjs/common';
import { ProgrammeVersions, type ReadVersion, ShownVersions } from '@induct/events';
import { FileStore, LANGUAGES } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { versionView } from './version.view';
import { numberIn, versionHref } from '../../words/programme-versions';

/** What is done with a version by one press, by the end of its address, and what is said then. */
const ACTS = { propose: 'proposed', publish: 'published', withdraw: 'withdrawn', 'print-again': 'print' } as const;

/** Of a PDF. */
const Asked = z.object({ language: z.enum(LANGUAGES).catch('en') });

/** One version of a programme: what stands in it, and the way to everybody. */
@Screen({
  path: 'admin/versions/:slug/:number',
  access: ['officer'],
  title: 'A version of the programme',
})
export class VersionController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly versions: ProgrammeVersions,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Render('desk/versions/version.page.njk')
  async show(@Param('slug') slug: string, @Param('number') number: string, @Query('done') done: unknown) {
    const read = await this.read(slug, number);
    const [en, cy] = await Promise.all(LANGUAGES.map((language) => this.shown.paper(read.version.id, language)));
    return versionView(read, { en: en!, cy: cy! }, done);
  }

  @Get('programme.pdf')
  async pdf(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Query({ schema: Asked }) { language }: z.infer<typeof Asked>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { version } = await this.read(slug, number);
    const paper = await this.shown.paper(version.id, language);
    if (paper.state !== 'made') throw new NotHere('PDF');
    void reply.headers({
      'content-type': 'application/pdf',
      'content-length': paper.bytes,
      'content-disposition': `attachment; filename="programme-${slug}-version-${version.number}${language === 'cy' ? '-cy' : ''}.pdf"`,
    });
    return new StreamableFile(this.files.stream(paper.sha256));
  }

  @Post(['propose', 'publish', 'withdraw', 'print-again'])
  async act(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { version } = await this.read(slug, number);
    const act = reply.request.routeOptions.url!.split('/').at(-1) as keyof typeof ACTS;
    if (act === 'propose') await this.versions.propose(version.id, officer.id);
    else if (act === 'publish') await this.versions.publish(version.id, officer.id);
    else if (act === 'withdraw') await this.versions.withdraw(version.id, officer.id);
    else await this.versions.printAgain(version.id, officer.id);
    return await reply.redirect(`${versionHref(slug, version.number)}?done=${ACTS[act]}`, HttpStatus.SEE_OTHER);
  }

  private read(slug: string, number: string): Promise<ReadVersion> {
    return this.shown.version(slug, numberIn(number));
  }
}
