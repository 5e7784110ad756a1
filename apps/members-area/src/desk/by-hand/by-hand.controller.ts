import { Body, Get, Param, Post, Query, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import { type ByHand, ByHandNotFound, IssuingByHand } from '@induct/accreditation';
import { FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { attachedFile } from '../../forms/attached-file';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { WAITING_PAGE, WaitingAsked, waitingList } from '../../lists/waiting';
import { ByHandDecisionForm } from './by-hand.form';
import { BY_HAND, byHandPage, waitingByHand } from './by-hand.view';

const PAGE = 'desk/by-hand/by-hand.page.njk';

/** Certificates that one officer wants issued for what Induct did not see, for another to decide. */
@Screen({
  path: 'admin/by-hand',
  access: ['officer'],
  title: 'Issued by hand',
  pages: { ':id': 'A certificate by hand' },
  under: 'admin/certificates',
  back: 'Issued by hand',
})
export class ByHandController {
  constructor(
    private readonly byHand: IssuingByHand,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Render(WAITING_PAGE)
  async list(
    @Query({ schema: WaitingAsked }) asked: z.infer<typeof WaitingAsked>,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    return await waitingList(request, asked, BY_HAND, this.byHand, (one) => waitingByHand(one, officer.id));
  }

  @Get(':id')
  @Render(PAGE)
  async show(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    return byHandPage(await this.find(id), officer.id, {}, NO_PROBLEMS);
  }

  @Post(':id')
  async decide(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const proposal = await this.find(id);
    return await takeForm(reply, {
      schema: ByHandDecisionForm,
      sent,
      page: PAGE,
      view: (form, problems) => byHandPage(proposal, officer.id, form, problems),
      take: async ({ decision }) => {
        if (decision === 'issue') await this.byHand.confirm(id, officer.id);
        else await this.byHand.withdraw(id, officer.id);
        return `/admin/by-hand?done=${decision === 'issue' ? 'issued' : 'dropped'}`;
      },
    });
  }

  /** What the officer saw who proposed it. Who takes it is on record. */
  @Get(':id/file')
  async file(
    @Param('id') id: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (!isId(id)) throw new ByHandNotFound();
    const { sha256, fileType: type } = await this.byHand.takeFile(id, officer.id);
    return attachedFile(reply, this.files, { name: 'By hand', sha256, type });
  }

  private async find(id: string): Promise<ByHand> {
    if (!isId(id)) throw new ByHandNotFound();
    return this.byHand.find(id);
  }
}
