import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Council, Transactions } from '@induct/platform';
import type { DeclaredFact, FactKind } from '../declared/declared';
import { COUNCIL_NAME, factProblem, isOfExample, keysIn, notFilledIn, tidyFact } from './fact.rules';
import { FactChangedMeanwhile, FactNotFound, FactUnfit } from './facts.errors';
import { type DeclaringVersion, FactsRepository, type SaidFact } from './facts.repository';

/** A fact that modules have a place for. */
export interface FactInModules {
  key: string;
  label: string;
  kind: FactKind;
  /** What the modules came with; several where they were built for different councils. */
  cameWith: string[];
  /** It came with what is true of an invented council only. */
  isOfExample: boolean;
  places: FactPlace[];
}

/** A paragraph that says it. */
export interface FactPlace extends Pick<DeclaringVersion, 'courseId' | 'slug' | 'title'> {
  screen: string;
  /** With `{{key}}` where facts stand. */
  line: string;
}

export interface FactStanding extends FactInModules {
  /** The last change; its words are null where it was taken back. */
  said: SaidFact | undefined;
  /** What learners read now. */
  reads: string;
  /** Nobody has said it, and what it came with is true of nobody here: learners are told whom to ask. */
  isToFillIn: boolean;
}

export type FactToday = Pick<FactStanding, 'key' | 'label' | 'reads'>;

/** Facts of the council: what learners read of them in all modules at once, from the next opening on (docs/decisions/1410). */
@Injectable()
export class LocalFacts {
  constructor(
    private readonly repository: FactsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly council: Council,
  ) {}

  /** By what they are called. */
  async all(): Promise<FactStanding[]> {
    const [versions, said] = await Promise.all([this.repository.declaring(), this.repository.facts()]);
    const byKey = new Map(said.map((fact) => [fact.key, fact]));
    return factsIn(versions, this.council.current.name).map((fact) => {
      const change = byKey.get(fact.key);
      const words = change?.words ?? undefined;
      const isToFillIn = words === undefined && fact.isOfExample && fact.key !== COUNCIL_NAME;
      return { ...fact, said: change, reads: words ?? this.unsaid(fact), isToFillIn };
    });
  }

  /** What learners read today of facts that a module may say, whether one says them yet or not: for whoever writes one. */
  async today(known: readonly Omit<DeclaredFact, 'kind'>[]): Promise<FactToday[]> {
    const inModules = new Map((await this.all()).map((fact) => [fact.key, fact.reads]));
    const builtFor = known.find(({ key }) => key === COUNCIL_NAME)?.says;
    const isOthers = isOfExample({ builtFor }, this.council.current.name);
    return known
      .map(({ key, label, says }) => ({
        key,
        label,
        reads: inModules.get(key) ?? this.unsaid({ key, label, cameWith: [says], isOfExample: isOthers }),
      }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  }

  /** With what was said of it, the newest first, and what learners read of the facts that stand beside it. @throws FactNotFound */
  async one(key: string): Promise<FactStanding & { history: SaidFact[]; others: ReadonlyMap<string, string> }> {
    const all = await this.all();
    const fact = all.find((known) => known.key === key);
    if (!fact) throw new FactNotFound();
    const others = new Map(all.map((one) => [one.key, one.reads]));
    return { ...fact, history: await this.repository.factHistory(key), others };
  }

  /** What learners read of it where nothing is said here. */
  unsaid({ key, label, cameWith, isOfExample: isOthers }: Omit<FactInModules, 'places' | 'kind'>): string {
    const { name, team } = this.council.current;
    if (key === COUNCIL_NAME) return name;
    return isOthers ? notFilledIn(label, team) : cameWith[0]!;
  }

  /** What would be kept of it. @throws FactUnfit */
  fit(kind: FactKind, typed: string): string {
    const words = tidyFact(kind, typed);
    const problem = factProblem(kind, words);
    if (problem) throw new FactUnfit(problem);
    return words;
  }

  /**
   * Says it otherwise from now on.
   * @param change its words, or null: what the modules came with; and the change that whoever types has seen last
   * @throws FactNotFound, FactUnfit, FactChangedMeanwhile
   */
  async say(key: string, change: { words: string | null; seen: string | undefined }, by: string): Promise<void> {
    const { kind } = await this.one(key);
    const words = change.words === null ? null : this.fit(kind, change.words);
    await this.transactions.run(async (tx) => {
      const before = await this.repository.holdFact(tx, key);
      if (before?.id !== change.seen) throw new FactChangedMeanwhile();
      if ((before?.words ?? null) === words) return;
      await this.repository.addFact(tx, { key, words, setBy: by, setAt: this.clock.now() });
      await this.audit.record(tx, {
        actorId: by,
        action: 'local_fact.said',
        subjectType: 'local_fact',
        subjectId: key,
        detail: { words, before: before?.words ?? null },
      });
    });
  }
}

/** A version in testing says what the one that members see says, too: each paragraph stands once. */
function factsIn(versions: readonly DeclaringVersion[], council: string): FactInModules[] {
  const facts = new Map<string, FactInModules>();
  for (const { courseId, slug, title, declared } of versions) {
    const screens = new Map(declared.screens.map((screen) => [screen.id, screen.title]));
    for (const { key, label, kind, says } of declared.facts) {
      const fact = facts.get(key) ?? { key, label, kind, cameWith: [], isOfExample: false, places: [] };
      facts.set(key, fact);
      fact.isOfExample ||= isOfExample(declared, council);
      if (!fact.cameWith.includes(says)) fact.cameWith.push(says);
      for (const { screen, text } of declared.lines.filter((line) => keysIn(line.text).includes(key))) {
        if (fact.places.some((known) => known.courseId === courseId && known.line === text)) continue;
        fact.places.push({ courseId, slug, title, screen: screens.get(screen) ?? screen, line: text });
      }
    }
  }
  return [...facts.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}
