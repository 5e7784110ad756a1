/** The queues' names. The jobs themselves are declared by the lib that owns them. */
export const QUEUES = {
  certificates: 'certificates',
  mail: 'mail',
  programmes: 'programmes',
  reports: 'reports',
  templates: 'templates',
} as const;
