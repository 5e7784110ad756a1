import { Body, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { Adopting, NothingIsDrafted, SchemeNotFound, SchemeQueries, Simulations } from '@induct/accreditation';
import { PeopleService, Proposals } from '@induct/people';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { perhaps } from '../../forms/texts';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { EFFECTS_PER_PAGE, EffectsFilter, effectsView, WORDS_LIMIT } from './effects.view';
import { type OwnProposal } from './own-proposal';
import { inWorkOf } from './schemes.view';

const PAGE = 'desk/schemes/effects.page.njk';
const Read = z.object({ simulation: z.uuid() });
const Decision = Read.extend({
  decision: z.enum(['adopt', 'back'], 'Select what you decide'),
  words: perhaps('What you write', WORDS_LIMIT),
}).superRefine(({ decision, words }, context) => {
  if (decision === 'back' && words.length < 5)
    context.addIssue({
      code: 'custom',
      path: ['words'],
      message: 'Say why, so that whoever drafted it understands it',
    });
});

/** What a version would change, person by person: worked out, read, proposed, adopted. Afterwards what it did. */
@Screen({ path: 'admin/schemes/:slug/effects', access: ['officer'], title: 'What would change' })
export class EffectsController {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly simulations: Simulations,
    private readonly adopting: Adopting,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Query() query: Fields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await reply.view(PAGE, await this.page(slug, query, officer.id, {}, NO_PROBLEMS));
  }

  /** How far it is, for the page’s script. */
  @Get('progress')
  async progress(@Param('slug') slug: string, @Query() query: Fields) {
    const { simulation } = await this.find(slug, EffectsFilter.parse(query).of);
    return {
      running: simulation !== undefined && simulation.endedAt === null,
      people: simulation?.people ?? null,
      done: simulation?.done ?? 0,
    };
  }

  @Post('work-out')
  async workOut(@Param('slug') slug: string, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const { scheme } = await this.find(slug, '');
    await this.simulations.ask(scheme.id, officer.id);
    return await reply.redirect(`/admin/schemes/${slug}/effects`, HttpStatus.SEE_OTHER);
  }

  @Post('propose')
  async propose(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { scheme } = await this.find(slug, '');
    return await takeForm(reply, {
      schema: Read,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(slug, {}, officer.id, form, problems),
      take: async ({ simulation }) => {
        await this.adopting.propose(scheme.id, simulation, officer.id);
        return `/admin/schemes/${slug}/effects`;
      },
    });
  }

  @Post('decide')
  async decide(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { scheme } = await this.find(slug, '');
    return await takeForm(reply, {
      schema: Decision,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(slug, {}, officer.id, form, problems),
      take: async ({ simulation, decision, words }) => {
        if (decision === 'back') {
          await this.adopting.sendBack(scheme.id, { by: officer.id, words });
          return `/admin/schemes/${slug}?done=sent-back`;
        }
        const adoption = await this.adopting.adopt(scheme.id, simulation, officer.id);
        if (adoption.adopted) return `/admin/schemes/${slug}?done=adopted`;
        return `/admin/schemes/${slug}/effects?done=moved${adoption.moved > 0 ? '&only=moved' : ''}`;
      },
    });
  }

  private async page(slug: string, query: Fields, reader: string, form: Fields, problems: FormProblems) {
    const filter = EffectsFilter.parse(query);
    const { scheme, version, simulation } = await this.find(slug, filter.of);
    const isRead = simulation?.digest ? simulation.id : undefined;
    const isOwn = version.state === 'proposed' && version.proposedBy === reader;
    const [nameable, counts, { rows, total, page }, people, own] = await Promise.all([
      this.queries.nameable(),
      isRead === undefined ? undefined : this.queries.counts(isRead),
      isRead === undefined
        ? { rows: [], total: 0, page: 1 }
        : pageOrLast(
            (nth) => this.queries.effects(isRead, filter, EFFECTS_PER_PAGE, (nth - 1) * EFFECTS_PER_PAGE),
            filter.page,
            EFFECTS_PER_PAGE,
          ),
      this.people.names(version.proposedBy === null ? [] : [version.proposedBy]),
      isOwn ? this.own(reader) : undefined,
    ]);
    const facts = { scheme, version, nameable, simulation, counts, rows, total, own, people, done: query['done'] };
    return effectsView({ ...facts, filter: { ...filter, page } }, form, problems);
  }

  /** Whom somebody who has proposed a version can ask to adopt it, and when they need ask nobody. */
  private async own(reader: string): Promise<OwnProposal> {
    const [adopters, aloneFrom] = await Promise.all([this.queries.adopters(reader), this.proposals.aloneFrom(reader)]);
    return { adopters, aloneFrom, now: this.clock.now() };
  }

  /** The version that is in work and its newest simulation; or the adopted version that this is the simulation of. */
  private async find(slug: string, of: string) {
    const scheme = await this.queries.bySlug(slug);
    if (!scheme) throw new SchemeNotFound();
    const version =
      of === '' ? inWorkOf(scheme.versions) : scheme.versions.find(({ simulationId }) => simulationId === of);
    if (!version) throw new NothingIsDrafted();
    const simulation =
      version.simulationId === null
        ? await this.simulations.newestOf(version.id)
        : await this.simulations.find(version.simulationId);
    return { scheme, version, simulation };
  }
}
