/** Marks, embeddings, overrides and isolates: they turn round what stands beside them. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Without the unseen characters that change the direction of a text: the letters themselves say it, and `<bdi>` keeps it in. */
export const withoutBidiControls = (text: string): string => text.replace(BIDI_CONTROLS, '');
