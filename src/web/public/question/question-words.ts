/** A question as whoever was asked reads it: who asks, by when, the words, what they are told, the files that go with it. */
import { isHeld } from '../../../application/queries/case-files.ts';
import type { Question, ShownFile } from '../../../application/questions/question.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { toneOf } from '../../staff/case/case-head.ts';
import { sayKind, whyHeld } from '../../staff/files/file-words.ts';

type Around = { today: LocalDate; calendar: Calendar; fileHref(fileId: string): string };

/** Everything they are shown above the form. */
export function questionWords(asked: Question, { today, calendar, fileHref }: Around): Html {
  const due = dueTag({
    words: sayDue(asked.dueOn, today, calendar),
    tone: toneOf(asked.dueOn, today),
    date: sayDate(asked.dueOn),
  });
  const { name, address } = asked.told;
  const told = [name, address].filter(one => one !== null).join(', ');
  return html`<p class="govuk-body">${asked.askedBy} asks, for complaint <span class="rd-nowrap">${asked.reference}</span>.</p>
<p class="govuk-body">${due}</p>
${insetText({ text: html`${lines(asked.question)}` })}
${told !== '' && html`<p class="govuk-body">It is about ${told}. You are told so because you need it to answer; pass it on to nobody.</p>`}
${asked.files.length > 0 && html`<h2 class="govuk-heading-s">Files that go with the question</h2>${fileList(asked.files, fileHref)}`}
${asked.longer !== null && html`<p class="govuk-body rd-quiet-text">Said so far: an answer by ${sayDate(asked.longer.until)}. ${asked.longer.reason}</p>`}`;
}

/** Files by name, each a link unless it is held. */
export function fileList(files: readonly ShownFile[], fileHref: (fileId: string) => string): Html {
  return html`<ul class="govuk-list">${files.map(({ file, name, scan }) => {
    const held = whyHeld(scan);
    const words = isHeld(scan)
      ? html`<span class="rd-words">${name}</span>`
      : html`<a class="govuk-link rd-words" href="${fileHref(file.fileId)}">${name}</a>`;
    return html`<li>${words} <span class="rd-quiet-text">(${sayKind(file)}${held !== null && `; ${held}`})</span></li>`;
  })}</ul>`;
}

/** Text with its line breaks. */
export function lines(text: string): Html {
  return html`${text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}`;
}
