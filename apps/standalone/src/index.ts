export { createContentOrigin } from './content-origin';
export { correctedPackage } from './demo/corrected-package';
export { CHAMPIONS, MEMBERS, PERSONAS, STAFF, STEERING_GROUP } from './demo/stories/council';
export { BY_ELECTION } from './demo/stories/council-in-time';
