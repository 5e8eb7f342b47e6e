/** What the complaint is: asking, talking, agreeing, and defining its points, through their pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actUrl,
  dayFields,
  definedComplaint,
  definition,
  does,
  lastOf,
  officersOf,
  textOfRef,
} from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magna);
const wrote = async (event: { body: Record<string, unknown> } | undefined, name: string) =>
  textOfRef(site, event?.body[name]);

type Defined = { number: number; pointId: string; responsibility: string; text: unknown; responsibleBody: unknown }[];
const pointsOf = (event: { body: Record<string, unknown> } | undefined) => (event?.body['points'] ?? []) as Defined;

test('[MAG-28][R4] asking the resident to explain moves no date, and the answer closes the question', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const visitor = await site.as(officer);
  const dates = async () =>
    (
      await site.database.admin.query(
        `select obligation_id, due_on::text from obligation o join case_index c using (landlord_id, case_id)
       where c.reference = $1 order by 1`,
        [reference],
      )
    ).rows;
  const before = await dates();
  assert.match(
    (await visitor.get(actUrl(reference, 'record-clarification'))).text,
    /No question to the resident is open/,
  );
  await does(visitor, actUrl(reference, 'ask-clarification'), { question: 'Which ceiling?' });
  assert.match((await visitor.get(actUrl(reference, 'record-clarification'))).text, /Which ceiling\?/);
  await does(visitor, actUrl(reference, 'record-clarification'), { answer: 'The bathroom one' });
  assert.deepEqual(await dates(), before);
});

test('[R4] an answer cannot be before its question, nor a contact before the complaint', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'ask-clarification'), { question: 'Which?' });
  const early = await visitor.post(actUrl(reference, 'record-clarification'), {
    ...{ answer: 'This one', ...dayFields('on', '2026-11-03') },
  });
  assert.equal(early.status, 422);
  assert.match(early.text, /is before the question/);
  const contact = { kind: 'attempt', note: 'No reply', ...dayFields('on', '2026-11-01') };
  const before = await visitor.post(actUrl(reference, 'record-contact'), contact);
  assert.equal(before.status, 422);
  assert.match(before.text, /cannot be before the complaint was received/);
});

test('[MGL-18][MAG-62] a first talk records outcome, timescale, method, frequency and the next date in one go', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'record-contact'), {
    ...{ kind: 'discussion', note: 'We went through it', outcome: 'A new ceiling', timescale: 'Before Christmas' },
    ...{ method: 'By phone after four', every: 'week', ...dayFields('next', '2026-11-11') },
  });
  const note = await wrote(await lastOf(site, reference, 'ResidentContacted'), 'note');
  assert.match(note ?? '', /We went through it[\s\S]*A new ceiling[\s\S]*Before Christmas/);
  const agreed = await lastOf(site, reference, 'ContactAgreed');
  assert.deepEqual(
    [agreed?.body['method'], agreed?.body['every'], agreed?.body['nextOn']],
    ['By phone after four', { unit: 'calendar-days', value: 7 }, '2026-11-11'],
  );
  const half = await visitor.post(actUrl(reference, 'record-contact'), {
    kind: 'discussion',
    note: 'Again',
    every: 'week',
  });
  assert.equal(half.status, 422);
});

test('[MAG-62] a call is recorded by anybody and is no acknowledgement', async () => {
  const { reference } = await site.logged(site.magna.person('colleague'));
  const visitor = await site.as(site.magna.person('colleague'));
  const page = await visitor.get(actUrl(reference, 'record-contact'));
  assert.match(page.text, /A call is not the acknowledgement/);
  assert.ok(!page.html.includes('name="method"'), 'agreeing contact is for the handler');
  await does(visitor, actUrl(reference, 'record-contact'), { kind: 'attempt', note: 'Rang twice' });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Send the stage 1 acknowledgement/);
});

test('[MAG-29][MGL-19][MAG-43] a definition has numbered points, whose each is, the outcome sought and what is left out', async () => {
  const { reference } = await definedComplaint(site, site.magna, ['The ceiling leaks.']);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'define');
  assert.match((await visitor.get(url)).text, /Their own words The kitchen ceiling has been leaking since June/);
  await does(visitor, url, {
    ...{ 'point-2': 'The street light is out.', 'point-2-responsibility': 'not-ours', 'point-2-body': 'The council' },
    'left-out': 'The weather, which is nobody’s.',
  });
  const event = await lastOf(site, reference, 'ComplaintDefined');
  assert.equal(event?.body['revision'], 2);
  const points = pointsOf(event);
  assert.deepEqual(
    points.map(point => [point.number, point.responsibility]),
    [
      [1, 'ours'],
      [2, 'not-ours'],
    ],
  );
  assert.equal(await textOfRef(site, points[1]?.responsibleBody), 'The council');
  assert.equal(await wrote(event, 'leftOut'), 'The weather, which is nobody’s.');
  assert.equal(await wrote(event, 'outcomeSought'), 'A repair that lasts, and an apology.');
});

test('[MAG-43] words that did not change keep their place in the record', async () => {
  const { reference } = await definedComplaint(site, site.magna);
  const first = pointsOf(await lastOf(site, reference, 'ComplaintDefined'));
  await does(await site.as(officer), actUrl(reference, 'define'), { 'point-2': 'Nobody rings back, ever.' });
  const second = pointsOf(await lastOf(site, reference, 'ComplaintDefined'));
  assert.deepEqual(second[0]?.text, first[0]?.text);
  assert.notDeepEqual(second[1]?.text, first[1]?.text);
  assert.equal(second[1]?.pointId, first[1]?.pointId);
});

test('[MAG-29] more rows come by a button, with everything typed kept, and without a word saved', async () => {
  const { reference } = await site.logged(lead);
  await does(await site.as(lead), actUrl(reference, 'assign'), { person: officer.personId });
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'define');
  const rows = (html: string) => [...html.matchAll(/<textarea[^>]*name="point-\d+"/g)].length;
  const before = await visitor.get(url);
  const more = await visitor.post(url, { ...definition('One', 'Two', 'Three'), 'more-rows': '1' });
  assert.equal(more.status, 200);
  assert.equal(rows(more.html), rows(before.html) + 3);
  const fields = formFields(more.html);
  assert.deepEqual([fields['point-3'], fields['outcome']], ['Three', 'A repair that lasts, and an apology.']);
  assert.equal(await lastOf(site, reference, 'ComplaintDefined'), undefined);
  const saved = await visitor.send(url, { ...fields, 'point-6': 'Six' });
  assert.equal(saved.status, 303, saved.text);
  const points = pointsOf(await lastOf(site, reference, 'ComplaintDefined'));
  assert.deepEqual(
    points.map(point => point.number),
    [1, 2, 3, 4],
  );
});

test('[MAG-29] a definition without a point, without an outcome, or with half a row is told where', async () => {
  const { reference } = await definedComplaint(site, site.magna, ['The ceiling leaks.']);
  const visitor = await site.as(officer);
  const url = actUrl(reference, 'define');
  const wrong: [Record<string, string>, RegExp][] = [
    [{ 'point-1': '' }, /Point 1 stays part of the complaint/],
    [{ outcome: '' }, /Enter what they want put right/],
    [{ 'point-2-body': 'The council' }, /Enter the point, or clear what is below it/],
    [{ 'point-2': 'The light', 'point-2-responsibility': 'shared' }, /Say who is responsible for it instead/],
    [{ 'point-2': 'x'.repeat(4001) }, /4,000 characters or fewer/],
  ];
  for (const [changes, sentence] of wrong) {
    const answer = await visitor.post(url, { 'left-out': 'Kept', ...changes });
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
    assert.equal(formFields(answer.html)['left-out'], 'Kept');
  }
  const fresh = await site.logged(lead);
  const none = await (await site.as(officer)).post(actUrl(fresh.reference, 'define'), { outcome: 'A repair' });
  assert.match(none.text, /Enter at least one point/);
});

test('[R40] stage 2 defines what was asked for again and lists the rest as not pursued', async () => {
  const road = await roadOf(site, 'magenta');
  await road.assigned();
  await road.defined(['The ceiling leaks.', 'Nobody calls back.']);
  await road.letter('acknowledgement');
  await road.answered();
  const [first = ''] = road.points;
  await road.does(road.cast.officer, (_keep, { deciding }) => ({
    ...{
      type: 'RequestEscalation',
      on: deciding.today,
      channel: 'phone',
      points: [first],
      words: null,
      forwardedBy: 'resident',
    },
  }));
  await road.assigned(road.cast.reviewer, 2);
  const visitor = await site.as(road.cast.reviewer);
  const url = actUrl(road.reference, 'define', '?stage=2');
  const shown = await visitor.form(url);
  assert.deepEqual([shown['point-1-not-pursued'], shown['point-2-not-pursued']], [undefined, 'yes']);
  const { 'point-2-not-pursued': _left, ...both } = shown;
  const dropped = await visitor.send(url, { ...both, 'point-1-not-pursued': 'yes' });
  assert.equal(dropped.status, 422);
  assert.match(dropped.text, /asked for point 1 to be looked at again/);
  await does(visitor, url, {});
  const event = await lastOf(site, road.reference, 'ComplaintDefined');
  assert.deepEqual([event?.body['stage'], event?.body['notPursued']], [2, [road.points[1]]]);
});

test('[MAG-29] whoever has no part in it is told before the work', async () => {
  const { reference } = await site.logged(site.magna.person('colleague'));
  const page = await (await site.as(site.magna.person('colleague'))).get(actUrl(reference, 'define'));
  assert.match(page.text, /Stage 1 of this complaint is not yours/);
});
