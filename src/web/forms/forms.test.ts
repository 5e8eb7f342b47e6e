import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import { cleanText } from '../../domain/clean-text.ts';
import { dateField, dateValues, optionalDateField } from './date-field.ts';
import {
  choiceField,
  choicesField,
  emailField,
  idField,
  lineField,
  longTextField,
  moneyField,
  optionalChoiceField,
  tickField,
  wholeNumberField,
} from './fields.ts';
import { newForm } from './form-view.ts';
import { readForm } from './read-form.ts';
import { textLength } from './text-length.ts';

const today: LocalDate = '2026-03-18';
const words = { words: longTextField({ label: 'What went wrong', required: 'Enter what went wrong', max: 1000 }) };
const received = { received: dateField({ label: 'Date received', required: 'Enter the date', today, when: 'past' }) };

function readWords(typed: unknown) {
  return readForm(words, { words: typed });
}

function dateError(day: string, month: string, year: string, shape = received) {
  const result = readForm(shape, { 'received-day': day, 'received-month': month, 'received-year': year });
  const [error] = result.form.errors;
  return { ok: result.ok, text: error?.text, href: result.form.summary()[0]?.href };
}

function sentenceOf(result: ReturnType<typeof readWords>): unknown {
  return result.form.errors[0]?.text;
}

test('a form that is right gives typed values, trimmed', () => {
  const result = readWords('  The heating failed.\r\nAgain.  ');
  assert.ok(result.ok);
  assert.equal(result.values.words, 'The heating failed.\nAgain.');
});

test('an empty field, one of spaces alone and one that was not sent are all missing', () => {
  for (const nothing of ['', '   \n\t ', undefined, null, {}, 7]) {
    assert.equal(sentenceOf(readWords(nothing)), 'Enter what went wrong');
  }
  assert.equal(readForm(words, undefined).ok, false);
  assert.equal(readForm(words, 'words=x').ok, false);
});

test('a text that is too long is refused with the limit, and every character of it is kept', () => {
  const pasted = 'mould '.repeat(17_000);
  const result = readWords(pasted);
  assert.equal(sentenceOf(result), 'What went wrong must be 1,000 characters or fewer');
  assert.equal(result.form.text('words').value, pasted);
});

test('a text at the limit is taken, and an emoji counts once', () => {
  assert.ok(readWords('🏚️'.repeat(500)).ok);
  assert.ok(readWords('x'.repeat(1000)).ok);
  assert.equal(readWords('x'.repeat(1001)).ok, false);
  assert.equal(textLength('a🏠b'), 3);
});

test('NUL, other controls and lone surrogates are taken out before anything else sees the text', () => {
  const result = readWords('da\0mp\u0007 \ud800and\udc00 mould\u007f');
  assert.ok(result.ok);
  assert.equal(result.values.words, 'damp and mould');
  assert.equal(cleanText('a\u0000'), 'a');
});

test('right-to-left words with their direction marks, emoji and combining letters are kept', () => {
  const typed = '\u2067שלום مرحبا\u2069 🏠👩‍🦽 Ż';
  const result = readWords(typed);
  assert.ok(result.ok);
  assert.equal(result.values.words, typed.normalize('NFC'));
  assert.equal(cleanText('Z\u0307'), 'Ż');
});

test('markup that was typed is only text', () => {
  const result = readWords('<script>alert(1)</script>');
  assert.ok(result.ok);
  assert.equal(result.values.words, '<script>alert(1)</script>');
});

test('a field sent twice gives its last value; a choice may be sent many times', () => {
  const shape = { name: lineField({ label: 'Name' }), ways: choicesField(['post', 'email', 'phone']) };
  const result = readForm(shape, { name: ['one', 'two'], ways: ['post', 'phone'] });
  assert.ok(result.ok);
  assert.deepEqual(result.values, { name: 'two', ways: ['post', 'phone'] });
});

test('every field that is wrong is listed once, in the order of the form, with a link to it', () => {
  const shape = {
    name: lineField({ label: 'Name', required: 'Enter a name' }),
    ...received,
    stage: choiceField(['1', '2'], 'Choose a stage'),
  };
  const result = readForm(shape, { 'received-month': '3' });
  assert.equal(result.ok, false);
  assert.deepEqual(result.form.summary(), [
    { text: 'Enter a name', href: '#name' },
    { text: 'Date received must include a day and a year', href: '#received-day' },
    { text: 'Choose a stage', href: '#stage' },
  ]);
});

test('a real date is read from its parts, with a month as a number or a name', () => {
  for (const month of ['3', '03', 'March', 'mar', 'MAR.']) {
    const result = readForm(received, { 'received-day': ' 7 ', 'received-month': month, 'received-year': '2026' });
    assert.ok(result.ok, month);
    assert.equal(result.values.received, '2026-03-07');
  }
});

test('31 February is not a date, nor is 29 February outside a leap year', () => {
  const february = dateError('31', '2', '2026');
  assert.equal(february.text, 'Date received must be a real date: that month has no day 31');
  assert.equal(february.href, '#received-day');
  assert.equal(dateError('29', '2', '2025').ok, false);
  assert.equal(dateError('29', '2', '2024').ok, true);
  assert.equal(dateError('0', '2', '2024').ok, false);
});

test('year 26 is not a year: it is asked for with four numbers, in its own box', () => {
  const short = dateError('3', '3', '26');
  assert.equal(short.text, 'Date received must have a year of four numbers, like 2026');
  assert.equal(short.href, '#received-year');
  assert.equal(dateError('3', '3', '0026').ok, false);
  assert.equal(dateError('3', '3', '20260').ok, false);
});

test('a missing part, a month 13 and words instead of numbers are each said', () => {
  assert.equal(dateError('3', '', '2026').text, 'Date received must include a month');
  assert.equal(dateError('', '3', '').text, 'Date received must include a day and a year');
  assert.equal(dateError('3', '13', '2026').href, '#received-month');
  assert.equal(dateError('third', '3', '2026').text, 'Date received must have a number as its day');
  assert.equal(dateError('3', '<script>', '2026').href, '#received-month');
  assert.equal(dateError('3', '3', '2O26').href, '#received-year');
  assert.equal(dateError('-3', '3', '2026').ok, false);
  assert.equal(dateError('', '', '').text, 'Enter the date');
});

test('a date in the future is refused where only the past makes sense; today is not the future', () => {
  assert.equal(dateError('18', '3', '2026').ok, true);
  assert.equal(dateError('19', '3', '2026').text, 'Date received must be today or in the past');
  const ahead = { received: dateField({ label: 'New date', required: 'Enter it', today, when: 'future' }) };
  assert.equal(dateError('17', '3', '2026', ahead).text, 'New date must be today or in the future');
  assert.equal(dateError('18', '3', '2026', ahead).ok, true);
});

test('a date outside the days that the page allows is refused in the page’s own sentence', () => {
  const sentence = 'The escalation cannot come before the response';
  const shape = {
    received: dateField({ label: 'Date', required: 'x', today, notBefore: { on: '2026-03-02', sentence } }),
  };
  assert.equal(dateError('1', '3', '2026', shape).text, sentence);
  assert.equal(dateError('2', '3', '2026', shape).ok, true);
});

test('an optional date may be left empty, but not half empty', () => {
  const shape = { on: optionalDateField({ label: 'Date', today }) };
  const empty = readForm(shape, {});
  assert.ok(empty.ok);
  assert.equal(empty.values.on, null);
  assert.equal(readForm(shape, { 'on-day': '3' }).form.errors[0]?.text, 'Date must include a month and a year');
});

test('only the box of a date that is wrong is marked, and all three keep what was typed', () => {
  const result = readForm(received, { 'received-day': '3', 'received-month': '3', 'received-year': '26' });
  const date = result.form.date('received');
  assert.deepEqual(date.values, { day: '3', month: '3', year: '26' });
  assert.deepEqual([date.day, date.month, date.year], [{}, {}, { error: true }]);
  assert.deepEqual(dateValues('received', '2026-03-07'), {
    'received-day': '7',
    'received-month': '3',
    'received-year': '2026',
  });
});

test('a choice that the page does not offer is refused, whatever was sent', () => {
  const shape = { stage: choiceField(['1', '2'], 'Choose a stage'), also: optionalChoiceField(['a', 'b']) };
  assert.equal(readForm(shape, { stage: '3' }).form.errors[0]?.text, 'Choose a stage');
  assert.equal(readForm(shape, { stage: '1', also: 'c' }).ok, false);
  const right = readForm(shape, { stage: '1' });
  assert.ok(right.ok);
  assert.equal(right.values.also, null);
  assert.equal(readForm({ ways: choicesField(['a'], 'Choose one') }, {}).form.errors[0]?.text, 'Choose one');
});

test('an email address is checked for its shape only, and may be pasted with spaces', () => {
  const shape = { email: emailField({ label: 'Email' }) };
  const right = readForm(shape, { email: ' o’neil@example.org ' });
  assert.ok(right.ok);
  assert.equal(right.values.email, 'o’neil@example.org');
  for (const wrong of ['me', 'me@', '@x.org', 'me@localhost', 'a@b@c.org']) {
    assert.equal(readForm(shape, { email: wrong }).ok, false, wrong);
  }
  assert.ok(readForm(shape, {}).ok);
});

test('numbers are whole and within limits; money is pounds and kept as pence', () => {
  const shape = {
    days: wholeNumberField({ label: 'Days', required: 'Enter the days', min: 1, max: 60 }),
    sum: moneyField({ label: 'Amount', required: 'Enter an amount', min: 0, max: 1_000_000 }),
  };
  const right = readForm(shape, { days: ' 10 ', sum: '£1,250.50' });
  assert.ok(right.ok);
  assert.deepEqual(right.values, { days: 10, sum: 125_050 });
  for (const days of ['', '0', '61', '1.5', 'ten', '1e3', '9999999999999']) {
    assert.equal(readForm(shape, { days, sum: '1' }).ok, false, days);
  }
  for (const sum of ['', '1.5', '-1', '10000.01', '½'])
    assert.equal(readForm(shape, { days: '1', sum }).ok, false, sum);
});

test('a box to tick, and an identifier that a page made', () => {
  const shape = { sure: tickField('Confirm it'), handler: idField('Choose somebody') };
  const right = readForm(shape, { sure: 'yes', handler: '019a-77' });
  assert.ok(right.ok);
  assert.deepEqual(right.values, { sure: true, handler: '019a-77' });
  const wrong = readForm(shape, { handler: "x'; drop table" });
  assert.deepEqual(
    wrong.form.errors.map(error => error.text),
    ['Confirm it', 'Choose somebody'],
  );
});

test('a rule over several fields is asked only when each of them is right', () => {
  const shape = { from: lineField({ label: 'From', required: 'Enter from' }), to: lineField({ label: 'To' }) };
  const check = ({ from, to }: { from: string; to: string }) =>
    from === to ? [{ field: 'to', text: 'Choose another place' }] : [];
  assert.equal(readForm(shape, { from: '', to: '' }, check).form.errors[0]?.text, 'Enter from');
  assert.equal(readForm(shape, { from: 'a', to: 'a' }, check).form.summary()[0]?.href, '#to');
  assert.ok(readForm(shape, { from: 'a', to: 'b' }, check).ok);
});

test('a form starts with the values it is given and no errors', () => {
  const form = newForm({ name: 'Mrs Okonkwo', ways: ['post', 'email'] });
  assert.deepEqual(form.text('name'), { name: 'name', value: 'Mrs Okonkwo', error: undefined });
  assert.deepEqual(form.choices('ways').values, ['post', 'email']);
  assert.deepEqual(form.summary(), []);
});

test('names that mean something to JavaScript are only names', () => {
  const result = readForm(
    { name: lineField({ label: 'Name' }) },
    JSON.parse('{"__proto__":"x","constructor":"y","name":"z"}'),
  );
  assert.ok(result.ok);
  assert.deepEqual(result.values, { name: 'z' });
});
