import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { z } from 'zod';
import { readYamlText } from './yaml-text';

/** A duty of an elected member that a module may serve. */
export interface RoleDuty {
  number: number;
  title: string;
}

const Duties = z.array(z.object({ number: z.number(), title: z.string() }));

/** Of the role description, in its order. Read once: they change with the program. */
export const roleDuties = (): Promise<readonly RoleDuty[]> => (known ??= readDuties());
let known: Promise<readonly RoleDuty[]> | undefined;

const readDuties = async (): Promise<readonly RoleDuty[]> =>
  Duties.parse(readYamlText(await readFile(join(projectRoot, 'content/programme/role-description.yaml'), 'utf8')));
