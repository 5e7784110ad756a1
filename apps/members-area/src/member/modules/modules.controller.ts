import { Get, Param, Query, Render, Req } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { CouncilWordsOf } from '@induct/course';
import { Clock, dayInLondon } from '@induct/platform';
import { Openings } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { asItCounts } from '../learning/as-it-counts';
import { pageOrLast } from '../../lists/page-or-last';
import { finishedView } from './finished.view';
import { isOnOlderVersion, moduleView } from './module.view';
import { ModulesQuery } from './modules.form';
import { ModulesQueries } from './modules.queries';
import { groupedModules } from './modules.view';
import { hrefOfPage, pagination } from '../../lists/pagination';

const PER_PAGE = 24;

@Screen({
  path: 'modules',
  access: ['member', 'tester'],
  proof: 'any',
  title: 'Modules',
  pages: { ':slug': 'A module', ':slug/finished': 'How a module ended' },
  menu: { area: 'learning', text: 'Modules', order: 20 },
})
export class ModulesController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly asked: WhatIsAskedQueries,
    private readonly openings: Openings,
    private readonly councilWords: CouncilWordsOf,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/modules/modules.page.njk')
  async list(
    @Query({ schema: ModulesQuery }) { show, page: wanted }: ModulesQuery,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
  ) {
    const needed = await this.asked.needed(person.id);
    const asked = needed.asked.filter(({ isAsked }) => isAsked);
    const filter = { show, asked: asked.flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? [])) };
    const { rows, total, page } = await pageOrLast(
      (nth) => this.modules.list(person.id, filter, { limit: PER_PAGE, offset: (nth - 1) * PER_PAGE }),
      wanted,
      PER_PAGE,
    );
    const pages = pagination(page, Math.ceil(total / PER_PAGE), (number) => hrefOfPage(request.url, number));
    const counted = asItCounts(needed.asked);
    const groups = groupedModules(
      rows.map((row) => counted(row.courseId, row)),
      this.clock.now(),
    );
    return { groups, total, show, pages };
  }

  @Get(':slug')
  @Render('member/modules/module.page.njk')
  async show(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson, @Query('noted') noted?: string) {
    const [row, needed] = await Promise.all([this.modules.module(person.id, slug), this.asked.needed(person.id)]);
    if (!row) throw new NotHere('module');
    const [halfWay, checked] = await Promise.all([
      isOnOlderVersion(row) ? this.openings.halfWay(person.id, row.id) : undefined,
      row.published ? this.councilWords.checkedIn(row.id) : undefined,
    ]);
    return { module: moduleView(row, this.clock.now(), needed, { halfWay, checked }), noted: noted === 'yes' };
  }

  @Get(':slug/finished')
  @Render('member/modules/finished.page.njk')
  async finished(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson) {
    const now = this.clock.now();
    const [row, needed] = await Promise.all([
      this.modules.finished(person.id, slug, dayInLondon(now)),
      this.asked.needed(person.id),
    ]);
    if (!row) throw new NotHere('module');
    return { module: finishedView(row, needed, now) };
  }
}
