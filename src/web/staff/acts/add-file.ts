import { addingFiles } from '../../../application/files/add-files.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choicesField, longTextField } from '../../forms/fields.ts';
import { fileField, takenFiles } from '../../forms/file-field.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { actPage } from './act-page.ts';
import { pointInAddress, pointWords } from './choose-point.ts';

/** Evidence and other papers as files, each saying what it shows and which points it is for (MAG-64, Code 5.12). */
export const addFilePage = actPage({
  act: 'add-file',
  command: 'AddFile',
  title: () => 'Add files',
  hint: () =>
    'Photographs, reports, records, recordings. What is added stays part of the complaint as it came, and is proved by its hash.',
  submit: 'Add the files',
  minds: false,
  files: { required: 'Choose a file' },
  about: () => ({}),
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: ({ file }) => ({
    description: longTextField({ label: 'What they show', required: 'Enter what they show', max: 2000 }),
    points: choicesField(file.state.points.map(point => point.pointId)),
  }),
  start: context => {
    const point = pointInAddress(context);
    return point === undefined ? {} : { points: [point.pointId] };
  },
  fields: (form, { file, visit }) => html`${fileField({ form, limits: visit.fileLimits, label: 'Files' })}
${textarea({ ...form.text('description'), label: 'What they show, and where they are from', rows: 3 })}
${
  file.state.points.length > 0 &&
  checkboxes({
    ...form.choices('points'),
    fieldset: { legend: 'Evidence for' },
    hint: 'Leave all empty where it belongs to the complaint as a whole.',
    items: file.state.points.map(point => ({ value: point.pointId, text: pointWords(file, point) })),
  })
}`,
  make: ({ description, points }, { keep }, { visit }) =>
    addingFiles(visit.app, keep, takenFiles(visit.files), { description, points, requestId: null }),
  done: 'Added.',
  next: ({ file }) => paths.caseFiles({ reference: file.reference }),
});
