import { type Day, daysLater } from '@induct/platform';
import fc from 'fast-check';
import { monthsLater } from '../certificate/validity';
import type { Has, HeldAward, Version } from '../rules/earned';
import { inOrder } from '../rules/levels';
import { partsOf, type Rule } from '../rules/rule';
import type { Shown } from '../rules/standing';
import { type Draft, type Effect, effects } from './effects';

const BEGIN = '2027-01-10';
const TODAY = daysLater(BEGIN, 200);
const NEEDS = ['a', 'b', 'c'] as const;

const aRule = (awards: readonly string[]): fc.Arbitrary<Rule> =>
  fc.letrec<{ rule: Rule; parts: Rule[] }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom<Rule>({ core: true }, ...NEEDS.map((need) => ({ need })), ...awards.map((award) => ({ award }))),
      tie('parts').map((all) => ({ all })),
      tie('parts').map((any) => ({ any })),
      fc.record({ n: fc.integer({ min: 1, max: 2 }), of: tie('parts') }),
    ),
    parts: fc.array(tie('rule'), { maxLength: 3 }),
  })).rule;

const someTerms = fc.constantFrom(
  { validityMonths: null, renewalOpensMonths: null, graceDays: 0 },
  { validityMonths: 2, renewalOpensMonths: 1, graceDays: 10 },
  { validityMonths: 6, renewalOpensMonths: 2, graceDays: 0 },
  { validityMonths: 8, renewalOpensMonths: 6, graceDays: 30 },
);
const aVersion = (schemeId: string, awards: readonly string[]): fc.Arbitrary<Version> =>
  fc.record({ terms: someTerms, rule: aRule(awards) }).map(({ terms, rule }) => ({
    ...terms,
    id: `${schemeId} now`,
    schemeId,
    name: schemeId,
    rule,
  }));
const someEvidence = fc
  .uniqueArray(
    fc.record({
      id: fc.nat({ max: 99 }).map(String),
      requirement: fc.constantFrom(...NEEDS),
      metOn: fc.integer({ min: 0, max: 199 }).map((days) => daysLater(BEGIN, days)),
      lasts: fc.option(fc.integer({ min: 0, max: 150 })),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  )
  .map((all) =>
    all
      .map(({ lasts, ...one }) => ({ ...one, validUntil: lasts === null ? null : daysLater(one.metOn, lasts) }))
      .toSorted((a, b) => (a.metOn < b.metOn ? -1 : 1)),
  );

/** A council of one or two people, what they have shown, and a change of one of its schemes. */
const aCouncil = fc.record({
  core: fc.subarray([...NEEDS]),
  versions: fc.tuple(aVersion('core', []), aVersion('level', ['core']), aVersion('other', ['core', 'level'])),
  which: fc.nat({ max: 2 }),
  draft: fc.record({ terms: someTerms, forHolders: fc.constantFrom('keep' as const, 'top_up' as const) }),
  rule: fc.tuple(aRule([]), aRule(['core']), aRule(['core', 'level'])),
  people: fc.array(someEvidence, { minLength: 1, maxLength: 2 }),
});

/** The rule as logic, over what is good on the day. */
function isMet(rule: Rule, good: ReadonlySet<string>, core: readonly string[]): boolean {
  if ('need' in rule) return good.has(rule.need);
  if ('award' in rule) return good.has(rule.award);
  if ('core' in rule) return core.length > 0 && core.every((need) => good.has(need));
  const met = partsOf(rule).filter((part) => isMet(part, good, core)).length;
  if ('all' in rule) return met > 0 && met === rule.all.length;
  return met >= ('n' in rule ? rule.n : 1);
}

/** One person, to whom awards are given as the words of the schemes say it: again and again until none is left to give. */
class Person {
  readonly awards = new Map<string, HeldAward>();
  constructor(
    private readonly core: readonly string[],
    readonly evidence: readonly Shown[],
  ) {}

  /** What has happened so far, day by day. */
  static lived(core: readonly string[], evidence: readonly Shown[], versions: readonly Version[]): Person {
    const person = new Person(core, evidence);
    for (const { metOn } of evidence) person.settle(versions, metOn);
    return person;
  }

  get has(): Has {
    return { evidence: this.evidence, core: this.core, awards: [...this.awards.values()] };
  }

  good(day: Day, since = ''): Set<string> {
    const within = ({ metOn, validUntil }: { metOn: Day; validUntil: Day | null }) =>
      metOn <= day && day <= (validUntil ?? '9999');
    const shown = this.evidence
      .filter((one) => within(one) && one.metOn >= since)
      .map(({ requirement }) => requirement);
    const held = [...this.awards.values()].filter(({ awardedOn: metOn, validUntil }) => within({ metOn, validUntil }));
    return new Set([...shown, ...held.map(({ schemeId }) => schemeId)]);
  }

  /** Everything that is due on the day. @returns the schemes whose award was given */
  settle(versions: readonly Version[], day: Day): string[] {
    const given = versions.find((version) => this.give(version, day));
    return given ? [given.schemeId, ...this.settle(versions, day)] : [];
  }

  private give({ schemeId, rule, validityMonths, renewalOpensMonths, graceDays }: Version, day: Day): boolean {
    const old = this.awards.get(schemeId);
    const last = old?.validUntil;
    const opens = old && renewable(old, renewalOpensMonths);
    if (old && (opens === undefined || day < opens)) return false;
    if (!isMet(rule, this.good(day, opens), this.core)) return false;
    const begin = last && day <= daysLater(last, graceDays) ? last : day;
    const validUntil = validityMonths === null ? null : monthsLater(begin, validityMonths);
    const period = (old?.period ?? 0) + 1;
    this.awards.set(schemeId, { schemeId, name: schemeId, awardedOn: day, period, validUntil, revoked: false });
    return true;
  }
}

/** From when on an award is renewed: in its last months, and by nothing that it was made of. */
function renewable({ validUntil, awardedOn }: HeldAward, months: number | null): Day | undefined {
  if (validUntil === null || months === null) return undefined;
  return [monthsLater(validUntil, -months), daysLater(awardedOn, 1)].toSorted()[1];
}

/** What was said of a person, without what is missing. */
const inShort = (effect: Effect | undefined) =>
  effect && { kind: effect.kind, until: effect.kind === 'loses' ? daysLater(effect.on, -1) : effect.until };

/** The same, as it came. @param before the award as it was the day before */
function asItCame(person: Person, draft: Draft, before: HeldAward | undefined): ReturnType<typeof inShort> {
  const now = person.awards.get(draft.schemeId);
  const until = now?.validUntil ?? null;
  if (now && now !== before) return { kind: 'gains', until };
  if (!now || !person.good(TODAY).has(draft.schemeId)) return undefined;
  const meetsAll = isMet(draft.rule, person.good(TODAY), person.has.core);
  if (draft.forHolders === 'top_up' && !meetsAll) return { kind: 'tops_up', until };
  const isOpen = (renewable(now, draft.renewalOpensMonths) ?? '9') <= TODAY;
  return { kind: isOpen ? 'loses' : 'keeps', until };
}

/** The days from which and to which the scheme's award is there when nobody does anything more. */
function daysAround(person: Person, versions: readonly Version[], schemeId: string, day: Day): boolean[] {
  person.settle(versions, day);
  return [daysLater(day, -1), day].map((one) => person.good(one).has(schemeId));
}

describe('what a change of a scheme does', () => {
  const aChange = ({
    versions,
    which,
    draft,
    rule,
  }: typeof aCouncil extends fc.Arbitrary<infer Council> ? Council : never) => {
    const topUpBy = draft.forHolders === 'top_up' ? daysLater(TODAY, 90) : null;
    const change: Draft = {
      ...versions[which]!,
      ...draft.terms,
      rule: rule[which]!,
      forHolders: draft.forHolders,
      topUpBy,
    };
    return { draft: change, changed: inOrder(versions.with(which, change))! };
  };

  it('is what happens when it is adopted, in a thousand councils', () => {
    const seen = new Set<string | undefined>();
    const over: unknown[] = [];
    fc.assert(
      fc.property(aCouncil, (council) => {
        const { draft, changed } = aChange(council);
        for (const evidence of council.people) {
          const person = Person.lived(council.core, evidence, council.versions);
          const before = person.awards.get(draft.schemeId);
          const said = effects(changed, person.has, draft, TODAY);
          const given = person.settle(changed, TODAY).filter((scheme) => scheme !== draft.schemeId);
          const also = given.map((schemeId) => ({ schemeId, until: person.awards.get(schemeId)!.validUntil }));
          expect([inShort(said.effect), ...said.also.toSorted(byScheme)]).toEqual([
            asItCame(person, draft, before),
            ...also.toSorted(byScheme),
          ]);
          seen.add(said.effect?.kind);
          if (said.effect?.kind === 'loses') over.push(daysAround(person, changed, draft.schemeId, said.effect.on));
        }
      }),
      { numRuns: 1000 },
    );
    expect([...seen]).toEqual(expect.arrayContaining([undefined, 'gains', 'keeps', 'tops_up', 'loses']));
    // Whoever does nothing has the award to the day before, and not on the day that was said.
    expect(new Set(over.map((days) => JSON.stringify(days)))).toEqual(new Set(['[true,false]']));
  });
});

const byScheme = (a: { schemeId: string }, b: { schemeId: string }) => (a.schemeId < b.schemeId ? -1 : 1);
