import { duration, identifier, isReal, localised, moment, oneOf, real, text, type ValueType } from './value-types';

/** A collection of the data model: what one of its records holds. */
export interface Shape {
  /** By their names within a record. */
  fields: Readonly<Record<string, ValueType>>;
  /** Collections within a record, and the one field of theirs. */
  lists?: Readonly<Record<string, string>>;
  /** A record begins with this; without it nothing else of it can be set. */
  first?: 'id';
  /** What is answered for what nobody has set. */
  unset?: Readonly<Record<string, string>>;
  /** No two records have the same id, and none changes it. */
  isKnownById?: boolean;
}

const result = (value: string) =>
  isReal(value) ? undefined : oneOf('correct', 'incorrect', 'unanticipated', 'neutral')(value);

/** SCORM 2004 RTE 4.2.2, 4.2.17, 4.2.9. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  comments_from_learner: { fields: { comment: localised, location: text, timestamp: moment } },
  objectives: {
    first: 'id',
    isKnownById: true,
    fields: {
      id: identifier,
      'score.scaled': real(-1, 1),
      'score.raw': real(),
      'score.min': real(),
      'score.max': real(),
      success_status: oneOf('passed', 'failed', 'unknown'),
      completion_status: oneOf('completed', 'incomplete', 'not attempted', 'unknown'),
      progress_measure: real(0, 1),
      description: localised,
    },
    unset: { success_status: 'unknown', completion_status: 'unknown' },
  },
  interactions: {
    first: 'id',
    fields: {
      id: identifier,
      type: oneOf(
        'true-false',
        'choice',
        'fill-in',
        'long-fill-in',
        'matching',
        'performance',
        'sequencing',
        'likert',
        'numeric',
        'other',
      ),
      timestamp: moment,
      weighting: real(),
      // Of its kind: see Records.
      learner_response: text,
      result,
      latency: duration,
      description: localised,
    },
    lists: { objectives: 'id', correct_responses: 'pattern' },
  },
};

/** `_children` of a collection, and of what is within its records. */
export const CHILDREN: Readonly<Record<string, string>> = {
  comments_from_learner: 'comment,location,timestamp',
  objectives: 'id,score,success_status,completion_status,progress_measure,description',
  'objectives.n.score': 'scaled,raw,min,max',
  interactions: 'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  'interactions.n.objectives': 'id',
  'interactions.n.correct_responses': 'pattern',
};
