import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { Clock, CONFIG, type Config } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { editionLetter } from './edition.letter';
import { EditionReaders } from './edition-readers.queries';
import { EditionsRepository } from './editions.repository';

/** How long a new edition is news, in milliseconds. Whoever becomes a member later finds it in the Members Area. */
const IS_NEWS = 28 * 24 * 60 * 60_000;

/**
 * That a new edition of the handbook is out, for members' letter of the day: once, in letter hours, and to nobody who wants only
 * what has to be done.
 */
@Injectable()
export class EditionAsking implements AskingSource, OnModuleInit {
  readonly order = 90;
  readonly isMandatory = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly editions: EditionsRepository,
    private readonly readers: EditionReaders,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  async waiting(look: Look): Promise<AskedReader[]> {
    const news = await this.news();
    return news ? await this.readers.untold(news.edition.id, look) : [];
  }

  async ask(tx: EntityManager, { personId }: AskedReader, { today }: { today: string }): Promise<Asked[]> {
    const news = await this.news(tx);
    if (!news || !(await this.readers.tell(tx, news.edition.id, personId, today))) return [];
    return [editionLetter(news.edition, news.before, this.config.SITE_ORIGIN)];
  }

  /** The newest edition, and the one before it, when it came out lately. */
  private async news(tx?: EntityManager) {
    const [edition, before] = await this.editions.out(2, tx);
    if (!edition?.publishedAt) return undefined;
    return this.clock.now().getTime() - edition.publishedAt.getTime() < IS_NEWS ? { edition, before } : undefined;
  }
}
