import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { ChangedMeanwhile, type DraftAct, Drafts } from '@induct/authoring';
import { britishTimeAndDate, said } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { filtered, PageOf } from '../../lists/filter';
import { listView } from '../../lists/list';
import { pageWithin } from '../../lists/paging';
import { draftHref, mustBeId } from './frame/addresses';
import { DraftsQueries, type RevisionRow } from './drafts.queries';

const PER_PAGE = 50;

const acts = (): Record<DraftAct, string> => ({
  begun: said('Begun'),
  'brought-in': said('Brought in'),
  details: said('Details changed'),
  review: said('For the monitoring officer: changed'),
  test: said('Test changed'),
  'screen-added': said('Screen added'),
  'screen-named': said('Title or aims of a screen changed'),
  'screen-moved': said('Screen moved'),
  'screen-removed': said('Screen removed'),
  'part-added': said('Part added to a screen'),
  'part-changed': said('Part of a screen changed'),
  'part-moved': said('Part of a screen moved'),
  'part-removed': said('Part of a screen removed'),
  'question-added': said('Question added'),
  'question-changed': said('Question changed'),
  'question-moved': said('Question moved'),
  'question-removed': said('Question removed'),
  'picture-added': said('Picture brought in'),
  'picture-removed': said('Picture removed'),
  'gone-back': said('Gone back to an earlier state'),
  'brought-back': said('Brought back'),
});

/** Every change of a module that is written here, and the way back. */
@Screen({
  path: 'admin/drafts/:id/history',
  access: ['officer'],
  title: 'History of a module',
})
export class DraftHistoryController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
  ) {}

  @Get()
  @Render('desk/drafts/history.page.njk')
  async show(@Param('id') id: string, @Query() query: unknown, @Query('done') done?: string) {
    const draft = await this.drafts.read(mustBeId(id));
    const total = draft.revision;
    const page = pageWithin(PageOf.parse(query).page, PER_PAGE, total);
    const [rows, last, taken] = await Promise.all([
      this.queries.revisions(id, PER_PAGE, (page - 1) * PER_PAGE),
      this.queries.standing(id, total),
      this.queries.takenAway(id),
    ]);
    const pages = filtered(PageOf, `${draftHref(id)}/history`);
    const names = acts();
    return {
      draft: { title: draft.title, href: draftHref(id), revision: draft.revision },
      done,
      last: last.number > 1 && { before: last.number - 1, text: `${names[last.act]} (${last.about})` },
      hasGoneBack: last.number !== total,
      taken: taken.map(({ number, recordedAt, act, about }) => ({
        value: String(number),
        text: `${names[act]}: ${about}`.slice(0, 120) + `, ${britishTimeAndDate(recordedAt)}`,
      })),
      list: listView<RevisionRow>({
        columns: [
          { head: 'When', cell: ({ recordedAt }) => britishTimeAndDate(recordedAt) },
          { head: 'What', cell: ({ act }) => names[act] ?? act },
          {
            head: 'About',
            cell: ({ act, about }) => ({
              text: act === 'gone-back' ? `State ${about}` : about,
              classes: 'induct-breaks',
            }),
          },
          { head: 'Who', cell: ({ who }) => who ?? 'Somebody who has left' },
          { head: 'State', cell: ({ number }) => String(number) },
        ],
        rows,
        caption: 'Changes, the newest first',
        page,
        per: PER_PAGE,
        total,
        href: (to) => pages.address({ page: to }),
      }),
      states: rows
        .filter(({ number }) => number < draft.revision)
        .map(({ number, recordedAt, act, about }) => ({
          value: String(number),
          text: `${number}: ${britishTimeAndDate(recordedAt)}, ${names[act] ?? act}${act === 'gone-back' ? '' : ` (${about})`}`.slice(
            0,
            120,
          ),
        })),
    };
  }

  /** Brings one thing back that was removed, and nothing else. */
  @Post('bring-back')
  async bringBack(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const number = numbered((sent as { taken?: unknown } | null | undefined)?.taken);
    await this.drafts.bringBackFrom(mustBeId(id), number, officer.id);
    return await reply.redirect(`${draftHref(id)}/history?done=brought`, 303);
  }

  @Post()
  async goBack(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { to, seen } = (sent ?? {}) as { to?: unknown; seen?: unknown };
    const where = `${draftHref(id)}/history`;
    try {
      await this.drafts.goBack(mustBeId(id), numbered(to), numbered(seen), officer.id);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return await reply.redirect(`${where}?done=meanwhile`, 303);
      throw error;
    }
    return await reply.redirect(`${where}?done=back`, 303);
  }
}

const numbered = (value: unknown): number => (/^\d{1,9}$/.test(String(value)) ? Number(value) : 0);
