/** The queues' names. The jobs themselves are declared by the lib that owns them. */
export const QUEUES = {
  certificates: 'certificates',
  handbooks: 'handbooks',
  mail: 'mail',
  programmes: 'programmes',
  reports: 'reports',
  sheets: 'sheets',
  templates: 'templates',
} as const;
