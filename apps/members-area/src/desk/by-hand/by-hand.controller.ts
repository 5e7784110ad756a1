import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type ByHand, ByHandNotFound, IssuingByHand } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
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
  constructor(private readonly byHand: IssuingByHand) {}

  @Get()
  @Render(WAITING_PAGE)
  async list(
    @Query({ schema: WaitingAsked }) asked: z.infer<typeof WaitingAsked>,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    return await waitingList(request, asked, BY_HAND, async (limit, offset) => {
      const { proposals, total } = await this.byHand.waiting(limit, offset);
      return { rows: proposals.map((one) => waitingByHand(one, officer.id)), total };
    });
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

  private async find(id: string): Promise<ByHand> {
    if (!isId(id)) throw new ByHandNotFound();
    return this.byHand.find(id);
  }
}
