/** `…/do/link`: a complaint that the request has to do with, named by its reference; noted on both (MAG-14, MAG-21). */
import { findCaseId } from '../../../application/case-file.ts';
import { linkComplaintTo } from '../../../application/link-request.ts';
import type { WhyNot } from '../../../application/one-act.ts';
import type { RequestFile } from '../../../application/queries/request-file.ts';
import { refuse } from '../../../domain/complaint/refusals.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { choiceField, lineField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';

export const tieTitle = 'Link a complaint';

export const tieShape = {
  reference: lineField({ label: 'Reference', required: 'Enter the complaint’s reference', max: 40 }),
  why: choiceField(['about', 'background'], 'Choose what the request has to do with it'),
};

export function tieFields(form: FormView): Html {
  return html`${textInput({
    ...form.text('reference'),
    label: 'Reference of the complaint',
    hint: 'Like 7K3M-9QPA-T.',
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  })}
${radios({
  ...form.choice('why'),
  fieldset: { legend: 'What has the request to do with it?' },
  items: [
    { value: 'about', text: 'The complaint is about how the request was dealt with' },
    { value: 'background', text: 'It came before', hint: 'Background: the same problem, reported earlier.' },
  ],
})}`;
}

/** Links the two; refused where whoever asks may see no such complaint. */
export async function tie(
  visit: Visit,
  { requestId }: RequestFile,
  { reference, why }: { reference: string; why: 'about' | 'background' },
): Promise<{ kind: 'done' } | WhyNot> {
  const { app, viewer, scope } = visit;
  const caseId = await visit.read(tx => findCaseId(tx, viewer.landlordId, reference, scope));
  if (caseId === null) return { kind: 'refused', refusal: refuse('no-such-complaint', {}) };
  const form = { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), `link ${requestId}`) };
  return linkComplaintTo(app, viewer, scope, { requestId, caseId, why }, form);
}
