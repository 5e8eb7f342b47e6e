import type { FileLimits } from '../../../application/files/take-in.ts';
import type { Reply } from '../../../application/questions/answer.ts';
import type { AtLink } from '../../../application/questions/links.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { type FormSeal, formPage } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths } from '../../paths.ts';
import { replyFields } from './answer-form.ts';
import { questionWords } from './question-words.ts';

type Props = {
  token: string;
  at: AtLink;
  limits: FileLimits;
  form: FormView;
  above: Html | null;
  today: LocalDate;
  seal: FormSeal;
  colourScheme: ColourScheme;
};

/** The question, and what can be said to it. */
export function questionView({ token, at, limits, form, above, today, seal, colourScheme }: Props): Html {
  const { landlord, question } = at;
  const around = {
    ...{ today, calendar: landlord.calendar },
    fileHref: (file: string) => paths.questionFile({ token, file }),
  };
  return plainPage({
    title: 'A question for you',
    landlordName: landlord.name,
    colourScheme,
    errors: form.summary(['until']),
    content: html`${formPage({
      title: 'A question for you',
      hint: questionWords(question, around),
      action: paths.question({ token }),
      seal,
      fields: replyFields(form, limits),
      submit: 'Send',
      above,
      multipart: true,
    })}
<p class="govuk-body rd-quiet-text govuk-!-margin-top-6">This page opens this question and nothing else. Each time it is opened is recorded. Whoever has its address can open it, so keep it to yourself.</p>`,
  });
}

const said: Record<Reply['kind'], string> = {
  answer: 'Your answer has reached whoever asked. The link opens the question no more.',
  longer: 'Whoever asked has been told when to expect your answer. The same link opens the question until then.',
  'not-for-me': 'Whoever asked has been told, and will ask somebody else. The link opens the question no more.',
};

/** What came of it. */
export function thanksView(kind: Reply['kind'], { landlord }: AtLink, colourScheme: ColourScheme): Html {
  const title = 'Thank you';
  const content = html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">${said[kind]}</p><p class="govuk-body">You can close this page.</p>`;
  return plainPage({ title, landlordName: landlord.name, colourScheme, content });
}

/** A link that opens nothing. It says no more of the question than that. */
export function closedView(why: 'answered' | 'over', colourScheme: ColourScheme): Html {
  const title = why === 'answered' ? 'This question has been answered' : 'This link opens nothing';
  const words =
    why === 'answered'
      ? 'Thank you. There is nothing more to do here.'
      : 'It may be too old, have been replaced by a newer one, or not be whole. Ask whoever gave it to you for a new one.';
  const content = html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">${words}</p>`;
  return plainPage({ title, colourScheme, content });
}
