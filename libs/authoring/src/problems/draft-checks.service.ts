import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { TooMuchOfOne } from '../authoring.errors';
import type { Draft } from '../drafts/drafts.service';
import { Kit, type KitCheck, type KitScreen } from '../kit/kit.service';
import { type DraftProblem, problemsIn } from './draft-problem';

export interface DraftCheck {
  problems: readonly DraftProblem[];
  figures: KitCheck['figures'];
  law: KitCheck['law'];
}

/** Nobody reads more on one page; what keeps it from being built comes first. */
const MOST_SAID = 500;
/** In milliseconds. */
const FAILED_FOR = 2 * 60_000;
/** A revision never changes: what was found of it is kept for those who turn its pages. */
const KEPT = 50;

/** What the kit says of a draft. */
@Injectable()
export class DraftChecks {
  private readonly checks = new LRUCache<string, Promise<DraftCheck>>({ max: KEPT });
  private readonly seen = new LRUCache<string, Promise<readonly KitScreen[]>>({ max: KEPT });

  constructor(
    private readonly kit: Kit,
    private readonly clock: Clock,
  ) {}

  /** @param by who looks @throws KitFailed, TextTooHeavy, TooMuchOfOne */
  check(draft: Draft, by: string): Promise<DraftCheck> {
    const today = dayInLondon(this.clock.now());
    return once(this.checks, `${draft.id} ${draft.revision} ${today}`, () => this.read(draft, today, by));
  }

  /** What its screens look like. @throws as `check` */
  screens(draft: Draft, by: string): Promise<readonly KitScreen[]> {
    return once(this.seen, `${draft.id} ${draft.revision}`, () => this.kit.screens(draft.slug, draft.files, by));
  }

  private async read({ slug, files }: Draft, today: string, by: string): Promise<DraftCheck> {
    const { problems, figures, law } = await this.kit.check(slug, files, today, by);
    return { figures, law, problems: problemsIn(files, foremost(problems)) };
  }
}

const foremost = (problems: KitCheck['problems']): KitCheck['problems'] =>
  problems.length <= MOST_SAID
    ? problems
    : problems
        .toSorted((a, b) => Number(b.stops) - Number(a.stops) || a.severity.localeCompare(b.severity))
        .slice(0, MOST_SAID);

/** What failed is asked for again, but not at every look: a text on which the kit works for ever would keep it from everybody else. */
function once<T>(kept: LRUCache<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const work = read();
  kept.set(key, work);
  // Whoever had too much waiting asks again a moment later.
  work.catch((error: unknown) =>
    error instanceof TooMuchOfOne ? kept.delete(key) : kept.set(key, work, { ttl: FAILED_FOR }),
  );
  return work;
}
