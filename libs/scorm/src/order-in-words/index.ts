export { codeInWords } from './code-words';
export { pathInWords } from './path-words';
export { PASS_MARK, rulesInWords, type RuleWords } from './rule-words';
export { toldBy } from './told-by';
export { type Tracked, trackingInWords, trackingOf } from './tracking';
