import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { HandbookTexts } from '@induct/handbook';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { entryOf } from './entry';
import { entryHref } from './handbook-desk.view';
import { WithdrawForm } from './handbook-text.form';

const PAGE = 'desk/handbook/withdraw.page.njk';

/** Taking something out of the handbook. */
@Screen({ path: 'admin/handbook/:slug/withdraw', access: ['officer'], title: 'Take something out of the handbook' })
export class WithdrawController {
  constructor(private readonly texts: HandbookTexts) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string) {
    return await this.page(slug, NO_PROBLEMS);
  }

  @Post()
  async withdraw(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await entryOf(this.texts, slug);
    return await takeForm(reply, {
      schema: WithdrawForm,
      sent,
      page: PAGE,
      view: (_, problems) => this.page(slug, problems),
      take: async ({ when, seen }) => {
        await this.texts.withdraw(slug, when === 'now', { seen, by: officer.id });
        return `${entryHref(slug)}?done=withdrawn`;
      },
    });
  }

  private async page(slug: string, problems: FormProblems) {
    const { newest } = await entryOf(this.texts, slug);
    return { name: newest.title, seen: newest.number, href: entryHref(slug), ...problems };
  }
}
