import type { CouncilContact, Role } from '@induct/people';

/** Northmoor County Council and everybody in it are invented. */
export interface DemoPerson {
  name: string;
  email: string;
  roles: [Role, ...Role[]];
  politicalGroup?: string;
  district?: string;
  division?: string;
  /** What the sign-in button of this person says; people without one are signed in by e-mail only. */
  persona?: string;
}

const GROUPS = [
  { name: 'Shire and Coast', seats: 33 },
  { name: 'Northmoor Alliance', seats: 22 },
  { name: 'Fair Northmoor', seats: 14 },
  { name: 'Green Valleys', seats: 7 },
  { name: 'Independents', seats: 5 },
];
const DISTRICTS = [
  'Aldermere',
  'Brackwater',
  'Castleholt',
  'Dunsey',
  'Eastmarsh',
  'Fenwick Vale',
  'Greyfield',
  'Harrowdown',
  'Isle of Merrin',
  'Kelderby',
  'Longstrand',
  'Moorbridge',
];
const PLACES = ['North', 'South', 'East', 'West', 'Town', 'Rural', 'Riverside'];
const FIRST_NAMES =
  'Amara Bernard Catrin Dev Eleanor Farid Gwen Harold Imogen Joseph Khadija Leonard Maeve Nikhil Olive Patrick Queenie Rashid Siobhan Tomasz Una Victor Winifred Xanthe Yusuf Zoe Arthur'.split(
    ' ',
  );
const SURNAMES =
  'Whitfield Osei Prosser Mehta Hargreaves Rahman Llewellyn Bostock Fairbairn Adeyemi Begum Thistlewood Gallagher Iyer Pemberton Kowalska Sutcliffe Hussain Donnelly Zielinski Ashworth Okonkwo Tregenza Marlowe Aziz Birtwhistle Penhaligon'.split(
    ' ',
  );

/** The 81 members, in five groups and twelve districts. */
export const MEMBERS: DemoPerson[] = GROUPS.flatMap(({ name, seats }) => Array.from({ length: seats }, () => name)).map(
  (politicalGroup, index): DemoPerson => {
    const firstName = FIRST_NAMES[index % 27]!;
    const surname = SURNAMES[(index * 2 + Math.floor(index / 27) * 5) % 27]!;
    const district = DISTRICTS[index % 12]!;
    return {
      name: `${firstName} ${surname}`,
      email: `${firstName}.${surname}@northmoor.example`.toLowerCase(),
      roles: ['member'],
      politicalGroup,
      district,
      division: `${district} ${PLACES[Math.floor(index / 12)]!}`,
    };
  },
);

/** Members people can sign in as, by place in MEMBERS, with what their button says. See history.ts for what they did. */
export const PERSONAS = {
  newcomer: { member: 2, says: 'A new member who has not started yet' },
  halfWay: { member: 47, says: 'A member half-way through a module' },
  nearlyThere: { member: 20, says: 'A member who has one core module left' },
  certified: { member: 58, says: 'A member with a certificate' },
} as const;

/** The numbers from 01632 960000 on are kept for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
export const CONTACT: CouncilContact = {
  email: 'democratic.services@northmoor.example',
  telephone: '01632 960 114',
  hours: 'Monday to Friday, 8.30am to 5pm; on the evening of a council meeting until it ends',
  address: 'County Hall\nCastle Street\nNorthmoor',
  links: [
    { title: 'Meetings, agendas and papers', url: 'https://meetings.northmoor.example/' },
    { title: 'Expenses and allowances', url: 'https://expenses.northmoor.example/' },
    { title: 'Pay slips and P60', url: 'https://pay.northmoor.example/' },
    { title: 'Computers and passwords: how to', url: 'https://ict.northmoor.example/members' },
  ],
  accessibilityFaults: '',
};

export const STAFF: DemoPerson[] = [
  {
    name: 'Ruth Calloway',
    email: 'ruth.calloway@northmoor.example',
    roles: ['officer'],
    persona: 'Democratic Services officer: uploads modules, sees progress, looks after certificates',
  },
  { name: 'Daniel Ferris', email: 'daniel.ferris@northmoor.example', roles: ['officer'] },
  {
    name: 'Priya Nand',
    email: 'priya.nand@northmoor.example',
    roles: ['administrator'],
    persona: 'Administrator: people, roles and the queue',
  },
  {
    name: 'Helen Stroud',
    email: 'helen.stroud@northmoor.example',
    roles: ['auditor'],
    persona: 'Auditor: reads aggregated figures',
  },
];

/** Places in MEMBERS: one of each group looks after its members' learning. The first has a button. */
export const CHAMPIONS = [5, 36, 60, 71, 79];

/** Places in MEMBERS of the cross-party steering group, who test modules. The first has a button. */
export const STEERING_GROUP = [3, 15, 37, 48, 61, 70, 77];

for (const { member, says } of Object.values(PERSONAS)) MEMBERS[member]!.persona = says;
for (const [index, member] of STEERING_GROUP.entries()) {
  MEMBERS[member]!.roles.push('tester');
  if (index === 0) MEMBERS[member]!.persona = 'Member of the steering group: tests modules before others see them';
}
for (const [index, member] of CHAMPIONS.entries()) {
  MEMBERS[member]!.roles.push('champion');
  if (index === 0) MEMBERS[member]!.persona = 'Champion of a political group: follows what the steering group tests';
}
