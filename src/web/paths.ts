/** Every URL of the web pages. A page's route uses `.pattern`; a link calls the path with its parts. */

type PartNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PartNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type PartsOf<P extends string> = [PartNames<P>] extends [never]
  ? []
  : [parts: { readonly [name in PartNames<P>]: string }];

/** A URL with its parts filled in, and the pattern that the router knows it by. */
export interface Path<P extends string> {
  readonly pattern: P;
  (...parts: PartsOf<P>): string;
}

/** Makes a path from its pattern: `path('/cases/:reference')({ reference })`. Parts are percent-encoded. */
export function path<const P extends string>(pattern: P): Path<P> {
  const [start = '', ...rest] = pattern.split(':');
  // Taken apart once: a list of cases fills one for each line.
  const places = rest.map(piece => /^([A-Za-z]+)(.*)$/.exec(piece) ?? []);
  const fill = (...[parts]: PartsOf<P>): string => {
    const given: Readonly<Record<string, string>> = parts ?? {};
    let filled: string = start;
    for (const [, name = '', after = ''] of places) filled += encodeURIComponent(given[name] ?? '') + after;
    return filled;
  };
  return Object.assign(fill, { pattern });
}

type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** Adds a query to a URL. Empty values are left out; a list gives its name several times. */
export function withQuery(url: string, query: { readonly [name: string]: QueryValue }): string {
  let all = url;
  let mark = url.includes('?') ? '&' : '?';
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      all += `${mark}${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`;
      mark = '&';
    }
  }
  return all;
}

export const paths = {
  home: path('/'),
  signIn: path('/sign-in'),
  signInCode: path('/sign-in/code'),
  /** To a landlord's sign-in provider, and back from it. */
  signInWith: path('/sign-in/with/:landlord'),
  signInReturn: path('/sign-in/return'),
  signOut: path('/sign-out'),
  signOutWith: path('/sign-out/with/:landlord'),
  /** A link for somebody who has no account yet, or lost their telephone. */
  invitation: path('/invitation/:token'),
  invitationApp: path('/invitation/:token/app'),
  invitationProvider: path('/invitation/:token/provider'),
  /** One question, for somebody without an account who was given this link. */
  question: path('/questions/:token'),
  questionFile: path('/questions/:token/files/:file'),
  account: path('/account'),
  /** To the provider, to show again that it is you, and the page that says so afterwards. */
  accountProve: path('/account/prove'),
  accountProven: path('/account/proven'),
  accountPassword: path('/account/password'),
  accountApp: path('/account/app'),
  accountCodes: path('/account/recovery-codes'),
  accountSessions: path('/account/sessions'),
  /** Who works here and may come in: for administrators. */
  people: path('/people'),
  personNew: path('/people/new'),
  person: path('/people/:person'),
  personDetails: path('/people/:person/details'),
  personRoles: path('/people/:person/roles'),
  personInvite: path('/people/:person/invite'),
  personLeft: path('/people/:person/left'),
  /** Homes, people and staff, brought in by file. */
  imports: path('/imports'),
  import: path('/imports/:import'),
  importRejected: path('/imports/:import/not-taken.csv'),
  /** Buildings, with what makes them higher-risk. */
  buildings: path('/buildings'),
  buildingNew: path('/buildings/new'),
  building: path('/buildings/:building'),
  buildingEdit: path('/buildings/:building/edit'),
  /** Who works here, as the work needs to know it: load, absence, training. */
  team: path('/team'),
  /** Who has the training that handlers need, and who does not. */
  teamTraining: path('/team/training'),
  teamMember: path('/team/:person'),
  teamAbsenceNew: path('/team/:person/absence'),
  teamAbsence: path('/team/:person/absence/:absence'),
  teamBack: path('/team/:person/absence/:absence/back'),
  teamTrainingNew: path('/team/:person/training'),
  teamHandOver: path('/team/:person/hand-over'),
  teamHandedOver: path('/team/:person/handed-over/:handover'),
  appearance: path('/appearance'),
  health: path('/healthz'),

  myWork: path('/my-work'),
  cases: path('/cases'),
  casesDownload: path('/cases/download'),
  unassigned: path('/unassigned'),
  logComplaint: path('/complaints/new'),
  /** People and homes that are known, as a list for whoever writes down who is speaking. */
  known: path('/known'),
  /** What somebody told us, to be judged. */
  contacts: path('/contacts'),
  contactNew: path('/contacts/new'),
  contactSuggestions: path('/contacts/suggestions'),
  contact: path('/contacts/records/:record'),
  feedback: path('/feedback'),
  /** Requests for a service, before any dissatisfaction with them. */
  serviceRequests: path('/service-requests'),
  serviceRequestNew: path('/service-requests/new'),
  serviceRequest: path('/service-requests/records/:request'),
  serviceRequestAct: path('/service-requests/records/:request/do/:act'),
  /** Dissatisfaction that is not, or not yet, a complaint. */
  dissatisfaction: path('/dissatisfaction'),
  dissatisfactionNew: path('/dissatisfaction/new'),
  dissatisfactionRecord: path('/dissatisfaction/records/:record'),
  performance: path('/performance'),
  /** Questions behind one figure of the turnaround by service area. */
  performanceQuestions: path('/performance/questions'),
  policy: path('/policy'),
  policyReview: path('/policy/review'),
  policyConfirm: path('/policy/confirm'),
  policyReaders: path('/policy/readers'),
  letterDetails: path('/policy/details'),
  calendar: path('/calendar'),
  calendarAdd: path('/calendar/add'),
  calendarExtend: path('/calendar/extend'),
  calendarRemove: path('/calendar/remove/:date'),
  outbox: path('/outbox'),
  outboxLetter: path('/outbox/:letter'),

  /** One case and its parts. */
  case: path('/cases/:reference'),
  caseTimeline: path('/cases/:reference/timeline'),
  casePeople: path('/cases/:reference/people'),
  caseLetters: path('/cases/:reference/letters'),
  caseLetter: path('/cases/:reference/letters/:letter'),
  /** The file as it was issued. */
  caseLetterFile: path('/cases/:reference/letters/:letter/letter.pdf'),
  caseLetterDraft: path('/cases/:reference/letters/new/:kind'),
  caseFiles: path('/cases/:reference/files'),
  caseFile: path('/cases/:reference/files/:file'),
  /** A file that goes with a question, or came with its answer: for whoever was asked. */
  askedFile: path('/cases/:reference/questions/:request/files/:file'),
  /** Who has looked at it, and at what. */
  caseViews: path('/cases/:reference/views'),
  caseBrief: path('/cases/:reference/brief'),
  /** Restricted: a sign of danger, told to whoever is on duty. */
  caseReferralNew: path('/cases/:reference/referrals/new'),
  caseReferral: path('/cases/:reference/referrals/:referral'),
  caseReferralAct: path('/cases/:reference/referrals/:referral/:act'),
  /** All that whoever takes a complaint over has to know. */
  caseHandOver: path('/cases/:reference/hand-over'),
  casePoint: path('/cases/:reference/points/:point'),
  /** One page per act: `assign`, `extend`, `withdraw`, and so on. */
  caseAct: path('/cases/:reference/do/:act'),

  /** Somebody who complains or acts for somebody: what holds for them in whatever they have with us. */
  resident: path('/residents/:resident'),
  residentOfRecord: path('/residents/by-record/:record'),
  residentNeedNew: path('/residents/:resident/needs/new'),
  residentNeedsReview: path('/residents/:resident/needs/review'),
  /** Restricted: what lies behind their needs. */
  residentNeedsBehind: path('/residents/:resident/needs/behind'),
  residentNeedChange: path('/residents/:resident/needs/:need/change'),
  residentNeedEnd: path('/residents/:resident/needs/:need/end'),

  /** Where a form's draft is kept as it is typed. */
  draft: path('/drafts/:draft'),
} as const;
