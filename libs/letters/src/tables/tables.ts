import { LettersWithCalendars1797000000250 } from './calendar.tables';
import { Letters1796000000021 } from './windows.tables';
import { ReminderChoices1797000000310 } from './reminder-choice.tables';
import { LettersWithSecrets1795000000800 } from './mail.tables';

/** `mail` came with the first tables of the platform: docs/decisions/0985. */
export const lettersMigrations = [
  LettersWithSecrets1795000000800,
  Letters1796000000021,
  LettersWithCalendars1797000000250,
  ReminderChoices1797000000310,
];
