import { Body, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import {
  DraftChangedMeanwhile,
  Drafts,
  draftSeen,
  EventCannotBePrinted,
  NothingIsDrafted,
  PartIsGone,
  RuleIsTooLarge,
  SchemeNotFound,
  SchemeQueries,
  SchemesGoInACircle,
  VersionIsProposed,
} from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { AskingForEvents } from '../event-mandate/asking-for-events.service';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, FieldIsWrong, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { DraftForm, fieldsOf, linesIn } from './draft.form';
import { draftView, fieldsOfDraft, offered } from './draft.view';
import { pressed, type RuleLine, ruleOf } from './rule-lines';
import { inWorkOf } from './schemes.view';

const PAGE = 'desk/schemes/draft.page.njk';
const SAVED_MEANWHILE =
  'Somebody else has saved this draft since you opened it. Yours is below and is not saved: save it again to put it in the place of theirs';

/** The version of a scheme that is drafted. Its lines are added and taken out by buttons; nothing is kept before it is saved. */
@Screen({ path: 'admin/schemes/:slug/draft', access: ['officer'], title: 'Draft a version' })
export class DraftController {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly drafts: Drafts,
    private readonly events: AskingForEvents,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('slug') slug: string) {
    const { facts, version } = await this.find(slug);
    return draftView(facts, fieldsOfDraft(version), NO_PROBLEMS);
  }

  @Post()
  async change(
    @Param('slug') slug: string,
    @Body() typed: Fields | undefined,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { facts } = await this.read(slug);
    const sent = typed && (await this.asAskedNow(typed, offered(facts.nameable, facts.scheme.id)));
    const press = sent?.['press'];
    if (typeof press === 'string' && press !== 'save') {
      const lines = pressed(linesIn(sent!), press);
      return await reply
        .status(HttpStatus.OK)
        .view(PAGE, draftView(facts, { ...sent, ...fieldsOf(lines), ...end(lines) }, NO_PROBLEMS));
    }
    return await takeForm(reply, {
      schema: DraftForm,
      sent,
      page: PAGE,
      view: (form: Fields, problems: FormProblems) => draftView(facts, form, problems),
      // Whatever became of the draft meanwhile, what was typed is shown again.
      refusals: [
        atField(DraftChangedMeanwhile, 'lines', () => SAVED_MEANWHILE),
        atField(VersionIsProposed, 'lines'),
        atField(NothingIsDrafted, 'lines'),
        atField(PartIsGone, 'line-0-what'),
        atField(SchemesGoInACircle, 'line-0-what'),
        atField(EventCannotBePrinted, 'line-0-what'),
      ],
      take: async ({ lines, seen, ...terms }) => {
        const rule = await this.ruleOf(lines, offered(facts.nameable, facts.scheme.id), officer.id);
        try {
          await this.drafts.save(facts.scheme.id, { ...terms, rule }, seen);
        } catch (error) {
          if (error instanceof RuleIsTooLarge) throw new FieldIsWrong('line-0-what', error.message);
          throw error;
        }
        return `/admin/schemes/${slug}/effects`;
      },
    });
  }

  @Post('discard')
  async discard(@Param('slug') slug: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const { facts } = await this.find(slug);
    await this.drafts.discard(facts.scheme.id, officer.id);
    const isThere = await this.queries.bySlug(slug);
    return await reply.redirect(
      isThere ? `/admin/schemes/${slug}?done=discarded` : '/admin/schemes',
      HttpStatus.SEE_OTHER,
    );
  }

  /** A module or an event that nothing asked for when the page was opened may be asked for by now: then the line means that requirement. */
  private async asAskedNow(typed: Fields, known: ReadonlySet<string>): Promise<Fields> {
    const now: Fields = { ...typed };
    for (const [at, { what }] of linesIn(typed).entries()) {
      // Without a requirement nothing is made of it here: it is chosen again.
      const need = known.has(what) ? undefined : await this.knownNeedOf(what);
      if (need !== undefined) now[`line-${at}-what`] = `need:${need}`;
    }
    return now;
  }

  private async knownNeedOf(what: string): Promise<string | undefined> {
    const [kind, named = ''] = what.split(':');
    if (kind === 'module' && isId(named)) return await this.drafts.knownNeedOf(named);
    return kind === 'event' ? await this.drafts.knownNeedOfEvent(named) : undefined;
  }

  /** What nothing asks for yet becomes something that can be asked for. @throws FieldIsWrong at the line */
  private async ruleOf(lines: readonly RuleLine[], known: ReadonlySet<string>, by: string) {
    const asked: RuleLine[] = [];
    for (const [at, line] of lines.entries()) {
      if (line.what !== '' && !known.has(line.what)) throw new FieldIsWrong(`line-${at}-what`, 'Choose it again');
      const [kind, id] = line.what.split(':');
      if (kind === 'module') asked.push({ ...line, what: `need:${await this.drafts.needOf(id!)}` });
      else if (kind === 'event') asked.push({ ...line, what: `need:${await this.events.needOf(id!, by)}` });
      else asked.push(line);
    }
    const read = ruleOf(asked);
    if ('problem' in read) throw new FieldIsWrong(`line-${read.problem.line}-what`, read.problem.text);
    return read.rule;
  }

  /** @throws SchemeNotFound, NothingIsDrafted, VersionIsProposed */
  private async find(slug: string) {
    const { version, facts } = await this.read(slug);
    if (!version) throw new NothingIsDrafted();
    if (version.state === 'proposed') throw new VersionIsProposed();
    return { version, facts };
  }

  /** Whether there is a draft or not. @throws SchemeNotFound */
  private async read(slug: string) {
    const [scheme, nameable] = await Promise.all([this.queries.bySlug(slug), this.queries.nameable()]);
    if (!scheme) throw new SchemeNotFound();
    const version = inWorkOf(scheme.versions);
    const seen = version && draftSeen(version);
    return { version, facts: { scheme, edition: version?.edition ?? 'a new edition', nameable, seen } };
  }
}

/** No line stands after the last. */
const end = (lines: readonly RuleLine[]): Fields => ({ [`line-${lines.length}-depth`]: undefined });
