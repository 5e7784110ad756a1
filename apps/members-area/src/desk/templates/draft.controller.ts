import { Body, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import {
  TemplateChangedMeanwhile,
  TemplateDrafts,
  TemplateIsNoDraft,
  TemplateQueries,
  WelshNames,
} from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { DraftForm } from './draft.form';
import { draftView, fieldsOfDraft } from './draft.view';
import { numberIn } from './template-number';

const PAGE = 'desk/templates/draft.page.njk';
const SAVED_MEANWHILE =
  'Somebody else has saved this draft since you opened it. Yours is below and is not saved: save it again to put it in the place of theirs';

/** A template that is drafted: its choices, and its texts of each language side by side. */
@Screen({ path: 'admin/templates/:number', access: ['officer'], pages: { draft: 'Draft a template' } })
export class TemplateDraftController {
  constructor(
    private readonly queries: TemplateQueries,
    private readonly drafts: TemplateDrafts,
    private readonly names: WelshNames,
  ) {}

  @Get('draft')
  @Render(PAGE)
  async show(@Param('number') number: string) {
    const { facts, version } = await this.find(number);
    return draftView(facts, fieldsOfDraft(version), NO_PROBLEMS);
  }

  @Post('draft')
  async save(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { facts } = await this.read(number);
    return await takeForm(reply, {
      schema: DraftForm,
      sent,
      page: PAGE,
      view: (form, problems) => draftView(facts, form, problems),
      // Whatever became of the draft meanwhile, what was typed is shown again.
      refusals: [
        atField(TemplateChangedMeanwhile, 'draft', () => SAVED_MEANWHILE),
        atField(TemplateIsNoDraft, 'draft'),
      ],
      take: async (draft) => {
        await this.drafts.save(facts.number, { ...draft, by: officer.id });
        return `/admin/templates/${facts.number}`;
      },
    });
  }

  @Post('discard')
  async discard(@Param('number') number: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    await this.drafts.discard(numberIn(number), officer.id);
    return await reply.redirect('/admin/templates?done=discarded', HttpStatus.SEE_OTHER);
  }

  /** For what a worker could not print in its tries. */
  @Post('print-again')
  async printAgain(@Param('number') number: string, @Res() reply: FastifyReply) {
    await this.drafts.printAgain(numberIn(number));
    return await reply.redirect(`/admin/templates/${numberIn(number)}`, HttpStatus.SEE_OTHER);
  }

  /** @throws TemplateNotFound, TemplateIsNoDraft */
  private async find(typed: string) {
    const { version, facts } = await this.read(typed);
    if (version.state !== 'draft') throw new TemplateIsNoDraft();
    return { version, facts };
  }

  /** Whether it is a draft or not. @throws TemplateNotFound */
  private async read(typed: string) {
    const [version, withoutWelsh] = await Promise.all([
      this.queries.find(numberIn(typed)),
      this.names.howManyMissing(),
    ]);
    const { number, scheme, sentBackWhy, revision } = version;
    return { version, facts: { number, scheme, seen: revision, sentBack: sentBackWhy ?? undefined, withoutWelsh } };
  }
}
