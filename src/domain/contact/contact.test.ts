import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castOf, rulebooks, text } from '../../../test/complaint-cast.ts';
import { englandAndWales } from '../../../test/fixtures/calendars.ts';
import type { Instant, LocalDate } from '../calendar/dates.ts';
import { isOpen } from '../complaint/obligation.ts';
import { sayRefusal } from '../complaint/refusals.ts';
import { type Contact, hazardOpen, replayContact } from './contact.ts';
import { type ContactCommand, decideContact, type TriageCommand, waitsForLogging } from './decide.ts';
import type { ContactEvent, Feedback, TriageOutcome } from './events.ts';
import { owedOnContact } from './owed.ts';

type Landlord = keyof typeof rulebooks;
type Who = keyof ReturnType<typeof castOf>;
type By = { landlord?: Landlord; today?: LocalDate; who?: Who };

const tell = (more: Partial<Extract<ContactCommand, { type: 'TellContact' }>> = {}): ContactCommand => ({
  type: 'TellContact',
  ...{ on: '2026-01-08', channel: 'phone', toldTo: 'staff', personId: 'p1', relationship: 'tenant', homeId: 'h1' },
  ...{ words: text('The lift is off again.'), needs: [] },
  ...more,
});
const triage = (outcome: TriageOutcome, more: Partial<TriageCommand> = {}): TriageCommand => ({
  type: 'TriageContact',
  ...{ outcome, reasons: text('why'), feedback: null, enquiry: null, elsewhere: null, suggestions: [] },
  ...{ aboutServiceRequest: false, ...more },
});
const compliment: Feedback = { kind: 'compliment', category: null, serviceArea: 'repairs', theme: null };
const reply = (kind: Extract<ContactCommand, { type: 'HandOverReply' }>['reply'], on: LocalDate): ContactCommand => ({
  type: 'HandOverReply',
  ...{ on, reply: kind, how: 'email', text: text('Dear you') },
});
const logged = (safety = false): ContactCommand => ({
  type: 'BecomeComplaint',
  ...{ caseId: 'c1', reference: 'ABCD-EFGH-1', receivedOn: '2026-01-08', safety },
});
const at = (on: LocalDate): Instant => `${on}T10:00:00.000Z`;
const danger: ContactCommand = { type: 'NoteHazard', at: at('2026-01-08'), kinds: ['damp-mould'] };

function asked(events: readonly ContactEvent[], command: ContactCommand, by: By = {}) {
  const { landlord = 'magna', today = '2026-01-12', who = 'officer' } = by;
  const { policy, code } = rulebooks[landlord];
  return decideContact(command, replayContact(events), { policy, code, today, actor: castOf(landlord)[who] });
}

function done(commands: readonly ContactCommand[], by: By = {}): ContactEvent[] {
  return commands.reduce<ContactEvent[]>((events, command) => {
    const decided = asked(events, command, by);
    if ('refusal' in decided) assert.fail(`${command.type}: ${sayRefusal(decided.refusal).why}`);
    return [...events, ...decided.events];
  }, []);
}

function refused(commands: readonly ContactCommand[], last: ContactCommand, by: By = {}): string {
  const decided = asked(done(commands, by), last, by);
  assert.ok('refusal' in decided, `${last.type} was not refused`);
  return decided.refusal.code;
}

function contactOf(commands: readonly ContactCommand[], by: By = {}): Contact {
  return replayContact(done(commands, by)) ?? assert.fail('no contact');
}

function owed(commands: readonly ContactCommand[], by: By = {}) {
  const { policy, code } = rulebooks[by.landlord ?? 'magna'];
  return owedOnContact(contactOf(commands, by), { policy, code, calendar: englandAndWales });
}

const open = (commands: readonly ContactCommand[], by: By = {}) =>
  owed(commands, by)
    .filter(isOpen)
    .map(one => [one.kind, one.dueOn, one.owner.personId ?? one.owner.team]);

test('[R69] what anybody told us is the triage queue’s, with a day, until somebody has judged it', () => {
  assert.deepEqual(open([tell()], { today: '2026-01-09' }), [['triage', '2026-01-12', 'triage']]);
  assert.deepEqual(open([tell(), triage('feedback', { feedback: compliment })]), []);
});

test('[MAG-12][R3] judged a complaint it is owed its logging that day, and was received when first told', () => {
  const first = [tell(), triage('complaint')];
  assert.deepEqual(open(first), [['log-complaint', '2026-01-12', 'officer']]);
  assert.equal(waitsForLogging(contactOf(first)), true);
  const late = { ...logged(), receivedOn: '2026-01-09' } as ContactCommand;
  assert.equal(refused(first, late), 'date-after');
  assert.deepEqual(open([...first, logged()]), []);
  assert.equal(refused([...first, logged()], triage('not-ours')), 'contact-became-complaint');
});

test('[MAG-16] refused on a ground goes on as a complaint to its letter, and never ends here', () => {
  const contact = contactOf([tell(), triage('refused')]);
  assert.equal(waitsForLogging(contact), true);
  assert.deepEqual(open([tell(), triage('refused')]), [['log-complaint', '2026-01-12', 'officer']]);
});

test('[MAG-14][MGL-03] dissatisfaction with how a request was dealt with needs no offer: it is a complaint', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const about = triage('dissatisfaction', { aboutServiceRequest: true });
    assert.equal(refused([tell()], about, { landlord }), 'dissatisfaction-is-complaint');
  }
  const offered = [tell(), triage('dissatisfaction'), { type: 'BecomeDissatisfaction', recordId: 'r1' } as const];
  assert.equal(contactOf(offered).dissatisfaction?.recordId, 'r1');
  assert.equal(refused(offered, triage('feedback', { feedback: compliment })), 'contact-became-dissatisfaction');
});

test('[MAG-12][MAG-13] a first request is one, with a receipt; it is judged anew no more, and without a name it cannot be looked after', () => {
  const begun = [tell(), triage('service-request'), { type: 'BecomeServiceRequest', requestId: 'r1' } as const];
  assert.equal(contactOf(begun).serviceRequest?.requestId, 'r1');
  assert.deepEqual(open(begun), []);
  assert.equal(refused(begun, triage('complaint')), 'contact-became-request');
  assert.equal(refused(begun, { type: 'BecomeServiceRequest', requestId: 'r2' }), 'nothing-changes');
  done([...begun, reply('service-request', '2026-01-12')]);
  assert.equal(refused([tell(), triage('complaint')], reply('service-request', '2026-01-12')), 'reply-does-not-fit');
  assert.equal(refused([tell({ personId: null })], triage('service-request')), 'contact-without-name');
});

test('[MGL-34] without a name it is feedback and nothing is owed; whoever gave a name is never made anonymous', () => {
  const anonymous: Feedback = { ...compliment, kind: 'anonymous' };
  const nobody = tell({ personId: null, relationship: null });
  assert.deepEqual(open([nobody, triage('feedback', { feedback: anonymous })], { landlord: 'magenta' }), []);
  assert.equal(refused([tell()], triage('feedback', { feedback: anonymous })), 'contact-has-name');
  assert.equal(refused([nobody], triage('dissatisfaction')), 'contact-without-name');
  const odd = { ...anonymous, theme: 'no such theme' };
  assert.equal(refused([nobody], triage('feedback', { feedback: odd })), 'not-in-policy');
});

test('[MAG-15][R13] a danger is made safe by a moment, by whoever is on call, whatever the contact is found to be', () => {
  const safe = owed([tell(), danger, triage('feedback', { feedback: compliment })]).find(
    one => one.kind === 'make-safe',
  );
  assert.deepEqual(
    [safe?.dueAt, safe?.owner.team, safe && isOpen(safe)],
    ['2026-01-09T10:00:00.000Z', 'on-call', true],
  );
  assert.equal(refused([tell(), danger], danger), 'hazard-known');
  const wild = { ...danger, kinds: ['dragons'] } as ContactCommand;
  assert.equal(refused([tell()], wild), 'not-in-policy');
  const settle = { type: 'SettleHazard', outcome: 'made-safe', at: at('2026-01-09'), note: text('fan') } as const;
  assert.equal(hazardOpen(contactOf([tell(), danger, settle])), false);
  assert.equal(refused([tell()], settle), 'nothing-of-the-kind-open');
});

test('[MAG-15] a danger goes on to the complaint and is owed there; one that was made safe before does not', () => {
  const carried = [tell(), danger, triage('complaint'), logged(true)];
  assert.equal(contactOf(carried).hazard?.carriedOn, '2026-01-12');
  assert.deepEqual(open(carried), []);
  assert.deepEqual(
    open([tell(), danger, triage('complaint'), logged(false)]).map(([kind]) => kind),
    ['make-safe'],
  );
  const settle = { type: 'SettleHazard', outcome: 'no-danger', at: at('2026-01-09'), note: text('none') } as const;
  assert.equal(contactOf([tell(), danger, settle, triage('complaint'), logged(true)]).hazard?.carriedOn, null);
});

test('[MAG-05] what was said in public is owed a word in private, until they are reached', () => {
  const post = tell({ channel: 'social-media' });
  assert.deepEqual(open([post], { today: '2026-01-09' }).at(-1), ['private-contact', '2026-01-12', 'triage']);
  const tried = { type: 'RecordPrivateContact', on: '2026-01-09', channel: 'phone', note: text('rang') } as const;
  assert.equal(open([post, { ...tried, reached: false }]).length, 2);
  assert.deepEqual(
    open([post, { ...tried, reached: true }]).map(([kind]) => kind),
    ['triage'],
  );
  assert.equal(refused([tell()], { ...tried, reached: true }), 'contact-not-public');
});

test('[R22] an MP is answered by a date of their own, and the resident is asked about their own matter beside it', () => {
  const enquiry = { from: 'mp', personId: 'mp1', dueOn: null } as const;
  const first = [tell({ channel: 'councillor-or-mp' }), triage('elected-enquiry', { enquiry })];
  assert.deepEqual(open(first), [
    ['reply-to-enquiry', '2026-01-22', 'officer'],
    ['ask-resident', '2026-01-14', 'officer'],
  ]);
  const named = triage('elected-enquiry', { enquiry: { ...enquiry, dueOn: '2026-01-15' } });
  assert.equal(open([tell(), named])[0]?.[1], '2026-01-15');
  const answered = [...first, reply('enquiry', '2026-01-09')];
  assert.deepEqual(
    open(answered).map(([kind]) => kind),
    ['ask-resident'],
    'answering the MP discharges nothing that is owed to the resident',
  );
  const wants: ContactCommand = { type: 'DecideResidentMatter', as: 'complaint', reasons: text('rang her') };
  assert.deepEqual(
    open([...answered, wants]).map(([kind]) => kind),
    ['log-complaint'],
  );
  assert.equal(refused([tell(), triage('complaint')], wants), 'no-enquiry');
});

test('[MAG-31] a complaint about personal data is passed on, acknowledged and answered in times of its own', () => {
  const first = [tell(), triage('data-protection')];
  assert.deepEqual(open(first), [
    ['pass-on-data-complaint', '2026-01-09', 'officer'],
    ['acknowledge-data-complaint', '2026-02-06', 'officer'],
    ['answer-data-complaint', '2026-02-08', 'officer'],
  ]);
  const passed: ContactCommand = { type: 'PassOn', to: 'lead', note: null };
  const all = [...first, passed, reply('data-protection', '2026-01-09'), reply('data-outcome', '2026-01-12')];
  assert.deepEqual(open(all), []);
});

test('[MGL-49] whoever is sent elsewhere is told in writing who can help; a reply goes only with what was decided', () => {
  const elsewhere = { bodies: ['local-government-ombudsman' as const], other: null };
  const first = [tell(), triage('not-ours', { elsewhere })];
  assert.deepEqual(open(first), [['send-signpost', '2026-01-15', 'officer']]);
  assert.deepEqual(open([...first, reply('signpost', '2026-01-12')]), []);
  assert.equal(refused(first, reply('thanks', '2026-01-12')), 'reply-does-not-fit');
  assert.equal(refused([...first, reply('signpost', '2026-01-12')], triage('complaint')), 'contact-answered');
  assert.equal(refused([tell()], reply('signpost', '2026-01-12')), 'reply-does-not-fit');
});

test('[MGL-02] praise owes nobody anything; it can be thanked for and passed on', () => {
  const first = [tell(), triage('feedback', { feedback: compliment })];
  const contact = contactOf([...first, { type: 'PassOn', to: 'officer', note: null }, reply('thanks', '2026-01-12')]);
  assert.deepEqual(contact.passedOn, [{ to: 'officer', on: '2026-01-12' }]);
  assert.deepEqual(open(first), []);
  assert.equal(refused([tell()], { type: 'PassOn', to: 'officer', note: null }), 'contact-not-passed-on');
});

test('a wrong decision is decided anew while nothing came of it, and both stay in the record', () => {
  const twice = [tell(), triage('not-ours'), triage('complaint')];
  assert.equal(contactOf(twice).triage?.outcome, 'complaint');
  assert.equal(done(twice).filter(event => event.type === 'ContactTriaged').length, 2);
});

test('judged by whoever handles complaints, and by whoever wrote it down; no day after today or before it was told', () => {
  const by = { who: 'colleague' } as const;
  assert.deepEqual(open([tell(), triage('not-ours')], by), [['send-signpost', '2026-01-15', 'colleague']]);
  const others = asked(done([tell()]), triage('not-ours'), by);
  assert.ok('refusal' in others && others.refusal.code === 'contact-not-yours');
  const board = asked(done([tell()]), triage('not-ours'), { who: 'board' });
  assert.ok('refusal' in board && board.refusal.code === 'contact-not-yours');
  assert.equal(refused([], tell({ on: '2026-02-01' })), 'date-in-future');
  assert.equal(refused([], tell({ channel: 'pigeon' })), 'not-in-policy');
  assert.equal(refused([], triage('complaint')), 'no-such-contact');
  assert.equal(refused([tell(), triage('not-ours')], reply('signpost', '2026-01-02')), 'date-before');
});
