import { dataModel } from './data-model';

/** SCORM 2004 4th Edition Run-Time Environment, 4.2, and Sequencing and Navigation, 5.6. */
export const SCORM_2004_NAMES = dataModel(`
  cmi._version cmi.completion_status cmi.completion_threshold cmi.credit cmi.entry cmi.exit cmi.launch_data
  cmi.learner_id cmi.learner_name cmi.location cmi.max_time_allowed cmi.mode cmi.progress_measure
  cmi.scaled_passing_score cmi.session_time cmi.success_status cmi.suspend_data cmi.time_limit_action cmi.total_time
  cmi.score.scaled cmi.score.raw cmi.score.min cmi.score.max
  cmi.learner_preference.audio_level cmi.learner_preference.language cmi.learner_preference.delivery_speed
  cmi.learner_preference.audio_captioning
  cmi.comments_from_learner.n.comment cmi.comments_from_learner.n.location cmi.comments_from_learner.n.timestamp
  cmi.comments_from_lms.n.comment cmi.comments_from_lms.n.location cmi.comments_from_lms.n.timestamp
  cmi.objectives.n.id cmi.objectives.n.score.scaled cmi.objectives.n.score.raw cmi.objectives.n.score.min
  cmi.objectives.n.score.max cmi.objectives.n.success_status cmi.objectives.n.completion_status
  cmi.objectives.n.progress_measure cmi.objectives.n.description
  cmi.interactions.n.id cmi.interactions.n.type cmi.interactions.n.objectives.n.id cmi.interactions.n.timestamp
  cmi.interactions.n.correct_responses.n.pattern cmi.interactions.n.weighting cmi.interactions.n.learner_response
  cmi.interactions.n.result cmi.interactions.n.latency cmi.interactions.n.description
  adl.nav.request adl.nav.request_valid.continue adl.nav.request_valid.previous adl.nav.request_valid.exit
  adl.nav.request_valid.exitAll adl.nav.request_valid.abandon adl.nav.request_valid.abandonAll
  adl.nav.request_valid.suspendAll adl.nav.request_valid.choice.{target} adl.nav.request_valid.jump.{target}
  adl.data.n.id adl.data.n.store
`);
