/** What is true of every act's page from logging to understanding: done, kept, refused, stale, sent twice, filled in badly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actExamples, type Example, type Ready } from '../../../../test/act-examples.ts';
import { actUrl, dayFields, definedComplaint, does, happened, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';

const site = await staffSite();
const { lead, second } = officersOf(site.magna);

const examples = actExamples(site);
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
    if (act !== 'needs') {
      const { status, html } = await visitor.send(url, { ...untouched, ...emptied });
      assert.equal(status, 422);
      assert.deepEqual(errorFields(html), errorFields(html).toSorted(asIn(html)), 'in the order of the page');
    }
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
    const [name = ''] = [...example.texts, ...Object.keys(example.fields(made))];
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

/** The fields that the error summary links to, in its order. */
function errorFields(html: string): string[] {
  const [summary = ''] = /<div class="govuk-error-summary".*?<\/ul>/s.exec(html) ?? [];
  return [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
}

const asIn =
  (html: string) =>
  (a: string, b: string): number =>
    html.indexOf(` id="${a}"`) - html.indexOf(` id="${b}"`);
