import { createHash, type Hash } from 'node:crypto';
import type { Day } from '@induct/platform';
import type { History } from '../awards/history.repository';
import type { Version } from '../rules/earned';
import { type Draft, effects, type PersonEffect } from './effects';
import type { SimulationRowEntity } from './simulation-row.entity';

/** A version that may come into effect on a day, and the others that are in effect then. */
export interface Change {
  draft: Draft;
  day: Day;
  /** With the draft, lower levels first. */
  changed: readonly Version[];
  /** Without it, lower levels first. */
  unchanged: readonly Version[];
}

/** What a change does to one person, as it is kept. */
export type ForecastRow = Pick<SimulationRowEntity, 'personId' | 'kind' | 'effect' | 'changes'>;

/** @returns undefined for whoever it does nothing to: they neither have the award nor gain one */
export function forecastOf({ draft, day, changed, unchanged }: Change, history: History): ForecastRow | undefined {
  const effect = effects(changed, history, draft, day);
  if (!effect.effect && effect.also.length === 0) return undefined;
  const before = unchanged.find(({ schemeId }) => schemeId === draft.schemeId);
  const without = before && effects(unchanged, history, { ...before, forHolders: 'keep', topUpBy: null }, day);
  const changes = said(effect) !== said(without ?? { effect: undefined, also: [] });
  return { personId: history.personId, kind: effect.effect?.kind ?? null, effect, changes };
}

/** What is said to the person, whatever it rests on. */
const said = ({ effect, also }: PersonEffect): string =>
  JSON.stringify([effect?.kind === 'gains' ? { ...effect, by: undefined } : effect, also]);

/** Of a version and what it does, person by person in the order of ids, each with what it rests on. */
export class ForecastDigest {
  private readonly hash: Hash;

  constructor({ draft, day }: Change) {
    this.hash = createHash('sha256').update(JSON.stringify([day, inOrderOfNames(draft)]));
  }

  add({ personId, effect }: ForecastRow): void {
    this.hash.update(`\n${personId} ${JSON.stringify(effectInOrder(effect))}`);
  }

  /** Hex. */
  end(): string {
    return this.hash.digest('hex');
  }
}

const effectInOrder = ({ effect, also }: PersonEffect) => [effect && inOrderOfNames(effect), also];

/** The same facts, written the same way wherever they come from. */
const inOrderOfNames = (facts: object) => Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
