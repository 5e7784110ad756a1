import { isLanguageCode } from './languages';

/** Why a value cannot be taken (SCORM 2004 RTE 3.1.7.6); undefined when it can. */
export type Refusal = '406' | '407';
export type ValueType = (value: string) => Refusal | undefined;

const when = (fits: boolean): Refusal | undefined => (fits ? undefined : '406');

export const oneOf = (...words: string[]): ValueType => {
  return (value) => when(words.includes(value));
};

const REAL = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;
export const isReal = (value: string): boolean => REAL.test(value);

/** RTE 4.1.1.7. @param least none below, @param most none above */
export const real = (least = -Infinity, most = Infinity): ValueType => {
  return (value) => {
    if (!isReal(value)) return '406';
    return Number(value) < least || Number(value) > most ? '407' : undefined;
  };
};

/** RTE 4.1.1.2: characters, any. */
export const text: ValueType = () => undefined;

/**
 * RTE 4.1.1.3: an identifier is a URI. scorm-again takes `urn:` and spaces, and refuses much of what a URI may hold.
 * What is not of ASCII is let through: browsers write it so.
 */
export const isIdentifier = (value: string): boolean =>
  value !== '' && !/[\s"<>\\^`{|}[\]]|%(?![\da-fA-F]{2})/.test(value) && !/^[a-z][a-z\d+.-]*:$|^:/i.test(value);
export const identifier: ValueType = (value) => when(isIdentifier(value));

const TAG = /^([a-z]{2,3}|[ix])((-[a-z\d]{1,8})*)$/i;
/** RTE 4.1.1.5: a language of ISO 639 and what may follow it. scorm-again asks for the form only. */
export function isLanguage(tag: string): boolean {
  const [, language = ''] = TAG.exec(tag) ?? [];
  const code = language.toLowerCase();
  return code.length === 1 || isLanguageCode(code);
}

/** RTE 4.1.1.4: text that may say its language first. */
export function isLocalised(value: string): boolean {
  const language = /^\{lang=([^}]*)\}/.exec(value)?.[1];
  return language === undefined || isLanguage(language);
}
export const localised: ValueType = (value) => when(isLocalised(value));

const MOMENT =
  /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/;

/** RTE 4.1.1.8: a year of 1970 to 2038 and what follows it, of a second two digits. */
export const moment: ValueType = (value) => when(MOMENT.test(value) && isDay(value));

function isDay(value: string): boolean {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number);
  return !day || new Date(Date.UTC(year!, month! - 1, day)).getUTCDate() === day;
}

const DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;

/** RTE 4.1.1.9. */
export const isDuration = (value: string): boolean => DURATION.test(value);
export const duration: ValueType = (value) => when(isDuration(value));
