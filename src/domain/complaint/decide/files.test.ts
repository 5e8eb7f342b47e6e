import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';

const adding = (changes: Partial<CommandOf<'AddFile'>> = {}): CommandOf<'AddFile'> => ({
  type: 'AddFile',
  fileId: 'f1',
  sha256: 'a'.repeat(64),
  size: 120_000,
  kind: 'jpeg',
  name: text('ceiling.jpg'),
  description: text('the ceiling'),
  points: ['p1'],
  requestId: null,
  ...changes,
});

test('[MAG-64] a file becomes part of the complaint, with who added it, when, and the point it is evidence for', () => {
  const told = acknowledgedStory().on('2026-01-12').does(adding());
  const [file] = told.state.files;
  assert.equal(file?.by, 'officer');
  assert.equal(file?.on, '2026-01-12');
  assert.deepEqual(file?.points, ['p1']);
  assert.equal(file?.entry, told.state.version);
});

test('[MAG-64] a file is added before there is a point, and after the answer, by anybody who sees the complaint', () => {
  story()
    .received('2026-01-05')
    .as('colleague')
    .does(adding({ points: [] }));
  answeredStory().as('third-officer').does(adding());
});

test('the very same bytes are not added twice, unless the first time was put with the wrong complaint', () => {
  const told = acknowledgedStory().does(adding());
  told.refuses(adding({ fileId: 'f2' }), 'file-known');
  told
    .does({
      type: 'CorrectRecord',
      correction: { kind: 'misfiled-document', entry: told.state.version },
      reason: text('another home'),
      approvedBy: 'lead',
    })
    .does(adding({ fileId: 'f2' }));
});

test('a point of another complaint is none that a file could be evidence for', () => {
  acknowledgedStory().refuses(adding({ points: ['p1', 'elsewhere'] }), 'no-such-point');
});

test('[MAG-10] with an answer a file comes from whoever was asked or handles it, and from nobody else', () => {
  const asked = acknowledgedStory().does({
    type: 'AskInformation',
    requestId: 'r1',
    stage: 1,
    of: 'contractor',
    serviceArea: 'repairs',
    dueOn: '2026-01-16',
    question: text('when was it mended?'),
  });
  asked.as('contractor').does(adding({ requestId: 'r1', points: [] }));
  asked.as('third-officer').refuses(adding({ requestId: 'r1' }), 'not-asked-of-you');
  asked.refuses(adding({ requestId: 'r2' }), 'no-such-request');
});
