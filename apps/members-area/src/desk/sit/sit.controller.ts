import { Get, Query, Render } from '@nestjs/common';
import { WhoMaySit } from '@induct/accreditation';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { paperView } from './paper.view';
import { type Asked, bodyOf, dayOf, SitFilter } from './sit-filter';
import { SitQueries } from './sit.queries';
import { sitView } from './sit.view';

/** Who may sit on a body on a day: for whoever calls the meeting. */
@Screen({
  path: 'admin/sit',
  access: ['officer'],
  title: 'Who may sit',
  pages: { paper: 'Who may sit, on paper' },
  menu: { area: 'desk', group: 'People and seats', text: 'Who may sit', order: 74 },
  back: 'Who may sit',
})
export class SitController {
  constructor(
    private readonly who: WhoMaySit,
    private readonly queries: SitQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/sit/sit.page.njk')
  async show(@Query() query: unknown) {
    const { asked, bodies, sitters, now } = await this.answer(query);
    return sitView(asked, bodies, sitters, now);
  }

  /** One page to take to the meeting. That it was made is on record, with what it said. */
  @Get('paper')
  @Render('desk/sit/paper.page.njk')
  async paper(@Query() query: unknown, @CurrentPerson() officer: SignedInPerson) {
    const { asked, sitters, now } = await this.answer(query);
    const may = sitters.filter((sitter) => sitter.may).map(({ personId }) => personId);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'sitting.printed',
        subjectType: 'body',
        subjectId: asked.body?.id ?? 'none',
        detail: { day: asked.day, may, rows: sitters.length },
      }),
    );
    return paperView(asked, sitters, now);
  }

  private async answer(query: unknown) {
    const { body: id, on } = SitFilter.parse(query);
    const now = this.clock.now();
    const read = dayOf(on, dayInLondon(now));
    const bodies = await this.queries.bodies(read.day);
    const asked: Asked = { ...read, body: bodyOf(bodies, id) };
    const sitters = asked.body ? await this.who.on({ day: asked.day, knownAt: now, bodyIds: [asked.body.id] }) : [];
    return { asked, bodies, sitters, now };
  }
}
