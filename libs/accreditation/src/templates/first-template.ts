import type { Template } from '../certificate/template';
import { READY_LINES, SHIPPED } from './shipped-words';

const [OWN] = READY_LINES;

/**
 * As certificates look until the council approves a template of its own: every draft that copies no other begins with it.
 * What is issued with it is kept without its words, so its English stays as it is: other words are a design of their own.
 */
export const FIRST_TEMPLATE: Template = {
  layout: { languages: 'en', arms: 'none', frame: 'ornate', seal: true, learningTime: true },
  words: { en: { ...SHIPPED.en, lines: [OWN.en] }, cy: { ...SHIPPED.cy, lines: [OWN.cy] } },
};

/** The same for what the authority has accredited, which is more than the council's own. */
export const FIRST_STATUTORY_TEMPLATE: Template = { ...FIRST_TEMPLATE, words: SHIPPED };

/** @param statutory what is issued is accredited */
export const firstTemplate = (statutory: boolean): Template => (statutory ? FIRST_STATUTORY_TEMPLATE : FIRST_TEMPLATE);
