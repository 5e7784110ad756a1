export { codeInWords } from './code-words';
export { pathInWords } from './path-words';
export { rulesInWords } from './rule-words';
export { type Tracked, trackingInWords, trackingOf } from './tracking';
