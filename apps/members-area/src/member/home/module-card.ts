import type { ModuleRow } from '../learning/module-row';
import { about, moduleStatus, type ModuleStatus } from '../learning/module-status';

export interface ModuleCard {
  slug: string;
  title: string;
  core: boolean;
  takes: string;
  /** How many change notes there are to read. */
  notes: number;
  status: ModuleStatus;
}

export const moduleCard = (row: ModuleRow, now: Date): ModuleCard => ({
  slug: row.slug,
  title: row.title,
  core: row.core,
  takes: about(row.minutes),
  notes: row.notes,
  status: moduleStatus(row, now),
});
