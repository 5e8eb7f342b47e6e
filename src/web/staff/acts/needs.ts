import type { NeedKind } from '../../../domain/complaint/events.ts';
import { sayNeed } from '../../../domain/complaint/say-need.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { choicesField, lineField } from '../../forms/fields.ts';
import { needKinds } from '../log/form.ts';
import { type ActContext, actPage } from './act-page.ts';

const detailOf = (kind: NeedKind) => `detail-${kind}` as const;

function details(): Record<`detail-${NeedKind}`, ReturnType<typeof lineField>> {
  const fields = needKinds.map(kind => [detailOf(kind), lineField({ label: `${sayNeed(kind)}: what they need` })]);
  return Object.fromEntries(fields);
}

/** What the resident needs from us, on every page and in every letter from now on (MAG-06, MGL-32). */
export const needsPage = actPage({
  act: 'needs',
  command: 'RecordNeeds',
  title: () => 'Adjustments and support needs',
  hint: () =>
    'What is ticked here replaces what was recorded before. It is shown on every page of this complaint and applied to letters and contact.',
  submit: 'Record the needs',
  about: () => ({}),
  shape: () => ({ needs: choicesField(needKinds), ...details() }),
  start: context => ({
    needs: recorded(context).map(need => need.kind),
    ...Object.fromEntries(recorded(context).map(need => [detailOf(need.kind), need.detail])),
  }),
  check: values =>
    needKinds
      .filter(kind => values.needs.includes(kind) && values[detailOf(kind)] === '')
      .map(kind => ({ field: detailOf(kind), text: `Say what they need: ${sayNeed(kind).toLowerCase()}` })),
  fields: form =>
    checkboxes({
      ...form.choices('needs'),
      fieldset: { legend: 'What does the resident need?' },
      items: needKinds.map(kind => ({
        value: kind,
        text: sayNeed(kind),
        conditional: textInput({ ...form.text(detailOf(kind)), label: `${sayNeed(kind)}: what exactly` }),
      })),
    }),
  make: (values, { keep, loaded }) => ({
    type: 'RecordNeeds',
    personId: loaded.state.complainantId ?? '',
    needs: values.needs.map(kind => ({ kind, detail: keep(values[detailOf(kind)], 'need') })),
  }),
  done: 'Needs recorded.',
});

/** The resident's own needs as they stand. */
function recorded({ file }: ActContext): { kind: NeedKind; detail: string }[] {
  const { needs, complainantId } = file.state;
  return needs
    .filter(need => need.personId === complainantId)
    .map(({ kind, detail }) => ({ kind, detail: file.texts[detail.textId] ?? '' }));
}
