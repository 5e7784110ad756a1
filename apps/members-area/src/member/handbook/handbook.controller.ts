import { Get, Param, Query, Render } from '@nestjs/common';
import { Editions, HandbookTexts, PaperWishes } from '@induct/handbook';
import { readersLanguage } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { contentsView, sectionView } from './handbook.view';
import { ReaderDistrict } from './reader-district';

const Asked = z.object({
  district: z.string().max(200).optional().catch(undefined),
  /** Left out: in the language of the site. */
  language: z.enum(['en', 'cy']).optional().catch(undefined),
});
type Asked = z.infer<typeof Asked>;

/** The Members Handbook as it stands now, for the reader's own district or another one. */
@Screen({
  path: 'handbook',
  access: ['member', 'tester', 'champion', 'officer'],
  proof: 'any',
  title: 'Members handbook',
  pages: { ':slug': 'A section of the handbook' },
  menu: { area: 'learning', text: 'Handbook', order: 28, roles: ['member', 'tester', 'champion'] },
  back: 'Handbook',
})
export class HandbookController {
  constructor(
    private readonly texts: HandbookTexts,
    private readonly editions: Editions,
    private readonly papers: PaperWishes,
    private readonly readers: ReaderDistrict,
  ) {}

  @Get()
  @Render('member/handbook/handbook.page.njk')
  async contents(@Query({ schema: Asked }) asked: Asked, @CurrentPerson() person: SignedInPerson) {
    const reader = await this.readers.of(person.id, asked.district);
    const [tree, edition] = await Promise.all([this.texts.live(reader.district), this.editions.current()]);
    const copies = edition ? await this.papers.copiesFor(edition.id, reader.district) : [];
    const printed = copies.filter(({ madeAt }) => madeAt !== null).map(({ language }) => language);
    return {
      ...contentsView(tree, edition, reader, { printed, language: readersLanguage() }),
      mayEdit: person.roles.includes('officer'),
    };
  }

  @Get(':slug')
  @Render('member/handbook/section.page.njk')
  async section(
    @Param('slug') slug: string,
    @Query({ schema: Asked }) asked: Asked,
    @CurrentPerson() person: SignedInPerson,
  ) {
    const reader = await this.readers.of(person.id, asked.district);
    const [tree, edition] = await Promise.all([this.texts.live(reader.district), this.editions.current()]);
    const view = sectionView(tree, slug, {
      edition,
      reader,
      language: asked.language ?? readersLanguage(),
      site: readersLanguage(),
    });
    if (!view) throw new NotHere('section of the handbook');
    return { ...view, mayEdit: person.roles.includes('officer') };
  }
}
