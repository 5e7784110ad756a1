/** What is never written down, wherever it comes from. Tokens are longer than any word of ours; a UUID has hyphens at 8. */
const NEVER: readonly [RegExp, string][] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/"'\\]*@/gi, '$1…@'],
  [/[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu, '…@…'],
  [/\b((?:launch|preview|verify|sign-in|first)\/)[\w.%~-]+/g, '$1…'],
  [/(\bBearer\s+)[\w.~+/=-]+/gi, '$1…'],
  [/([?&](?:k|token|secret|code|password)=)[^&\s"'\\]+/gi, '$1…'],
  [/(?<![\w/.-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])(?![\da-f]{8}-[\da-f]{4}-)[\w-]{32,}(?![\w.-])/g, '…'],
];

/** The last wall before the log: e-mail addresses, tokens and passwords become `…`. Names are kept out before (`errorFacts`). */
export function withoutPersonalData(text: string): string {
  return NEVER.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}
