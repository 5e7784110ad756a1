import type { Standard } from './activity-tree';

// Years and months have no fixed length; content never means them seriously. 365 and 30 days.
const SECONDS = { Y: 365 * 86_400, M: 30 * 86_400, W: 7 * 86_400, D: 86_400, h: 3_600, m: 60 };

/** 9999:59:59.99, the longest CMITimespan (SCORM 1.2 RTE 3.4.3). SCORM 2004 has no longest: what content said comes back. */
const LONGEST_TIMESPAN = 9_999 * 360_000 + 59 * 6_000 + 59 * 100 + 99;

/**
 * Reads a duration as content writes it. @returns whole centiseconds, or undefined when it is not a duration.
 * SCORM 1.2 CMITimespan `HHHH:MM:SS.SS`; SCORM 2004 timeinterval(second,10,2) `P[yY][mM][dD][T[hH][mM][s[.s[s]]S]]`.
 */
export function parseTime(standard: Standard, text: string): number | undefined {
  const trimmed = text.trim();
  return standard === 'scorm_12' ? parseTimespan(trimmed) : parseDuration(trimmed);
}

/** The inverse of `parseTime`. Negative is 0; in SCORM 1.2 more than 9,999 hours is 9,999 hours. */
export function formatTime(standard: Standard, centiseconds: number): string {
  const whole = Math.max(0, Math.round(Number.isFinite(centiseconds) ? centiseconds : 0));
  return standard === 'scorm_12' ? formatTimespan(Math.min(LONGEST_TIMESPAN, whole)) : formatDuration(whole);
}

function parseTimespan(text: string): number | undefined {
  const match = /^(\d{1,6}):(\d{1,2}):(\d{1,2}(?:\.\d{0,6})?)$/.exec(text);
  if (!match) return undefined;
  return toCentiseconds(Number(match[1]) * 3_600 + Number(match[2]) * 60, Number(match[3]));
}

function parseDuration(text: string): number | undefined {
  const number = String.raw`(\d{1,9}(?:[.,]\d{1,9})?)`;
  const pattern = new RegExp(
    `^P(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(T(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
  );
  const match = pattern.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const part = (index: number) => Number((match[index] ?? '0').replace(',', '.'));
  const days = part(1) * SECONDS.Y + part(2) * SECONDS.M + part(3) * SECONDS.W + part(4) * SECONDS.D;
  return toCentiseconds(days + part(6) * SECONDS.h + part(7) * SECONDS.m, part(8));
}

function toCentiseconds(wholeSeconds: number, seconds: number): number {
  return Math.round(wholeSeconds * 100) + Math.round(seconds * 100);
}

function formatTimespan(total: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = String(Math.floor(total / 360_000)).padStart(4, '0');
  const hundredths = total % 100;
  const seconds = two(Math.floor(total / 100) % 60);
  return `${hours}:${two(Math.floor(total / 6_000) % 60)}:${seconds}${hundredths === 0 ? '' : `.${two(hundredths)}`}`;
}

function formatDuration(total: number): string {
  const hours = Math.floor(total / 360_000);
  const minutes = Math.floor(total / 6_000) % 60;
  const seconds = (total % 6_000) / 100;
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `PT${text || '0S'}`;
}
