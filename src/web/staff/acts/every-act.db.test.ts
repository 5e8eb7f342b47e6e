/** What is true of every act's page from logging to understanding: done, kept, refused, stale, sent twice, filled in badly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, definedComplaint, does, happened, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { type Fields, formFields } from '../../../../test/staff-visitor.ts';

const site = await staffSite();
const { officer, other, lead, second } = officersOf(site.magna);

type Ready = { reference: string; pointIds: string[]; otherReference: string };
type Example = {
  act: string;
  by: typeof lead;
  fields: (ready: Ready) => Fields;
  /** The fields where people type. */
  texts: readonly string[];
  /** Boxes of dates, by their names. */
  dates?: readonly string[];
  before?: (ready: Ready) => Promise<unknown>;
  makes: string;
};

const today = dayFields('on', '2026-11-04');

const examples: readonly Example[] = [
  { act: 'add-note', by: other, fields: () => ({ note: 'A note' }), texts: ['note'], makes: 'NoteAdded' },
  {
    act: 'assign',
    by: lead,
    fields: () => ({ person: other.personId, reason: 'On leave' }),
    texts: ['reason'],
    makes: 'HandlerAssigned',
  },
  {
    act: 'routing',
    by: lead,
    fields: () => ({ rule: 'serious', followed: 'no', reason: 'The team knows the family' }),
    texts: ['reason'],
    makes: 'RoutingDecided',
  },
  {
    act: 'declare-conflict',
    by: other,
    fields: () => ({ person: other.personId, reason: 'A neighbour' }),
    texts: ['reason'],
    makes: 'ConflictDeclared',
  },
  {
    act: 'priority',
    by: other,
    fields: () => ({ reason: 'Water near the sockets' }),
    texts: ['reason'],
    makes: 'PrioritySet',
  },
  {
    act: 'clear-priority',
    by: lead,
    before: async ({ reference }) => does(await site.as(other), actUrl(reference, 'priority'), { reason: 'Water' }),
    fields: () => ({ reason: 'The power is off' }),
    texts: ['reason'],
    makes: 'PriorityCleared',
  },
  {
    act: 'correct-received-date',
    by: officer,
    fields: () => ({ ...dayFields('to', '2026-10-30'), reason: 'The email of that day', approver: lead.personId }),
    texts: ['reason'],
    dates: ['to'],
    makes: 'ReceivedDateCorrected',
  },
  {
    act: 'link',
    by: other,
    fields: ({ otherReference }) => ({ reference: otherReference, why: 'earlier' }),
    texts: ['reference'],
    makes: 'CaseLinked',
  },
  {
    act: 'representative',
    by: other,
    fields: () => ({
      who: 'new',
      name: 'Ms Speaker',
      phone: '01632 960555',
      scope: 'full',
      evidence: 'A signed letter',
    }),
    texts: ['name', 'evidence', 'address'],
    dates: ['until'],
    makes: 'RepresentativeRecorded',
  },
  {
    act: 'needs',
    by: other,
    fields: () => ({ needs: ['large-print'], 'detail-large-print': '16 point' }),
    texts: ['detail-large-print'],
    makes: 'NeedsRecorded',
  },
  {
    act: 'ask-clarification',
    by: officer,
    fields: () => ({ ...today, question: 'Which room?' }),
    texts: ['question'],
    dates: ['on'],
    makes: 'ClarificationAsked',
  },
  {
    act: 'record-clarification',
    by: officer,
    before: async ({ reference }) =>
      does(await site.as(officer), actUrl(reference, 'ask-clarification'), { question: 'Which room?' }),
    fields: () => ({ ...today, answer: 'The kitchen' }),
    texts: ['answer'],
    dates: ['on'],
    makes: 'ClarificationGiven',
  },
  {
    act: 'record-contact',
    by: officer,
    fields: () => ({ ...today, kind: 'discussion', note: 'We spoke', method: 'By phone' }),
    texts: ['note', 'outcome', 'timescale', 'method'],
    dates: ['on', 'next'],
    makes: 'ResidentContacted',
  },
  {
    act: 'agree-contact',
    by: officer,
    fields: () => ({ ...today, method: 'By email', every: 'week', ...dayFields('next', '2026-11-11') }),
    texts: ['method'],
    dates: ['on', 'next'],
    makes: 'ContactAgreed',
  },
  {
    act: 'define',
    by: officer,
    fields: () => ({
      'point-1': 'The ceiling leaks badly.',
      outcome: 'A repair',
      'left-out': 'The rent: not about it',
    }),
    texts: ['point-1', 'outcome', 'left-out'],
    makes: 'ComplaintDefined',
  },
  {
    act: 'add-point',
    by: officer,
    fields: () => ({ ...today, text: 'The door sticks', related: 'yes', delay: 'no', responsibility: 'ours' }),
    texts: ['text', 'body'],
    dates: ['on'],
    makes: 'PointAdded',
  },
  {
    act: 'move-point',
    by: officer,
    fields: ({ pointIds }) => ({
      point: pointIds[1] ?? '',
      words: 'Nobody calls back',
      ...dayFields('raised', '2026-11-02'),
    }),
    texts: ['words'],
    dates: ['raised'],
    makes: 'PointMoved',
  },
  {
    act: 'exclude-point',
    by: lead,
    fields: ({ pointIds }) => ({
      point: pointIds[1] ?? '',
      ground: 'other-appeal',
      'q-other-appeal-which-procedure': 'The review of the allocation',
      'q-other-appeal-open-to-them': 'yes',
      'q-other-appeal-about-handling': 'no',
      reasons: 'The review decides it',
    }),
    texts: ['reasons', 'q-other-appeal-which-procedure'],
    makes: 'PointExcluded',
  },
  {
    act: 'withdraw-point',
    by: officer,
    fields: ({ pointIds }) => ({ point: pointIds[1] ?? '', evidence: 'Their email' }),
    texts: ['evidence'],
    makes: 'PointWithdrawn',
  },
];

const otherCase = await site.logged(lead);

async function ready(example: Example): Promise<Ready> {
  const made = { ...(await definedComplaint(site, site.magna)), otherReference: otherCase.reference };
  await example.before?.(made);
  return made;
}

const counts = async (reference: string, type: string): Promise<number> =>
  (await happened(site, reference)).filter(event => event.type === type).length;

for (const example of examples) {
  const { act, makes } = example;

  test(`${act}: done, and the case says so`, async () => {
    const made = await ready(example);
    const before = await counts(made.reference, makes);
    const visitor = await site.as(example.by);
    const answer = await does(visitor, actUrl(made.reference, act), example.fields(made));
    assert.equal(answer.location, `/cases/${made.reference}?done=${act}`);
    assert.equal(await counts(made.reference, makes), before + 1);
    const shown = await visitor.get(answer.location ?? '');
    assert.equal(shown.status, 200);
    assert.match(shown.html, /rd-done/);
  });

  test(`${act}: pressed twice, done once`, async () => {
    const made = await ready(example);
    const before = await counts(made.reference, makes);
    const visitor = await site.as(example.by);
    const url = actUrl(made.reference, act);
    const fields = { ...(await visitor.form(url)), ...example.fields(made) };
    const answers = await Promise.all([visitor.send(url, fields), visitor.send(url, fields)]);
    assert.deepEqual(
      answers.map(answer => answer.status),
      [303, 303],
    );
    assert.equal(await counts(made.reference, makes), before + 1);
  });

  test(`${act}: what somebody else did meanwhile is shown before anything is saved over it`, async () => {
    const made = await ready(example);
    const before = await counts(made.reference, makes);
    const visitor = await site.as(example.by);
    const url = actUrl(made.reference, act);
    const fields = { ...(await visitor.form(url)), ...example.fields(made) };
    await does(await site.as(second), actUrl(made.reference, 'representative'), {
      ...{ who: 'new', name: 'Somebody', phone: '01632 960556', scope: 'full', evidence: 'A letter' },
    });
    const answer = await visitor.send(url, fields);
    if (act === 'add-note') {
      assert.equal(answer.status, 303, 'a note clashes with nothing');
      return;
    }
    assert.equal(answer.status, 409, answer.text);
    assert.match(answer.text, /Authority of a representative recorded/);
    assert.match(answer.text, new RegExp(second.name));
    const kept = formFields(answer.html);
    for (const name of example.texts) assert.equal(kept[name] ?? '', fields[name] ?? '', `${name} was lost`);
    assert.equal(await counts(made.reference, makes), before + (makes === 'RepresentativeRecorded' ? 1 : 0));
    const again = await visitor.send(url, { ...fields, ...sealOf(answer.html) });
    assert.equal(again.status, 303, again.text);
  });

  test(`${act}: an empty form, a pasted book and impossible dates are told where they are, with all typed kept`, async () => {
    const made = await ready(example);
    const before = await happened(site, made.reference);
    const visitor = await site.as(example.by);
    const url = actUrl(made.reference, act);
    const untouched = await visitor.form(url);
    const filled = example.fields(made);
    const emptied = Object.fromEntries([...Object.keys(filled), ...example.texts].map(name => [name, '']));
    if (act !== 'needs') assert.equal((await visitor.send(url, { ...untouched, ...emptied })).status, 422);
    for (const name of example.texts) {
      const book = 'ab '.repeat(33_400);
      const answer = await visitor.send(url, { ...untouched, ...filled, [name]: book });
      assert.equal(answer.status, 422, `${name}: ${answer.text.slice(0, 400)}`);
      assert.equal(String(formFields(answer.html)[name]).trim(), book.trim(), `${name} was lost`);
    }
    for (const name of example.dates ?? []) {
      for (const bad of ['2026-02-31', '26-05-01', '0001-01-01']) {
        const answer = await visitor.send(url, { ...untouched, ...filled, ...dayFields(name, bad) });
        assert.equal(answer.status, 422, `${name} ${bad}: ${answer.status}`);
        assert.match(answer.html, /govuk-error-summary/);
      }
      const ahead = name === 'next' || name === 'until' ? '2026-11-03' : '2026-11-05';
      const answer = await visitor.send(url, { ...untouched, ...filled, ...dayFields(name, ahead) });
      assert.equal(answer.status, 422, `${name} ${ahead}: ${answer.status}`);
      const far = await visitor.send(url, { ...untouched, ...filled, ...dayFields(name, '9999-12-31') });
      assert.ok([303, 422].includes(far.status), `${name} 9999: ${far.status}`);
      if (far.status === 303) return;
    }
    assert.deepEqual(await happened(site, made.reference), before);
  });

  test(`${act}: words in any writing are kept, and markup in them is only words`, async () => {
    const made = await ready(example);
    const visitor = await site.as(example.by);
    const url = actUrl(made.reference, act);
    const wild = 'שלום 😀 <script>alert(1)</script> &amp; \u0000 “end”';
    const typed = example.texts.filter(name => name !== 'reference').map(name => [name, wild]);
    const answer = await does(visitor, url, { ...example.fields(made), ...Object.fromEntries(typed) });
    for (const page of [
      answer.location ?? '',
      `/cases/${made.reference}/timeline`,
      `/cases/${made.reference}/people`,
    ]) {
      const shown = await visitor.get(page);
      assert.equal(shown.status, 200, page);
      assert.ok(!shown.html.includes('<script>alert'), page);
    }
  });

  test(`${act}: a draft is kept on the server and filled in again`, async () => {
    const made = await ready(example);
    const visitor = await site.as(example.by);
    const url = actUrl(made.reference, act);
    const [name = ''] = example.texts;
    const saved = await visitor.post(url, { ...example.fields(made), [name]: 'Half of it', 'save-draft': '1' });
    assert.equal(saved.status, 303);
    assert.equal((await visitor.form(url))[name], 'Half of it');
  });

  test(`${act}: no such page on another landlord’s complaint`, async () => {
    const made = await ready(example);
    const stranger = await site.as(officersOf(site.magenta).lead);
    const url = actUrl(made.reference, act);
    assert.equal((await stranger.get(url)).status, 404);
    const own = await stranger.form('/complaints/new');
    assert.equal((await stranger.send(url, { ...own, ...example.fields(made) })).status, 404);
  });
}

test('an act that does not exist is no page', async () => {
  const { reference } = otherCase;
  assert.equal((await (await site.as(lead)).get(actUrl(reference, 'promote'))).status, 404);
});

function sealOf(html: string): Record<string, string> {
  const { _csrf = '', _command = '', _version = '' } = formFields(html) as Record<string, string>;
  return { _csrf, _command, _version };
}
