import { Get, Query, Res } from '@nestjs/common';
import type {} from '@fastify/view';
import { CandidatesAreas, ElectionDays } from '@induct/handbook';
import type { FastifyReply } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { AskedElections, askedHref } from './asked-elections';
import { askedDays, asTyped, DaysForm, daysHref, isSent } from './first-weeks.form';
import { chooseView, weeksView } from './first-weeks.view';

const CHOOSE = 'public/candidates/choose.page.njk';
const WEEKS = 'public/candidates/first-weeks.page.njk';
/** Whoever looks for an older one types its days. */
const ELECTIONS_SHOWN = 12;

/** What whoever is elected does in the first day, week and month, with the days: of an election on record, or of days that are typed. */
@Screen({ path: 'candidates/first-weeks', access: ['public'], title: 'Your first weeks' })
export class FirstWeeksController {
  constructor(
    private readonly areas: CandidatesAreas,
    private readonly elections: ElectionDays,
    private readonly asked: AskedElections,
  ) {}

  @Get()
  async show(@Query() query: Fields, @Res() reply: FastifyReply) {
    if (isSent(query)) return await this.count(query, reply);
    const asked = askedDays(query);
    if (asked.election === undefined && asked.poll === undefined)
      return await reply.view(CHOOSE, await this.choose(undefined, NO_PROBLEMS));
    const election = await this.asked.of(asked);
    // Somebody has edited the address to a day that is none.
    if (!election) return await this.count(asTyped(asked), reply);
    const area = await this.areas.today();
    return await reply.view(
      WEEKS,
      weeksView(election, area, (ending) => askedHref(asked, election, ending)),
    );
  }

  /** Days that were typed become an address, which can be kept and passed on. */
  private async count(sent: Fields, reply: FastifyReply) {
    return await takeForm(reply, {
      schema: DaysForm,
      sent,
      page: CHOOSE,
      view: (form, problems) => this.choose(form, problems),
      take: (days) => Promise.resolve(daysHref(days)),
    });
  }

  /** @param form as it was typed; at first the next poll stands in it */
  private async choose(form: Fields | undefined, problems: FormProblems) {
    const [{ rows }, { freeze, nextPoll }] = await Promise.all([
      this.elections.page({ limit: ELECTIONS_SHOWN, offset: 0 }),
      this.areas.today(),
    ]);
    return chooseView(rows, freeze, form ?? dayFields('poll', nextPoll), problems);
  }
}
