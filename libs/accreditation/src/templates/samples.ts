/** What a template is tried with: what most have; the longest names and twelve requirements; what officers issue by hand. */
export const SAMPLES = ['usual', 'longest', 'by_hand'] as const;
export type Sample = (typeof SAMPLES)[number];
