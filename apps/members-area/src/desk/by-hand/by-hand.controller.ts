import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type ByHand, ByHandNotFound, IssuingByHand } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { hrefOfPage, pagination } from '../../lists/pagination';
import { ByHandDecisionForm } from './by-hand.form';
import { byHandPage, waitingByHand } from './by-hand.view';

const PAGE = 'desk/by-hand/by-hand.page.njk';
const PER_PAGE = 25;
const Wanted = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1), done: z.string().optional() });

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
  @Render('desk/by-hand/by-hand-list.page.njk')
  async list(
    @Query({ schema: Wanted }) { page: wanted, done }: z.infer<typeof Wanted>,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    const { proposals, total, page } = await pageOrLast(
      (nth) => this.byHand.waiting(PER_PAGE, (nth - 1) * PER_PAGE),
      wanted,
      PER_PAGE,
    );
    const pages = pagination(page, Math.ceil(total / PER_PAGE), (number) => hrefOfPage(request.url, number));
    return { proposals: proposals.map((one) => waitingByHand(one, officer.id)), total, pages, done };
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
