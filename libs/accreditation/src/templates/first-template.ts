import { SHIPPED } from './shipped-words';
import type { Template } from '../certificate/template';

/** As certificates look until the council approves a template of its own: every draft that copies no other begins with it. */
export const FIRST_TEMPLATE: Template = {
  layout: { languages: 'en', arms: 'none', frame: 'ornate', seal: true, learningTime: true },
  words: SHIPPED,
};
