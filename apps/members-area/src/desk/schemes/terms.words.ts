import { type Effect, type EffectKind, type PersonEffect, ruleWords, type ShownVersion } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { counted } from '../../words/counted';

type Names = Parameters<typeof ruleWords>[1];
type Terms = Pick<
  ShownVersion,
  'validityMonths' | 'renewalOpensMonths' | 'graceDays' | 'forHolders' | 'topUpBy' | 'effectiveFrom'
>;

/** How long an award of a version lasts, how it is renewed, and what becomes of those who have it. */
export function termsWords(terms: Terms): { key: string; value: string }[] {
  const { validityMonths: months, renewalOpensMonths: opens, graceDays, forHolders, topUpBy, effectiveFrom } = terms;
  return [
    { key: 'In effect from', value: effectiveFrom === null ? 'No day is chosen yet' : britishDate(effectiveFrom) },
    { key: 'An award lasts', value: months === null ? 'Without an end date' : counted(months, 'month') },
    ...(months === null || opens === null
      ? []
      : [
          {
            key: 'It is renewed',
            value: `By what is shown anew in its last ${counted(opens, 'month')}${graceDays > 0 ? `, or up to ${counted(graceDays, 'day')} late. In those days it is not valid.` : ''}`,
          },
        ]),
    {
      key: 'Those who have it',
      value:
        forHolders === 'keep' || topUpBy === null
          ? 'Keep it as it is to its last day'
          : `Keep it to its last day, and have to show what is new by ${britishDate(topUpBy)}`,
    },
  ];
}

export const EFFECT_NAMES: Record<EffectKind | 'also', string> = {
  gains: 'Gains it',
  keeps: 'Keeps it',
  tops_up: 'Has to show more',
  loses: 'Runs out unless renewed',
  also: 'Gains another award',
};

/** What a version does to somebody, as one says it. */
export function effectWords({ effect, also }: PersonEffect, names: Names): string {
  const others = also.map(({ schemeId, until }) => `Gains the award “${names.get(schemeId) ?? ''}”, ${lasts(until)}.`);
  return [...(effect ? [ownWords(effect, names)] : []), ...others].join(' ');
}

function ownWords(effect: Effect, names: Names): string {
  switch (effect.kind) {
    case 'gains':
      return `${effect.renews ? 'Renews the award' : 'Gains the award'}, ${lasts(effect.until)}.`;
    case 'keeps':
      return `Keeps the award, ${lasts(effect.until)}.`;
    case 'tops_up':
      return `Keeps the award, ${lasts(effect.until)}, and has to show ${ruleWords(effect.missing, names)}${effect.by === null ? '' : ` by ${britishDate(effect.by)}`}.`;
    case 'loses':
      return `Has no award from ${britishDate(effect.on)}, unless they show ${ruleWords(effect.missing, names)}.`;
  }
}

const lasts = (until: string | null) => (until === null ? 'without an end date' : `valid until ${britishDate(until)}`);
