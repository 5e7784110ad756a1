import { Get, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import { GroupStandings, Nudges } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { group, GroupShown } from './group.filter';
import { groupColumns, stateOf, totalsInWords } from './group.view';

const PER_PAGE = 25;

/** How the people of a champion's own group stand: who has completed what is asked, and a reminder a week at most. */
@Screen({
  path: 'group',
  access: ['champion'],
  title: 'Your group',
  pages: { ':id/remind': 'Remind somebody' },
  menu: { area: 'learning', group: 'Your group', text: 'How it stands', order: 44 },
})
export class GroupController {
  constructor(
    private readonly standings: GroupStandings,
    private readonly nudges: Nudges,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/group/group.page.njk')
  async show(@Query() query: unknown, @Query('done') done: unknown, @CurrentPerson() person: SignedInPerson) {
    const filter = GroupShown.parse(query);
    const own = await this.nudges.groupOf(person.id);
    if (!own) return { filter };
    const [found, totals] = await Promise.all([
      pageOrLast(
        (page) => this.standings.page(own.name, filter, PER_PAGE, (page - 1) * PER_PAGE),
        filter.page,
        PER_PAGE,
      ),
      this.standings.totals(own.name),
    ]);
    const list = listView({
      columns: groupColumns(dayInLondon(this.clock.now()), person.id),
      rows: found.rows,
      caption: 'By when the next thing is due',
      page: found.page,
      per: PER_PAGE,
      total: found.total,
      href: (page) => group.address(filter, { page }),
    });
    const isFiltered = group.isFiltered(filter, ['show', 'q']);
    return { own, list, filter, isFiltered, says: totalsInWords(totals), isReminded: done === 'reminded' };
  }

  @Get(':id/remind')
  @Render('member/group/remind.page.njk')
  async ask(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() person: SignedInPerson) {
    const row = await this.nudges.find(person.id, id);
    return { row, state: stateOf(row) };
  }

  @Post(':id/remind')
  async remind(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.nudges.nudge(person.id, id);
    return reply.redirect('/group?done=reminded', 303);
  }
}
