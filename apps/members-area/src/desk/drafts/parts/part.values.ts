import type { BlockFields, Scenario } from '@induct/authoring';
import type { Fields } from '../../../forms/form-problems';

/** What the form of a part shows first. */
export function partValues(fields: BlockFields): Fields {
  switch (fields.kind) {
    case 'heading':
      return { text: fields.text, level: String(fields.level) };
    case 'list':
      return { items: fields.items.join('\n'), isOrdered: fields.isOrdered ? 'yes' : '' };
    case 'steps':
      return { items: fields.items.join('\n') };
    case 'cards':
      return Object.fromEntries(
        fields.cards.flatMap((card, at) => [
          [`card${at + 1}-heading`, card.heading],
          [`card${at + 1}-text`, card.text],
        ]),
      );
    case 'table':
      return {
        caption: fields.caption,
        ...Object.fromEntries(
          fields.columns.flatMap(({ heading, isFigures }, at) => [
            [`head${at + 1}`, heading],
            [`figures${at + 1}`, isFigures ? 'yes' : ''],
          ]),
        ),
        ...Object.fromEntries(
          fields.rows.flatMap((row, nth) => row.map((cell, at) => [`cell${nth + 1}-${at + 1}`, cell])),
        ),
      };
    case 'scenario':
      return scenarioValues('', fields.scenario);
    default:
      return { ...fields };
  }
}

const scenarioValues = (at: string, { heading, situation, choices }: Scenario): Fields => ({
  [`${at}heading`]: heading,
  [`${at}situation`]: situation,
  ...Object.assign(
    {},
    ...choices.map(({ tone, text: words, follows, next }, index) => ({
      [`${at}tone${index + 1}`]: tone,
      [`${at}choice${index + 1}`]: words,
      [`${at}follows${index + 1}`]: follows,
      ...(next && scenarioValues(`then${index + 1}-`, next)),
    })),
  ),
});
