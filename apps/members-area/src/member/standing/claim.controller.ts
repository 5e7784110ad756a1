import { Get, HttpStatus, Param, Post, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  Asked,
  type AskedRequirement,
  type Claim,
  Claims,
  ClaimNotFound,
  ClaimWaits,
  NotAFileThatShows,
} from '@induct/accreditation';
import { Clock, dayInLondon, FileStore, readerDate } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { attachedFile, readFormWithFile } from '../../forms/attached-file';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { claimFields } from '../../forms/claim/claim-fields';
import { claimForm } from '../../forms/claim/claim.form';
import { claimState, isWaiting, KINDS, takeBackHref } from './claim.words';

const PAGE = 'member/standing/claim.page.njk';
const TAKE_BACK = 'member/standing/take-back.page.njk';

/** A member sends in what they have done elsewhere, and takes it back as long as it waits. */
@Screen({
  path: 'standing',
  access: ['signed-in'],
  pages: {
    ':slug/claim': 'Send in what you have done elsewhere',
    'claims/:id/take-back': 'Take back what waits for an officer',
  },
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

  @Get('claims/:id/take-back')
  async askToTakeBack(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const claim = await this.own(id, person);
    // What became of it meanwhile stands there.
    if (!isWaiting(claim)) return await reply.redirect('/standing', HttpStatus.SEE_OTHER);
    const { state, what, file } = claimState(claim, dayInLondon(this.clock.now()));
    const { title, words, doneOn } = claim;
    return await reply.view(TAKE_BACK, {
      title,
      words,
      state,
      what,
      file,
      done: readerDate(doneOn),
      href: takeBackHref(id),
    });
  }

  @Post('claims/:id/take-back')
  async takeBack(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { takenBackAt } = await this.own(id, person);
    // Pressed twice, it is taken back all the same.
    if (takenBackAt === null) await this.claims.takeBack(id, person.id);
    return await reply.redirect('/standing?done=taken-back', HttpStatus.SEE_OTHER);
  }

  private async own(id: string, person: SignedInPerson): Promise<Claim> {
    const claim = isId(id) ? await this.claims.find(id) : undefined;
    if (claim?.personId !== person.id) throw new ClaimNotFound();
    return claim;
  }

  private async find(slug: string, person: SignedInPerson): Promise<AskedRequirement> {
    const requirement = (await this.asked.of(person.id)).find((one) => one.slug === slug);
    if (!requirement) throw new NotHere('requirement');
    return requirement;
  }
}
