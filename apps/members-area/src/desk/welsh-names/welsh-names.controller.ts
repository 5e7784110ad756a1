import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { NamedMeanwhile, WelshNames } from '@induct/accreditation';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { pageNumber } from '../../lists/filter';
import { pageOrLast } from '../../lists/page-or-last';
import { address } from '../../lists/paging';
import { fieldOf, WelshNamesForm } from './welsh-names.form';
import { PATH, PER_PAGE, welshNamesView } from './welsh-names.view';

const PAGE = 'desk/welsh-names/welsh-names.page.njk';
const Asked = z.object({
  page: pageNumber,
  show: z.literal('missing').optional().catch(undefined),
  done: z.string().optional().catch(undefined),
});
type Asked = z.infer<typeof Asked>;

/** What the council, its schemes and what they ask for are called in Welsh. */
@Screen({
  path: 'admin/welsh-names',
  access: ['officer', 'administrator'],
  title: 'Names in Welsh',
  under: 'admin/templates',
})
export class WelshNamesController {
  constructor(private readonly names: WelshNames) {}

  @Get()
  async show(
    @Query({ schema: Asked }) asked: Asked,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await reply.view(PAGE, await this.view(asked, reader, {}, NO_PROBLEMS));
  }

  @Post()
  @Access('officer')
  async save(
    @Query({ schema: Asked }) asked: Asked,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { page, show } = asked;
    return await takeForm(reply, {
      schema: WelshNamesForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view({ page, show }, officer, form, problems),
      refusals: [atField(NamedMeanwhile, ({ of }) => fieldOf(of))],
      take: async (changes) => {
        await this.names.save(changes, officer.id);
        return address(PATH, { show, page: page === 1 ? undefined : page, done: 'saved' });
      },
    });
  }

  private async view({ page, show, done }: Asked, { roles }: SignedInPerson, form: Fields, problems: FormProblems) {
    const onlyMissing = show === 'missing';
    const [council, found] = await Promise.all([
      this.names.council(),
      pageOrLast((nth) => this.names.page({ onlyMissing }, PER_PAGE, (nth - 1) * PER_PAGE), page, PER_PAGE),
    ]);
    return welshNamesView({ council, found, onlyMissing, mayName: roles.includes('officer'), done }, form, problems);
  }
}
