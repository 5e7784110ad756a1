import { Get, Param, Post, Render, Req, Res, StreamableFile } from '@nestjs/common';
import {
  Asked,
  type AskedRequirement,
  type ClaimFileType,
  Claims,
  ClaimNotFound,
  ClaimWaits,
  NotAFileForClaims,
} from '@induct/accreditation';
import { Clock, FileStore } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { claimForm } from './claim.form';
import { claimView } from './claim.view';
import { readClaimForm } from './claim-upload';

const PAGE = 'member/standing/claim.page.njk';
const EXTENSIONS: Record<ClaimFileType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** A member sends in what they have done elsewhere. */
@Screen({
  path: 'standing',
  access: ['member', 'tester'],
  pages: { ':slug/claim': 'Send in what you have done elsewhere' },
})
export class ClaimController {
  constructor(
    private readonly asked: Asked,
    private readonly claims: Claims,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get(':slug/claim')
  @Render(PAGE)
  async show(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    return claimView(await this.find(slug, person), {}, NO_PROBLEMS);
  }

  @Post(':slug/claim')
  async send(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const requirement = await this.find(slug, person);
    return await takeForm(reply, {
      schema: claimForm(this.clock.now()),
      sent: await readClaimForm(request),
      page: PAGE,
      view: (form, problems) => claimView(requirement, form, problems),
      refusals: [atField(ClaimWaits, 'kind'), atField(NotAFileForClaims, 'file')],
      take: async (claim) => {
        await this.claims.send({ ...claim, slug, personId: person.id });
        return '/standing?sent=yes';
      },
    });
  }

  /** For whoever sent it, and for officers. It came from outside: it is kept, and never opened on our pages. */
  @Get('claims/:id/file')
  @Access('member', 'tester', 'officer')
  async file(
    @Param('id') id: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (!isId(id)) throw new ClaimNotFound();
    const { personId, sha256, fileType } = await this.claims.find(id);
    // Somebody else's and none at all are answered alike.
    if (personId !== person.id && !person.roles.includes('officer')) throw new ClaimNotFound();
    if (!sha256 || !fileType) throw new ClaimNotFound();
    void reply.headers({
      'content-type': fileType,
      'content-disposition': `attachment; filename="Claim.${EXTENSIONS[fileType]}"`,
      'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(this.files.stream(sha256));
  }

  private async find(slug: string, person: SignedInPerson): Promise<AskedRequirement> {
    const requirement = (await this.asked.of(person.id)).find((one) => one.slug === slug);
    if (!requirement) throw new NotHere('requirement');
    return requirement;
  }
}
