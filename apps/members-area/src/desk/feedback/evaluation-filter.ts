import type { Day } from '@induct/platform';
import { z } from 'zod';
import { filtered } from '../../lists/filter';
import { monthsLater, type Span, spanOf, YearFilter } from '../programme/year-filter';

const EVALUATION = '/admin/programme/evaluation';

/** Months, as of the programme. */
export const EvaluationFilter = z.object({ from: YearFilter.shape.from, to: YearFilter.shape.to });
export type EvaluationFilter = z.infer<typeof EvaluationFilter>;

export const evaluation = filtered(EvaluationFilter, EVALUATION);

/** The months that are looked at: those that were asked for, or the twelve that end with this one. */
export const monthsOf = ({ from, to }: EvaluationFilter, today: Day): Span =>
  spanOf({ from: from || (to ? '' : monthsLater(today.slice(0, 7), -11)), to }, today);
