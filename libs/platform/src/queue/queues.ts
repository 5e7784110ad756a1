/**
 * The queues' names: one more is a line more, and is on the queue board and on the page of jobs. The jobs themselves are
 * declared by the lib that owns them.
 */
export const QUEUES = {
  certificates: 'certificates',
  handbooks: 'handbooks',
  mail: 'mail',
  programmes: 'programmes',
  reports: 'reports',
  sheets: 'sheets',
  templates: 'templates',
} as const;

/** By it all of them are injected, in this order: `readonly Queue[]`. */
export const EVERY_QUEUE = Symbol('every queue');
