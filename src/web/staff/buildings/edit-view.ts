import type { BuildingFile } from '../../../application/queries/buildings.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { fieldset } from '../../components/govuk/fieldset.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { formPage } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { rowsIn } from './form.ts';

/** The form for a building that is new, or for what is known of one. */
export function buildingForm(visit: Visit, file: BuildingFile | null, form: FormView, above?: Html): Html {
  const here = file === null ? null : { building: file.buildingId };
  return formPage({
    title: file === null ? 'Record a building' : `Change ${file.facts.name}`,
    hint: 'Leave empty what is not known: it is said to be missing, and never guessed. Whether the building is higher-risk follows from it.',
    action: here === null ? paths.buildingNew() : paths.buildingEdit(here),
    seal: visit.seal(file?.version),
    above,
    fields: html`${size(form)}${people(form)}
${textInput({ ...form.text('evidence'), label: 'Where this comes from (if it helps)', hint: 'Such as a survey and its date. It stands in the history.', autocomplete: 'off' })}`,
    submit: file === null ? 'Record the building' : 'Keep the changes',
    cancelHref: here === null ? paths.buildings() : paths.building(here),
  });
}

function size(form: FormView): Html {
  return html`<div class="rd-fields">${textInput({ ...form.text('name'), label: 'Name', autocomplete: 'off' })}
${textInput({ ...form.text('reference'), label: 'Your reference', hint: 'Homes name it in the column “building”.', autocomplete: 'off', spellcheck: false })}</div>
${textInput({ ...form.text('address'), label: 'Address', autocomplete: 'off' })}
<div class="rd-fields">${textInput({ ...form.text('storeys'), label: 'Storeys', inputmode: 'numeric', classes: 'govuk-input--width-4' })}
${textInput({ ...form.text('height'), label: 'Height', suffix: 'metres', inputmode: 'decimal', classes: 'govuk-input--width-5' })}
${textInput({ ...form.text('homes'), label: 'Homes', inputmode: 'numeric', classes: 'govuk-input--width-5' })}</div>`;
}

function people(form: FormView): Html {
  return html`${Array.from({ length: rowsIn(form) }, (_, at) => onePerson(form, at + 1))}`;
}

function onePerson(form: FormView, n: number): Html {
  const name = `ap-${n}-name`;
  return fieldset({
    legend: { text: n === 1 ? 'Accountable person' : `Accountable person ${n}`, classes: 'govuk-fieldset__legend--m' },
    content: html`${textInput({ ...form.text(name), label: 'Who is accountable', hint: 'A company or a person. Leave empty if there is nobody more.', autocomplete: 'off' })}
${checkboxes({
  ...form.choices(`ap-${n}-principal`),
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'They are the principal accountable person' }],
})}
${dateInput({ ...form.date(`ap-${n}-from`), fieldset: { legend: 'Since' } })}
${dateInput({ ...form.date(`ap-${n}-until`), fieldset: { legend: 'Until, and including (if it is over)' } })}`,
  });
}
