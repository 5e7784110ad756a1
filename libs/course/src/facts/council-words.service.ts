import { Injectable } from '@nestjs/common';
import { britishDate, Council } from '@induct/platform';
import { asPrinted, COUNCIL_NAME, isOfExample, notFilledIn, paragraphsOf } from './fact.rules';
import { FactsRepository, type ReviewedVersion, type SaidInLaunch } from './facts.repository';
import { ownWordsIn } from './own-words.rules';
import { reviewStanding } from './review.rules';

/** What the page of a launch gives to the module: see content/player/browser/council-words.ts. */
export interface CouncilWords {
  facts: Record<string, string>;
  paragraphs: Record<string, string[]>;
  checked?: string;
}

/**
 * What the council says itself in a module that is signed off as it is. Its bytes stay the same: this stands in the page around
 * it, and holds nothing that learners may not read (docs/decisions/1410).
 */
@Injectable()
export class CouncilWordsOf {
  constructor(
    private readonly repository: FactsRepository,
    private readonly council: Council,
  ) {}

  /** As it is now. Undefined for a package that has no place for it. */
  async version(versionId: string): Promise<CouncilWords | undefined> {
    const row = await this.repository.ofLaunch(versionId);
    if (!row?.declared) return undefined;
    const { declared } = row;
    const { name, team } = this.council.current;
    const unsaid = isOfExample(declared, name)
      ? Object.fromEntries(declared.facts.map(({ key, label }) => [key, notFilledIn(label, team)]))
      : {};
    const facts: Record<string, string> = { ...unsaid, [COUNCIL_NAME]: name, ...wordsOf(row.facts) };
    const paragraphs = wordsOf(row.paragraphs);
    const said = declared.facts.filter(({ key }) => Object.hasOwn(facts, key));
    const after = declared.screens.filter(({ id }) => Object.hasOwn(paragraphs, id));
    const checked = this.checked(row);
    return {
      facts: Object.fromEntries(said.map(({ key }) => [key, asPrinted(facts[key]!)])),
      paragraphs: Object.fromEntries(after.map(({ id }) => [id, paragraphsOf(paragraphs[id]!)])),
      ...(checked && { checked }),
    };
  }

  /** Who has looked at everything that the version asks for which members see, for its page; undefined while anything is open. */
  async checkedIn(courseId: string): Promise<Checked | undefined> {
    const row = await this.repository.reviewOfPublished(courseId);
    const checked = row && checkedOf(row);
    return checked ? { ...checked, council: this.council.current.shortName } : undefined;
  }

  /** "Checked for Northmoor by Farid Begum on 3 December 2026", or nothing: modules are in English. */
  private checked(row: ReviewedVersion): string | undefined {
    const checked = checkedOf(row);
    return checked ? checkedInWords(this.council.current.shortName, checked) : undefined;
  }
}

/** By whom everything was confirmed for a council, and when the last of it was. */
export interface Checked {
  council: string;
  by: readonly string[];
  at: Date;
  /** The council has said something otherwise since. */
  changedAt?: Date;
}

/** Without what was taken back. */
const wordsOf = (said: Record<string, SaidInLaunch> | null): Record<string, string> =>
  Object.fromEntries(Object.entries(said ?? {}).flatMap(([key, { words }]) => (words === null ? [] : [[key, words]])));

function checkedOf({ declared, answers, facts, paragraphs }: ReviewedVersion) {
  const given = (answers ?? []).map((answer) => ({ ...answer, at: new Date(answer.at) }));
  const dated = (said: Record<string, SaidInLaunch> | null) =>
    new Map(Object.entries(said ?? {}).map(([key, { at, ...one }]) => [key, { ...one, setAt: new Date(at) }]));
  return reviewStanding(declared!.review, given, ownWordsIn(declared!, dated(facts), dated(paragraphs))).checked;
}

/** Learners read it, and nothing where not everything was confirmed. */
export function checkedInWords(council: string, { by, at, changedAt }: Omit<Checked, 'council'>): string {
  const checked = `Checked for ${council} by ${new Intl.ListFormat('en-GB').format(by)} on ${britishDate(at)}`;
  return changedAt
    ? `${checked}. What the council says here itself has changed since, on ${britishDate(changedAt)}`
    : checked;
}
