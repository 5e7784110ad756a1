import { Get, Param, Post, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  Asked,
  type AskedRequirement,
  Claims,
  ClaimNotFound,
  ClaimWaits,
  NotAFileThatShows,
} from '@induct/accreditation';
import { Clock, FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { attachedFile, readFormWithFile } from '../../forms/attached-file';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { claimFields } from '../../forms/claim/claim-fields';
import { claimForm } from '../../forms/claim/claim.form';
import { KINDS } from './claim.words';

const PAGE = 'member/standing/claim.page.njk';
/** A member sends in what they have done elsewhere. */
@Screen({
  path: 'standing',
  access: ['signed-in'],
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
    return claimFields(await this.find(slug, person), KINDS, {}, NO_PROBLEMS);
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
      sent: await readFormWithFile(request),
      page: PAGE,
      view: (form, problems) => claimFields(requirement, KINDS, form, problems),
      refusals: [atField(ClaimWaits, 'kind'), atField(NotAFileThatShows, 'file')],
      take: async (claim) => {
        await this.claims.send({ ...claim, slug, personId: person.id });
        return '/standing?sent=yes';
      },
    });
  }

  /** For whoever it is about, and for officers. */
  @Get('claims/:id/file')
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
    return attachedFile(reply, this.files, { name: 'Claim', sha256, type: fileType });
  }

  private async find(slug: string, person: SignedInPerson): Promise<AskedRequirement> {
    const requirement = (await this.asked.of(person.id)).find((one) => one.slug === slug);
    if (!requirement) throw new NotHere('requirement');
    return requirement;
  }
}
