/** What is known of a colleague, as it is asked for when somebody is added and when it is changed. */
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { emailField, lineField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import type { Member } from './ask.ts';

/** Whoever works here, and the present manager though they may have left. */
function managers({ landlord }: Visit, person?: Member): Member[] {
  return landlord.staff.filter(
    one => one.personId !== person?.personId && (one.active || one.personId === person?.managerId),
  );
}

/** How the fields are read. Whoever never had an address need not be given one. */
export function detailShape(visit: Visit, person?: Member) {
  const required = person?.email === null ? undefined : 'Enter the email address they will sign in with';
  return {
    name: lineField({ label: 'The name', required: 'Enter their name', max: 200 }),
    email: emailField({ label: 'The email address', required }),
    'job-title': lineField({ label: 'The job title', max: 200 }),
    team: lineField({ label: 'The team', max: 100 }),
    manager: optionalChoiceField(managers(visit, person).map(one => one.personId)),
  };
}

/** The fields on the page. */
export function detailFields(visit: Visit, form: FormView, person?: Member): Html {
  const people = managers(visit, person).map(({ personId, name, active }) => ({
    value: personId,
    text: active ? name : `${name} (has left)`,
  }));
  return html`${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('email'), label: 'Email address', hint: 'They sign in with it.', type: 'email', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('job-title'), label: 'Job title (if it helps)', autocomplete: 'off' })}
${textInput({ ...form.text('team'), label: 'Team (if there are teams)', autocomplete: 'off', classes: 'govuk-input--width-20' })}
${select({ ...form.choice('manager'), label: 'Manager', items: [{ value: '', text: 'Nobody, or not known' }, ...people] })}`;
}
