/** What a resource of the library is made of, in the words of its table's columns, and how pages say them. */

export const RESOURCE_KINDS = ['document', 'how_to', 'link', 'film'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const RESOURCE_KIND_NAMES: Record<ResourceKind, string> = {
  document: 'Document',
  how_to: 'How to',
  link: 'Website',
  film: 'Film',
};

/** Who may read it. The public includes whoever stands for election. */
export const AUDIENCES = ['public', 'members', 'officers'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_NAMES: Record<Audience, string> = {
  public: 'Everybody, candidates too',
  members: 'Members and officers',
  officers: 'Officers only',
};

/** In the order in which the library shows them. */
export const TOPICS = [
  'starting',
  'conduct',
  'meetings',
  'planning',
  'residents',
  'money',
  'ict',
  'safety',
  'information',
  'election',
] as const;
export type Topic = (typeof TOPICS)[number];

export const TOPIC_NAMES: Record<Topic, string> = {
  starting: 'Getting started',
  conduct: 'Conduct and interests',
  meetings: 'Meetings and decisions',
  planning: 'Planning and licensing',
  residents: 'Your residents and their problems',
  money: 'Allowances, expenses and pay',
  ict: 'Computers and phones',
  safety: 'Safety and wellbeing',
  information: 'Information and data protection',
  election: 'Standing for election',
};

export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', cy: 'Welsh' };

export const RESOURCE_STATES = ['draft', 'published', 'withdrawn'] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

/** In the order in which a resource's page offers them: what every device opens first. */
export const FORMATS = ['html', 'docx', 'odt', 'xlsx', 'pptx', 'pdf', 'txt', 'mp4', 'webm', 'vtt'] as const;
export type Format = (typeof FORMATS)[number];

/** How a format is named, and with which type it is sent. */
export const FORMAT_FACTS: Record<Format, { name: string; type: string }> = {
  html: { name: 'Web page', type: 'text/html; charset=utf-8' },
  docx: { name: 'Word', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  odt: { name: 'OpenDocument', type: 'application/vnd.oasis.opendocument.text' },
  xlsx: { name: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { name: 'PowerPoint', type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  pdf: { name: 'PDF', type: 'application/pdf' },
  txt: { name: 'Plain text', type: 'text/plain; charset=utf-8' },
  mp4: { name: 'Film (MP4)', type: 'video/mp4' },
  webm: { name: 'Film (WebM)', type: 'video/webm' },
  vtt: { name: 'Captions', type: 'text/vtt; charset=utf-8' },
};

/** Those that hold a film. */
export const FILM_FORMATS: readonly Format[] = ['mp4', 'webm'];
/** Those that are read. */
export const READ_FORMATS: readonly Format[] = FORMATS.filter((one) => !FILM_FORMATS.includes(one) && one !== 'vtt');
