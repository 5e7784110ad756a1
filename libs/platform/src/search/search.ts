import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { askedWords, wordsApart } from './asked-words';
import { ASKED, IS_FOUND, MEANT, NEW_SINCE, PAGE } from './found.sql';
import { excerptOf, FOUND, markedPieces, type Piece } from './marked';
import type { SearchAudience, SearchLanguage } from './searchable';
import type { SearchEntryEntity } from './search-entry.entity';
import { inEveryForm } from './welsh-mutations';

/** Who searches. What is not theirs to read is not found, counted or suggested. */
export interface SearchReader {
  /** `public` is everybody's and need not be said. */
  audiences: readonly SearchAudience[];
  /** The id of their district. */
  district?: string | null;
  /** The one they read in: of an entry in both, this one is found. */
  language: SearchLanguage;
}

export interface SearchQuestion {
  /** As typed: anything at all. */
  words: string;
  /** Only of this kind. */
  kind?: string;
  /** From 1 on. */
  page: number;
}

/** A page that was found. */
export interface SearchHit extends Pick<SearchEntryEntity, 'kind' | 'subject' | 'language' | 'path'> {
  title: Piece[];
  excerpt: Piece[];
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** Of the kind asked for, on all pages. */
  total: number;
  /** How many of each kind, whichever was asked for: the most first. */
  kinds: { kind: string; count: number }[];
  /** Nothing has all of the words: these have some of them. */
  someWordsOnly: boolean;
  /** What was probably meant, when nothing has all of the words: this reader finds something with it. */
  didYouMean?: string;
  /** More was asked than is searched. */
  shortened: boolean;
}

/** Hits a page. */
export const SEARCH_PAGE = 10;

/** Something that was published. */
export type SearchNews = Pick<SearchEntryEntity, 'kind' | 'language' | 'path' | 'title' | 'newAt'>;

interface Found {
  kinds: SearchAnswer['kinds'];
  hits: (Pick<SearchEntryEntity, 'kind' | 'subject' | 'language' | 'path' | 'title' | 'body'> & {
    /** Without accents, with marks. */
    foundInTitle: string;
    foundInBody: string;
    /** The body goes on before, or behind, what is here of it. */
    isAfter: boolean;
    isBefore: boolean;
  })[];
}

/** What is asked, as PostgreSQL has it, in each language. */
interface Query {
  english: string;
  welsh: string;
}

interface Meant {
  asked: string;
  meant: string;
}

/** Finds what a reader may read. */
@Injectable()
export class Search {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns nothing found when nothing, or only words like "the", was asked */
  async find(question: SearchQuestion, reader: SearchReader): Promise<SearchAnswer> {
    const { text, shortened } = askedWords(question.words);
    if (!text) return { hits: [], total: 0, kinds: [], someWordsOnly: false, shortened };
    const asked = await this.asked(text);
    const all = await this.page(asked, question, reader);
    if (all.kinds.length > 0) return { ...all, someWordsOnly: false, shortened };
    const didYouMean = await this.meant(text, reader);
    // What must not stand in a text would be the first thing found in any.
    const some = /(^|\s)-/.test(text) ? asked : someWords(asked);
    const found =
      some.english === asked.english && some.welsh === asked.welsh ? all : await this.page(some, question, reader);
    return { ...found, someWordsOnly: found.kinds.length > 0, didYouMean, shortened };
  }

  /**
   * What was published for a reader since a moment, the newest first; each in their own language where it is in both. Whose
   * audiences say so finds what is at the desk among it.
   */
  newSince(since: Date, reader: SearchReader, limit: number): Promise<SearchNews[]> {
    return this.source.query<SearchNews[]>(NEW_SINCE, [...may(reader), since, reader.language, limit]);
  }

  private async asked(text: string): Promise<Query> {
    const [asked] = await this.source.query<Query[]>(ASKED, [text]);
    return { english: asked!.english, welsh: inEveryForm(asked!.welsh) };
  }

  private async page(
    { english, welsh }: Query,
    { kind, page }: Omit<SearchQuestion, 'words'>,
    reader: SearchReader,
  ): Promise<Pick<SearchAnswer, 'hits' | 'total' | 'kinds'>> {
    const [found] = await this.source.query<Found[]>(PAGE, [
      ...may(reader),
      english,
      welsh,
      reader.language,
      kind ?? null,
      (page - 1) * SEARCH_PAGE,
      SEARCH_PAGE,
      FOUND.from,
      FOUND.to,
    ]);
    const { kinds, hits } = found!;
    return {
      kinds,
      total: kinds.filter((one) => !kind || one.kind === kind).reduce((sum, { count }) => sum + count, 0),
      hits: hits.map(({ title, body, foundInTitle, foundInBody, isAfter, isBefore, ...hit }) => ({
        ...hit,
        title: markedPieces(title, foundInTitle),
        excerpt: excerptOf(markedPieces(body, foundInBody), { isAfter, isBefore }),
      })),
    };
  }

  private async meant(text: string, reader: SearchReader): Promise<string | undefined> {
    const words = wordsApart(text);
    const rows = await this.source.query<Meant[]>(MEANT, [...may(reader), words]);
    if (rows.every(({ asked, meant }) => asked === meant)) return undefined;
    const meant = rows.map((row) => row.meant).join(' ');
    const { english, welsh } = await this.asked(meant);
    const [found] = await this.source.query<{ isFound: boolean }[]>(IS_FOUND, [...may(reader), english, welsh]);
    return found!.isFound ? meant : undefined;
  }
}

const someWords = ({ english, welsh }: Query): Query => ({
  english: english.replaceAll(' & ', ' | '),
  welsh: welsh.replaceAll(' & ', ' | '),
});

const may = ({ audiences, district }: SearchReader): [SearchAudience[], string | null] => [
  [...new Set<SearchAudience>(['public', ...audiences])],
  district ?? null,
];
