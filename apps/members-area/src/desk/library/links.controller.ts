import { Get, Query, Render, Req } from '@nestjs/common';
import { type CheckedLink, isBroken, LibraryLists } from '@induct/handbook';
import { CouncilContacts } from '@induct/people';
import type { FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { PageOf } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { pageOrLast } from '../../lists/page-or-last';
import { hrefOfPage } from '../../lists/pagination';
import type { Tag } from '../../words/tag';
import { deskHref } from './library-desk.view';
import { linkWords } from './link-words';

const PER_PAGE = 25;

function tagOf(link: CheckedLink): Tag {
  if (isBroken(link)) return { text: 'Broken', kind: 'bad' };
  if (link.failingSince) return { text: 'Fails', kind: 'warning' };
  if (link.outcome === 'works') return { text: 'Works', kind: 'done' };
  if (link.outcome === 'needs_sign_in') return { text: 'Asks to sign in', kind: 'going' };
  return { text: 'Not known', kind: 'todo' };
}

const LINKS: readonly Column<CheckedLink>[] = [
  {
    head: 'Where it stands',
    cell: ({ title, resourceId }) =>
      resourceId
        ? { text: title, href: deskHref(resourceId), classes: 'induct-breaks' }
        : { text: title, href: '/admin/contact', classes: 'induct-breaks', more: 'Contact and links' },
  },
  { head: 'Address', cell: ({ url }) => ({ text: url, href: url, classes: 'induct-breaks' }) },
  { head: 'State', cell: (link) => ({ tag: tagOf(link) }) },
  { head: 'What came of looking', cell: (link) => linkWords(link) },
];

/** Every address that members are sent to, and whether it answers. */
@Screen({ path: 'admin/library/links', access: ['officer'], title: 'Links' })
export class LibraryLinksController {
  constructor(
    private readonly lists: LibraryLists,
    private readonly contacts: CouncilContacts,
  ) {}

  @Get()
  @Render('desk/library/links.page.njk')
  async list(@Query() query: unknown, @Req() request: FastifyRequest) {
    const { links: others } = await this.contacts.now();
    const read = (page: number) => this.lists.links(others, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const { rows, total, page } = await pageOrLast(read, PageOf.parse(query).page, PER_PAGE);
    const href = (to: number) => hrefOfPage(request.url, to);
    const caption = 'Addresses that members are sent to, those that fail first';
    return { list: listView({ columns: LINKS, rows, caption, page, per: PER_PAGE, total, href }) };
  }
}
