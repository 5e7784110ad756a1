import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { HandbookDistricts } from './districts.queries';
import type { EntryKind, HandbookEntryEntity } from './handbook-entry.entity';
import { handbookSlug } from './handbook-slug';
import { HandbookFinding } from './handbook-finding.service';
import type { HandbookTextEntity } from './handbook-text.entity';
import { HandbookTextRepository } from './handbook-texts.repository';
import { handbookTree, type HandbookTree, type PlacedText } from './handbook-tree';
import {
  DistrictIsUnknown,
  HandbookEntryNotFound,
  HandbookPlaceIsNotReadYet,
  HandbookPlaceNotFound,
  HandbookTextWasChanged,
  OnlySectionsHaveDistricts,
} from './handbook.errors';

/** What an officer writes for everybody. */
export type GeneralText = Pick<HandbookTextEntity, 'titleCy' | 'body' | 'bodyCy' | 'until' | 'isAtOnce'> & {
  title: string;
  position: number;
};
/** What an officer writes for a district; nothing: it says no more than everybody is told. */
export type DistrictText = Pick<HandbookTextEntity, 'body' | 'bodyCy'>;

/** Whose text of an entry it is, which one was on the page, and who changes it. */
export interface TextChange {
  /** The number of the newest text that was seen; 0: there was none. */
  seen: number;
  by: string;
}

const IN: Record<EntryKind, EntryKind | null> = { chapter: null, section: 'chapter', question: 'section' };

/** What a text says, to be said again. */
const saidIn = ({ district, title, titleCy, body, bodyCy, parentId, position, until }: PlacedText) => ({
  district,
  title,
  titleCy,
  body,
  bodyCy,
  parentId,
  position,
  until,
});

/** What the handbook says. Every change is a further text; who wrote which, and when, stays. */
@Injectable()
export class HandbookTexts {
  constructor(
    private readonly texts: HandbookTextRepository,
    private readonly districts: HandbookDistricts,
    private readonly finding: HandbookFinding,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param parent the address of what it stands in; of a chapter none @returns its own @throws HandbookEntryNotFound */
  add(kind: EntryKind, parent: string | null, text: GeneralText, by: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const above = parent === null ? null : await this.texts.lock(tx, parent);
      if ((above?.kind ?? null) !== IN[kind]) throw new HandbookEntryNotFound();
      const entry = {
        id: this.ids.uuid(),
        slug: handbookSlug(text.title, await this.texts.slugs(tx)),
        kind,
        parentId: above?.id ?? null,
        parentKind: above?.kind ?? null,
        addedAt: this.clock.now(),
        addedBy: by,
      };
      await this.texts.addEntry(tx, entry);
      const { parentId } = entry;
      await this.say(tx, entry, { ...text, parentId, district: null, number: 1, isWithdrawn: false }, by);
      return entry.slug;
    });
  }

  /**
   * What everybody is told; also of one that was taken out: it is back.
   * @throws HandbookEntryNotFound, HandbookTextWasChanged, HandbookPlaceIsNotReadYet
   */
  change(slug: string, text: GeneralText, { seen, by }: TextChange): Promise<void> {
    return this.onNewest(slug, null, seen, async (tx, entry, newest) => {
      const { parentId } = newest ?? entry;
      if (text.isAtOnce && (await this.wouldVanish(tx, entry.id, parentId))) throw new HandbookPlaceIsNotReadYet();
      await this.say(tx, entry, { ...text, parentId, district: null, number: seen + 1, isWithdrawn: false }, by);
    });
  }

  /**
   * What one district is told beside that, at once.
   * @throws HandbookEntryNotFound, HandbookTextWasChanged, DistrictIsUnknown, OnlySectionsHaveDistricts
   */
  tell(slug: string, district: string, text: DistrictText, { seen, by }: TextChange): Promise<void> {
    return this.onNewest(slug, district, seen, async (tx, entry) => {
      if (entry.kind !== 'section') throw new OnlySectionsHaveDistricts();
      if (!(await this.districts.all(tx)).includes(district)) throw new DistrictIsUnknown();
      const nothing = { title: null, titleCy: null, parentId: null, position: null, until: null };
      const said = { ...nothing, ...text, district, number: seen + 1, isAtOnce: true, isWithdrawn: text.body === '' };
      await this.say(tx, entry, said, by);
    });
  }

  /** It is shown no more, with all that stands in it. @throws HandbookEntryNotFound, HandbookTextWasChanged */
  withdraw(slug: string, isAtOnce: boolean, { seen, by }: TextChange): Promise<void> {
    return this.onNewest(slug, null, seen, async (tx, entry, newest) => {
      if (!newest || newest.isWithdrawn) return;
      const again = { ...saidIn(newest), number: seen + 1, isAtOnce, isWithdrawn: true };
      await this.say(tx, entry, again, by);
    });
  }

  /**
   * It stands in another chapter, or a question in another section, from the next edition on, with all that stands in it.
   * @param to the address of what it stands in then
   * @throws HandbookEntryNotFound, HandbookTextWasChanged, HandbookPlaceNotFound
   */
  move(slug: string, to: string, { seen, by }: TextChange): Promise<void> {
    return this.onNewest(slug, null, seen, async (tx, entry, newest) => {
      const place = await this.texts.place(tx, to, IN[entry.kind]);
      if (!newest || !place) throw new HandbookPlaceNotFound();
      if (newest.parentId === place.entryId) return;
      const { isWithdrawn } = newest;
      const again = { ...saidIn(newest), parentId: place.entryId, number: seen + 1, isAtOnce: false, isWithdrawn };
      await this.say(tx, entry, again, by);
    });
  }

  /** What a member of a district reads now; without one, what everybody does. */
  async live(district: string | null): Promise<HandbookTree> {
    return handbookTree(await this.texts.live(district), dayInLondon(this.clock.now()));
  }

  /** What they would read if the next edition came out now. */
  async draft(district: string | null): Promise<HandbookTree> {
    return handbookTree(await this.texts.newest(district), dayInLondon(this.clock.now()));
  }

  /** The newest text of every entry to everybody and to each district, also of those that are taken out. */
  everyNewest(): Promise<PlacedText[]> {
    return this.texts.everyNewest();
  }

  /**
   * An entry with its texts to everybody or to a district, the newest first; of a district perhaps none.
   * @throws HandbookEntryNotFound
   */
  async history(slug: string, district: string | null, { limit, offset }: { limit: number; offset: number }) {
    const entry = await this.texts.entry(slug);
    if (!entry) throw new HandbookEntryNotFound();
    const versions = await this.texts.versions(entry.id, { district, limit, offset });
    return { entry, versions };
  }

  /** What it says to each district that it ever said something to. */
  ofDistricts(entryId: string): Promise<PlacedText[]> {
    return this.texts.ofDistricts(entryId);
  }

  private onNewest(
    slug: string,
    district: string | null,
    seen: number,
    act: (tx: EntityManager, entry: HandbookEntryEntity, newest: PlacedText | undefined) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const entry = await this.texts.lock(tx, slug);
      if (!entry) throw new HandbookEntryNotFound();
      const [newest] = await this.texts.versions(entry.id, { district, limit: 1 }, tx);
      if ((newest?.number ?? 0) !== seen) throw new HandbookTextWasChanged();
      await act(tx, entry, newest);
    });
  }

  /** Whether members read it now, and would not in that place. */
  private async wouldVanish(tx: EntityManager, entryId: string, place: string | null): Promise<boolean> {
    const { chapters } = handbookTree(await this.texts.live(null, tx), dayInLondon(this.clock.now()));
    const read = new Set(
      chapters.flatMap(({ text, sections }) => [
        text.entryId,
        ...sections.flatMap((section) => [section.text.entryId, ...section.questions.map((one) => one.entryId)]),
      ]),
    );
    return place !== null && read.has(entryId) && !read.has(place);
  }

  private async say(
    tx: EntityManager,
    { id, slug }: Pick<HandbookEntryEntity, 'id' | 'slug'>,
    text: Omit<HandbookTextEntity, 'id' | 'entryId' | 'recordedAt' | 'recordedBy'>,
    by: string,
  ): Promise<void> {
    await this.texts.add(tx, {
      ...text,
      id: this.ids.uuid(),
      entryId: id,
      recordedAt: this.clock.now(),
      recordedBy: by,
    });
    if (text.isAtOnce) await this.finding.renew(tx);
    const { district, number, title, parentId, isAtOnce, isWithdrawn } = text;
    await this.audit.record(tx, {
      actorId: by,
      action: 'handbook.text-written',
      subjectType: 'handbook-entry',
      subjectId: id,
      detail: { slug, district, number, title, parentId, isAtOnce, isWithdrawn },
    });
  }
}
