export { createMembersArea } from './app';
export { newsCookie, tells } from './frame/told-once';
export { findRooms } from './frame/rooms';
export { sitePlan } from './frame/site-plan';
export { FoundByAnybody } from './public/search/found-by-anybody';
