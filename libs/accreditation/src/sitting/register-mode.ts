/** `off`: there is no register; `voluntary`: the council publishes one of its own accord; `statutory`: the law asks for it. */
export const REGISTER_MODES = ['off', 'voluntary', 'statutory'] as const;
export type RegisterMode = (typeof REGISTER_MODES)[number];
