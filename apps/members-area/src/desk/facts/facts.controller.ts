import { Body, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { FactChangedMeanwhile, FactUnfit, LocalFacts } from '@induct/course';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { FactForm } from './fact.form';
import { FACTS, factsPages, FactsFilter } from './facts-filter';
import { FACT_COLUMNS, factHref, HINTS, historyView, matching, placesView, toFillIn } from './facts.view';

const PER_PAGE = 25;
const FORM = 'desk/facts/fact.page.njk';
const CHECK = 'desk/facts/check-fact.page.njk';

/** What modules say of the council: changed by an officer, read by learners from the next opening on, in every module at once. */
@Screen({
  path: 'admin/facts',
  access: ['officer'],
  title: 'Local facts',
  menu: { area: 'desk', group: 'Learning', text: 'Local facts', order: 34 },
  pages: { ':key': 'A local fact' },
  back: 'Local facts',
})
export class FactsController {
  constructor(private readonly facts: LocalFacts) {}

  @Get()
  @Render('desk/facts/facts.page.njk')
  async list(@Query() query: unknown) {
    const filter = FactsFilter.parse(query);
    const all = await this.facts.all();
    const found = matching(all, filter);
    const page = pageWithin(filter.page, PER_PAGE, found.length);
    return {
      filter,
      isFiltered: factsPages.isFiltered(filter, ['q', 'said']),
      isEmpty: all.length === 0,
      toFillIn: toFillIn(all),
      list: listView({
        columns: FACT_COLUMNS,
        rows: found.slice((page - 1) * PER_PAGE, page * PER_PAGE),
        caption: 'Local facts by name',
        page,
        per: PER_PAGE,
        total: found.length,
        href: (to) => factsPages.address(filter, { page: to }),
      }),
    };
  }

  @Get(':key')
  @Render(FORM)
  async ask(@Param('key') key: string, @Query('version') version: unknown, @Query('done') done: unknown) {
    const { history, reads, isToFillIn } = await this.facts.one(key);
    const earlier = history.find(({ id, words }) => id === version && words !== null)?.words;
    return {
      isSaved: done === 'said',
      isEarlier: earlier !== undefined,
      ...(await this.form(key, { words: earlier ?? (isToFillIn ? '' : reads) }, NO_PROBLEMS)),
    };
  }

  /** Shows first every sentence as it would be read; the second time it is saved. */
  @Post(':key')
  async change(
    @Param('key') key: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const fact = await this.facts.one(key);
    return await takeForm(reply, {
      schema: FactForm,
      sent,
      page: FORM,
      view: (form, problems) => this.form(key, form, problems),
      refusals: [atField(FactUnfit, 'words'), atField(FactChangedMeanwhile, 'words')],
      take: async ({ words, seen, own, confirmed, back }) => {
        if (back) return await reply.status(HttpStatus.OK).view(FORM, await this.form(key, { words }, NO_PROBLEMS));
        const wanted = own ? null : this.facts.fit(fact.kind, words);
        if (!confirmed) {
          const read = wanted ?? this.facts.unsaid(fact);
          const form = { words: wanted ?? words, seen, own };
          return await reply
            .status(HttpStatus.OK)
            .view(CHECK, { href: factHref(key), label: fact.label, form, places: placesView(fact, read) });
        }
        await this.facts.say(key, { words: wanted, seen: seen || undefined }, officer.id);
        return `${factHref(key)}?done=said`;
      },
    });
  }

  private async form(key: string, form: Fields, problems: FormProblems) {
    const fact = await this.facts.one(key);
    const { label, kind, reads, history, cameWith } = fact;
    return {
      href: factHref(key),
      back: FACTS,
      label,
      kind,
      hint: HINTS[kind],
      reads,
      cameWith,
      isSaid: history[0] !== undefined && history[0].words !== null,
      // What stands on the page now is what whoever reads it has seen.
      form: { ...form, seen: history[0]?.id ?? '' },
      places: placesView(fact, reads),
      history: historyView(history),
      ...problems,
    };
  }
}
