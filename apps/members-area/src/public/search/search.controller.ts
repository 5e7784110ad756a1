import { Get, Query, Render } from '@nestjs/common';
import { readersLanguage, Search, SEARCH_PAGE } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { pageOrLast } from '../../lists/page-or-last';
import { audiencesOf, SearchQuery, searchView } from './search.view';

/** What somebody looks for, among what they may read: without an account what is public. */
@Screen({ path: 'search', access: ['public'], proof: 'any', title: 'Search' })
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @Render('public/search/search.page.njk')
  async show(@Query() sent: unknown, @CurrentPerson() person: SignedInPerson | undefined) {
    const query = SearchQuery.parse(sent);
    if (query.q.trim() === '') return searchView(query, undefined, person !== undefined);
    const reader = {
      audiences: audiencesOf(person),
      district: person?.district ?? null,
      language: readersLanguage(),
    };
    const ask = (words: string, page: number) =>
      this.search.find({ words, page, ...(query.kind && { kind: query.kind }) }, reader);
    const found = await pageOrLast((page) => ask(query.q, page), query.page, SEARCH_PAGE);
    const { didYouMean } = found;
    // Nothing at all: what they probably meant is shown at once.
    if (didYouMean && found.kinds.length === 0) {
      const meant = { ...(await ask(didYouMean, 1)), shortened: found.shortened };
      return searchView({ ...query, q: didYouMean, page: 1 }, meant, person !== undefined, query.q);
    }
    return searchView({ ...query, page: found.page }, found, person !== undefined);
  }
}
