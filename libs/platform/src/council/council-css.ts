import { mixed } from './colours';
import { type CouncilIdentity, SHIPPED } from './council-identity';

type Colours = Pick<CouncilIdentity, 'bar' | 'action'>;

/** The council's colours as a style sheet of its own: our pages take no style from anywhere else. It sets values, and styles nothing. */
export function councilCss({ bar, action }: Colours): string {
  const tint = bar === SHIPPED.bar ? undefined : mixed('#ffffff', bar, 0.07);
  const values = {
    '--govuk-brand-colour': bar,
    '--govuk-link-colour': action,
    '--govuk-link-hover-colour': mixed(action, '#000000', 0.45),
    '--induct-button': action === SHIPPED.action ? bar : action,
    ...(tint && {
      '--induct-tint': tint,
      '--govuk-template-background-colour': tint,
      '--govuk-surface-background-colour': tint,
    }),
  };
  return `:root{${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}\n`;
}

/** Where it is; undefined while the colours are those of the style sheet. */
export const councilCssPath = ({ revision }: Pick<CouncilIdentity, 'revision'>): string | undefined =>
  revision === 0 ? undefined : `/council-${revision}.css`;
