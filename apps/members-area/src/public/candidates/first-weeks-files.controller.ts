import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { CandidatesAreas } from '@induct/handbook';
import { Clock, CONFIG, type Config, inLanguage } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fields } from '../../forms/form-problems';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { AskedElections, askedHref } from './asked-elections';
import { FIRST_WEEKS_LIST, firstWeeksCalendar } from './first-weeks.files';
import { type AskedDays, askedDays } from './first-weeks.form';
import { datedSteps } from './first-weeks.view';

/** The first weeks after an election for calendars, and as a list. */
@Screen({ path: 'candidates', access: ['public'] })
export class FirstWeeksFilesController {
  constructor(
    private readonly areas: CandidatesAreas,
    private readonly elections: AskedElections,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('first-weeks.ics')
  async calendar(@Query() query: Fields, @Res() reply: FastifyReply) {
    const asked = askedDays(query);
    const [election, { steps }] = await Promise.all([this.find(asked), this.areas.today()]);
    const about = { url: `${this.config.SITE_ORIGIN}${askedHref(asked, election)}`, madeAt: this.clock.now() };
    return await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="first-weeks-${election.poll}.ics"`)
      .send(firstWeeksCalendar(election, datedSteps(election, steps), about));
  }

  @Get(fileAddresses('first-weeks'))
  async list(@Query() query: Fields, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [election, { steps }] = await Promise.all([this.find(askedDays(query)), this.areas.today()]);
    // Programs read tables: they say the same whoever asks.
    return await inLanguage('en', () =>
      sendListFile(reply, {
        kind: fileKindOf(request),
        name: `first-weeks-${election.poll}`,
        columns: FIRST_WEEKS_LIST,
        batches: once(datedSteps(election, steps)),
      }),
    );
  }

  /** There is no form to show again. @throws NotHere, ElectionIsNotThere */
  private async find(asked: AskedDays) {
    const election = await this.elections.of(asked);
    if (!election) throw new NotHere('election');
    return election;
  }
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
