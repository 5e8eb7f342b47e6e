import { details } from '../../components/govuk/details.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { type Html, html } from '../../html.ts';
import { wordsOf } from '../case/parts.ts';
import { type ActContext, actPage } from './act-page.ts';
import { moreRows, pointRows, pointsFrom, rowsSent, startRows, wrongRows } from './point-rows.ts';

/**
 * What we understood: numbered points, what is ours and what is not, the outcome sought, what is left out and why (MAG-29, MAG-43,
 * MGL-19). Once more, where the resident corrects it, is the same act (R26); at stage 2 it says what is pursued (R40).
 */
export const definePage = actPage({
  act: 'define',
  command: 'DefineComplaint',
  title: ({ file, stage }) =>
    file.state.stages[stage].definition === null ? `Define stage ${stage}` : `Define stage ${stage} again`,
  hint: context => hint(context),
  submit: 'Save the definition',
  about: ({ stage }) => ({ stage }),
  redraw: raw => raw.has(moreRows),
  shape: () => ({
    outcome: longTextField({ label: 'The outcome sought', max: 4000 }),
    'left-out': longTextField({ label: 'What is left out', max: 4000 }),
  }),
  start: context => ({ ...startRows(context), ...startWords(context) }),
  check: ({ outcome }, context) => [
    ...wrongRows(rowsSent(context)),
    ...(outcome === '' ? [{ field: 'outcome', text: 'Enter what they want put right' }] : []),
  ],
  fields: (form, context) => html`${theirWords(context)}
<h2 class="govuk-heading-m">Points</h2>
<p class="govuk-body-s">One thing each that will get its own answer, and whose it is to put right. Rows left empty do not count.</p>
${pointRows(form, context)}
${textarea({ ...form.text('outcome'), label: 'What do they want put right?', rows: 3, classes: 'rd-textarea--small' })}
${textarea({
  ...form.text('left-out'),
  label: 'What of their words is not a point, and why',
  hint: 'The resident is told this. Leave it empty where everything they said is a point.',
  rows: 3,
  classes: 'rd-textarea--small',
})}`,
  make(values, { keep, loaded }, context) {
    const { stage, file } = context;
    const rows = rowsSent(context);
    return {
      type: 'DefineComplaint',
      stage,
      points: pointsFrom(rows, loaded.state, file.texts, keep),
      outcomeSought: keep(values.outcome, 'outcome-sought'),
      leftOut: values['left-out'] === '' ? null : keep(values['left-out'], 'left-out'),
      notPursued: rows.flatMap(row => (row.notPursued && row.known !== undefined ? [row.known.pointId] : [])),
    };
  },
  done: 'Definition saved. The acknowledgement carries it to the resident.',
});

function hint({ file, stage }: ActContext): Html {
  const again = file.state.stages[stage].definition !== null;
  return html`${again && 'An amended definition is sent to the resident again. No date changes. '}${
    stage === 2 &&
    'Stage 2 looks at what the resident asked to have looked at again. They may add the rest back while it is open.'
  }${!again && stage === 1 && 'Everything the resident said is a point, or is left out with a reason that they are told.'}`;
}

function theirWords({ file }: ActContext): Html {
  const asked = file.state.escalations.flatMap(one => (one.words === null ? [] : [one.words]));
  return details({
    summary: 'Their own words',
    open: true,
    content: html`${wordsOf(file, file.state.words)}${asked.map(words => html`<p class="govuk-body">${wordsOf(file, words)}</p>`)}`,
  });
}

function startWords({ file, stage }: ActContext): Record<string, string> {
  const now = file.state.stages[stage].definition ?? file.state.stages[1].definition;
  if (now === null) return {};
  return {
    outcome: file.texts[now.outcomeSought.textId] ?? '',
    'left-out': now.leftOut === null ? '' : (file.texts[now.leftOut.textId] ?? ''),
  };
}
