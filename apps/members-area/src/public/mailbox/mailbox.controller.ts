import { Get, Inject, Param, ParseUUIDPipe, Query, Render, Req, Res } from '@nestjs/common';
import { asTyped, type CalendarMethod, CONFIG, type Config, readerTimeAndDate, said } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { counted } from '../../words/counted';
import { linkedText } from './linked-text';
import { MailboxQueries, type MailRow } from './mailbox.queries';
import { MailboxQuery } from './mailbox.form';
import { hrefOfPage } from '../../lists/pagination';

const PER_PAGE = 20;
const LETTERS: readonly Column<MailRow>[] = [
  {
    head: 'Subject',
    cell: ({ id, subject, language }) => ({ text: asTyped(subject, language), href: `/mailbox/${id}` }),
  },
  { head: 'To', cell: ({ recipient }) => recipient },
  { head: 'Sent', cell: ({ createdAt }) => readerTimeAndDate(new Date(createdAt)) },
];
const BRINGS: Record<CalendarMethod, string> = {
  PUBLISH: 'It brings an entry for the calendar of whoever reads it.',
  REQUEST: 'It brings an invitation: the calendar of whoever reads it takes the entry, or changes the one that it has.',
  CANCEL: 'It takes the entry out of the calendar of whoever reads it.',
};
/** A letter is shown as it would look, but it can run nothing and ask nobody for anything. */
const LETTER_POLICY = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  'img-src data:',
  `frame-ancestors 'self'`,
  'sandbox allow-top-navigation-by-user-activation',
].join('; ');

/** Every letter the demonstration writes. Only demo councils have this page: it lets anybody sign in as anybody. */
@Screen({
  path: 'mailbox',
  access: ['public'],
  title: 'Mailbox',
  pages: { ':id': 'A letter' },
  back: 'Mailbox',
  demo: true,
})
export class MailboxController {
  constructor(
    private readonly mailbox: MailboxQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('public/mailbox/mailbox.page.njk')
  async list(@Query({ schema: MailboxQuery }) { to, page: wanted }: MailboxQuery, @Req() request: FastifyRequest) {
    const { rows, total, page } = await pageOrLast(
      (nth) => this.mailbox.list(to, PER_PAGE, (nth - 1) * PER_PAGE),
      wanted,
      PER_PAGE,
    );
    const list = listView({
      columns: LETTERS,
      rows,
      caption: counted(total, 'letter'),
      heading: true,
      page,
      per: PER_PAGE,
      total,
      href: (nth) => hrefOfPage(request.url, nth),
    });
    return { list, to };
  }

  @Get(':id')
  @Render('public/mailbox/mail.page.njk')
  async show(@Param('id', ParseUUIDPipe) id: string) {
    const mail = await this.find(id);
    return {
      mail,
      parts: linkedText(mail.bodyText, this.config.SITE_ORIGIN),
      brings: mail.calendarMethod && said(BRINGS[mail.calendarMethod]),
    };
  }

  /** What the letter brings for a calendar, as the file that is attached to it. */
  @Get(':id/invite.ics')
  async calendar(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    const { calendar, calendarMethod } = await this.find(id);
    if (calendar === null) throw new NotHere('calendar');
    return await reply
      .type(`text/calendar; charset=utf-8; method=${calendarMethod}`)
      .header('content-disposition', 'attachment; filename="invite.ics"')
      .header('cache-control', 'no-store')
      .send(calendar);
  }

  /** The letter's own page, for the frame. */
  @Get(':id/letter')
  async letter(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    const mail = await this.find(id);
    return reply
      .header('content-security-policy', LETTER_POLICY)
      .type('text/html; charset=utf-8')
      .send(`<base target="_top">${mail.bodyHtml}`);
  }

  private async find(id: string) {
    const mail = await this.mailbox.find(id);
    if (!mail) throw new NotHere('letter');
    return mail;
  }
}
