/** The ways people reach the landlord, from its policy. */
import type { SelectItem } from '../../components/govuk/select.ts';
import { choiceField, type FormField } from '../../forms/fields.ts';
import type { ActContext } from './act-page.ts';

export function channelField({ file }: ActContext): FormField<string> {
  return choiceField(
    file.context.policy.channels.map(channel => channel.id),
    'Choose how they told us',
  );
}

export function channelItems({ file }: ActContext): SelectItem[] {
  const known = file.context.policy.channels.map(({ id, label }) => ({ value: id, text: label }));
  return [{ value: '', text: 'Choose' }, ...known];
}
