import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { HandbookFinding } from '../sections/handbook-finding.service';
import { HandbookTextRepository } from '../sections/handbook-texts.repository';
import { handbookTree, type HandbookTree } from '../sections/handbook-tree';
import {
  EditionIsOpen,
  EditionIsOut,
  EditionNotFound,
  EditionNumberIsTaken,
  NothingToPublish,
  PublishIsPast,
} from './edition.errors';
import { EditionsRepository } from './editions.repository';
import type { HandbookEditionEntity } from './handbook-edition.entity';
import { PaperWishes } from './paper-wishes';

/** More editions than a council publishes in ten years. */
const MOST_LISTED = 50;

/** An edition that is out. */
export type PublishedEdition = Omit<HandbookEditionEntity, 'publishedAt'> & { publishedAt: Date };

/** Numbered editions of the handbook: drafted, published at their time, and then as they are for ever. */
@Injectable()
export class Editions {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly texts: HandbookTextRepository,
    private readonly papers: PaperWishes,
    private readonly finding: HandbookFinding,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Everything that is written from now on goes into it, until it is out.
   * @throws EditionIsOpen, EditionNumberIsTaken
   */
  draft({ number, title }: Pick<HandbookEditionEntity, 'number' | 'title'>, by: string): Promise<void> {
    return this.locked(async (tx) => {
      if (await this.editions.open(tx)) throw new EditionIsOpen();
      if (number <= (await this.editions.highest(tx))) throw new EditionNumberIsTaken();
      const at = this.clock.now();
      const edition = { id: this.ids.uuid(), number, title, publishAt: null, publishedAt: null, draftedAt: at };
      await this.editions.add(tx, { ...edition, draftedBy: by });
      await this.record(tx, by, 'drafted', edition, { number, title });
    });
  }

  /**
   * @param publishAt when it comes out; null: nobody has said yet
   * @throws EditionNotFound, EditionIsOut, PublishIsPast, NothingToPublish
   */
  plan(number: number, { title, publishAt }: Pick<HandbookEditionEntity, 'title' | 'publishAt'>, by: string) {
    return this.locked(async (tx) => {
      const edition = await this.editions.find(number, tx);
      if (!edition) throw new EditionNotFound();
      if (edition.publishedAt) throw new EditionIsOut();
      if (publishAt && publishAt <= this.clock.now()) throw new PublishIsPast();
      if (publishAt && !(await this.saysSomething(tx))) throw new NothingToPublish();
      await this.editions.change(tx, edition.id, { title, publishAt });
      await this.record(tx, by, 'planned', edition, { number, title, publishAt });
    });
  }

  /**
   * The draft is no more, and its number is free again. What was written stays, and waits for the next edition.
   * @throws EditionNotFound, EditionIsOut
   */
  throwAway(number: number, by: string): Promise<void> {
    return this.locked(async (tx) => {
      const edition = await this.editions.find(number, tx);
      if (!edition) throw new EditionNotFound();
      if (edition.publishedAt) throw new EditionIsOut();
      await this.editions.remove(tx, edition.id);
      const { title, publishAt } = edition;
      await this.record(tx, by, 'thrown-away', edition, { number, title, publishAt });
    });
  }

  /** Publishes the draft when its time has come, and wishes for its printed copies. @returns its number, when one came out */
  async publishDue(): Promise<number | undefined> {
    if (!(await this.editions.isDue(this.clock.now()))) return undefined;
    return await this.locked(async (tx) => {
      const edition = await this.editions.open(tx);
      const publishedAt = this.clock.now();
      if (!edition?.publishAt || edition.publishAt > publishedAt) return undefined;
      await this.editions.freeze(tx, edition.id);
      await this.editions.change(tx, edition.id, { publishedAt });
      await this.papers.want(tx, edition.id);
      await this.finding.renew(tx);
      const texts = await this.editions.size(edition.id, tx);
      await this.record(tx, null, 'published', edition, { number: edition.number, texts });
      return edition.number;
    });
  }

  /** The newest that is out. */
  async current(): Promise<PublishedEdition | undefined> {
    return (await this.out())[0];
  }

  /** Those that are out, the newest first. */
  async out(): Promise<PublishedEdition[]> {
    return (await this.editions.out(MOST_LISTED)) as PublishedEdition[];
  }

  /** The draft, if there is one. */
  async open(): Promise<HandbookEditionEntity | undefined> {
    return (await this.editions.open()) ?? undefined;
  }

  page({ limit, offset }: { limit: number; offset: number }) {
    return this.editions.page(limit, offset);
  }

  /** Draft or out. @throws EditionNotFound */
  async find(number: number): Promise<HandbookEditionEntity> {
    const edition = await this.editions.find(number);
    if (!edition) throw new EditionNotFound();
    return edition;
  }

  /** What an edition that is out said to a district; without one, to everybody. */
  async said({ id, publishedAt }: PublishedEdition, district: string | null): Promise<HandbookTree> {
    return handbookTree(await this.texts.ofEdition(id, district), dayInLondon(publishedAt));
  }

  private async saysSomething(tx: EntityManager): Promise<boolean> {
    const tree = handbookTree(await this.texts.newest(null, tx), dayInLondon(this.clock.now()));
    return tree.chapters.some(({ sections }) => sections.length > 0);
  }

  private locked<T>(act: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await this.editions.lock(tx);
      return await act(tx);
    });
  }

  private async record(
    tx: EntityManager,
    actorId: string | null,
    act: string,
    { id }: Pick<HandbookEditionEntity, 'id'>,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const what = { action: `handbook.edition-${act}`, subjectType: 'handbook-edition', subjectId: id };
    await this.audit.record(tx, { actorId, ...what, detail });
  }
}
