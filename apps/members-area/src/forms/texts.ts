import { figure, said, w } from '@induct/platform';
import { z } from 'zod';

/** What people type in lines. A browser sends each line's end as two characters; people count one. */
export const lines = z.string().transform((text) => text.replaceAll('\r\n', '\n').trim());

interface Wording {
  /** Said when nothing was typed. */
  missing: string;
  /** What it is called when it is too long: "The reason". */
  name: string;
  longest: number;
  least?: { characters: number; says: string };
}

const tooLong = (name: string, longest: number): string =>
  w`${said(name)} must be ${figure(longest)} characters or fewer`;

/** A text somebody has to write. */
export const writing = ({ missing, name, longest, least }: Wording) =>
  z
    .string(missing)
    .pipe(lines)
    .pipe(
      z
        .string()
        .min(1, missing)
        .min(least?.characters ?? 1, least?.says ?? missing)
        .max(longest, { error: () => tooLong(name, longest) }),
    );

/** A text that may be left out. */
export const perhaps = (name: string, longest: number) =>
  lines.pipe(z.string().max(longest, { error: () => tooLong(name, longest) })).default('');
