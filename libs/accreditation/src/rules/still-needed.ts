import { type Missing, needsOf } from './standing';

/** So many of several are needed, whichever. */
export interface NeededChoice {
  /** The part of the rule, without what is needed anyway. */
  missing: { n: number; of: Missing[] };
  /** The requirements in it, once each, in the order of the rule. */
  of: string[];
  /** How many of them the shortest way through it takes. */
  least: number;
  /** Each part of it is one requirement: any `n` of them. */
  isPlain: boolean;
}

/** What is still needed, of everything that would meet what is missing. */
export interface StillNeeded {
  /** Requirements that every way asks for. */
  sure: Set<string>;
  /** The same choice is made once, whoever asks for it. What is needed anyway counts towards it. */
  choices: NeededChoice[];
}

/**
 * What is needed of several things that are missing at once: an alternative is no second demand.
 * @param anyway requirements that are needed for themselves
 */
export function stillNeeded(missing: readonly Missing[], anyway: readonly string[] = []): StillNeeded {
  const sure = new Set(anyway);
  // What one part makes sure may leave another no choice: until nothing is made sure any more.
  for (let before = -1; before < sure.size;) {
    before = sure.size;
    for (const part of missing) takeSure(part, sure);
  }
  const choices = new Map<string, NeededChoice>();
  for (const part of missing)
    for (const choice of choicesIn(part, sure)) choices.set(JSON.stringify(choice.missing), choice);
  return { sure, choices: [...choices.values()] };
}

function takeSure(part: Missing, sure: Set<string>): void {
  if ('need' in part) sure.add(part.need);
  if (!('of' in part)) return;
  const { n, of } = leftOf(part, sure);
  if (n >= of.length) for (const one of of) takeSure(one, sure);
}

function choicesIn(part: Missing, sure: ReadonlySet<string>): NeededChoice[] {
  if (!('of' in part)) return [];
  const missing = leftOf(part, sure);
  if (missing.n >= missing.of.length) return missing.of.flatMap((one) => choicesIn(one, sure));
  if (missing.n <= 0) return [];
  const of = needsOf(missing).filter((need) => !sure.has(need));
  return [{ missing, of, least: leastOf(missing, sure), isPlain: missing.of.every((one) => 'need' in one) }];
}

/** Without the parts that are met by what is needed anyway, and those that nothing meets which somebody could show. */
function leftOf({ n, of }: { n: number; of: Missing[] }, sure: ReadonlySet<string>): { n: number; of: Missing[] } {
  const parts = of.map((part) => ({ part, least: leastOf(part, sure) }));
  const met = parts.filter(({ least }) => least === 0).length;
  const open = parts.filter(({ least }) => least > 0 && least < Infinity).map(({ part }) => part);
  return { n: Math.min(n - met, open.length), of: open };
}

/** How many requirements more the shortest way through it takes; infinite where an award is missing that nothing earns. */
function leastOf(part: Missing, sure: ReadonlySet<string>): number {
  if ('need' in part) return sure.has(part.need) ? 0 : 1;
  if ('award' in part) return Infinity;
  const each = part.of.map((one) => leastOf(one, sure)).toSorted((a, b) => a - b);
  return each.slice(0, Math.max(0, part.n)).reduce((sum, one) => sum + one, 0);
}
