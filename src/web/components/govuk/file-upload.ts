import { attrs, classes, type Html, html } from '../../html.ts';
import { type FieldProps, field } from './form-group.ts';

export interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** The browser's own file chooser. */
export function fileUpload(props: FileUploadProps): Html {
  return field(props, (id, describedBy) => {
    const own = attrs({
      class: classes('govuk-file-upload', props.classes, props.error !== undefined && 'govuk-file-upload--error'),
      id,
      name: props.name,
      type: 'file',
      disabled: props.disabled,
      multiple: props.multiple,
      'aria-describedby': describedBy,
    });
    return html`${props.formGroup?.before}<input${own}${attrs(props.attributes)}>${props.formGroup?.after}`;
  });
}
