import type { CouncilIdentity } from '@induct/platform';

/** The council's colour on the player's pages: of the browser's own bar, and the address of its values for the styles. */
export const councilDress = ({ bar, revision }: Pick<CouncilIdentity, 'bar' | 'revision'>) => ({
  bar,
  dress: revision === 0 ? undefined : `/player/council-${revision}.css`,
});
