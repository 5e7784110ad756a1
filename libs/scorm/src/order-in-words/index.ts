export { codeInWords } from './code-words';
export { pathInWords } from './path-words';
export { PASS_MARK, rulesInWords, type RuleWords } from './rule-words';
export { type Tracked, trackingInWords, trackingOf } from './tracking';
