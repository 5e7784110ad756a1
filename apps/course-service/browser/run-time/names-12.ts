import { dataModel } from './data-model';

/** SCORM 1.2 Run-Time Environment, 3.4.4. */
export const SCORM_12_NAMES = dataModel(`
  cmi.core.student_id cmi.core.student_name cmi.core.lesson_location cmi.core.credit cmi.core.lesson_status
  cmi.core.entry cmi.core.score.raw cmi.core.score.min cmi.core.score.max cmi.core.total_time cmi.core.lesson_mode
  cmi.core.exit cmi.core.session_time
  cmi.suspend_data cmi.launch_data cmi.comments cmi.comments_from_lms
  cmi.objectives.n.id cmi.objectives.n.score.raw cmi.objectives.n.score.min cmi.objectives.n.score.max
  cmi.objectives.n.status
  cmi.student_data.mastery_score cmi.student_data.max_time_allowed cmi.student_data.time_limit_action
  cmi.student_preference.audio cmi.student_preference.language cmi.student_preference.speed cmi.student_preference.text
  cmi.interactions.n.id cmi.interactions.n.objectives.n.id cmi.interactions.n.time cmi.interactions.n.type
  cmi.interactions.n.correct_responses.n.pattern cmi.interactions.n.weighting cmi.interactions.n.student_response
  cmi.interactions.n.result cmi.interactions.n.latency
  nav.event
`);
