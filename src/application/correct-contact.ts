/** Correcting where somebody is reached: what is different becomes the newest, and everything earlier stays beside the log (R66). */
import type { CommandOf } from '../domain/complaint/commands.ts';
import type { ContactDetail } from '../domain/complaint/resident-events.ts';
import { type ResidentDetails, residentClasses } from '../storage/cases/residents.ts';
import type { Making } from './act.ts';
import { asEmail, asPhone } from './contact-details.ts';

export type Corrected = { email: string; phone: string; address: string; reason: string };

/** The command that records what is different from `before`; where nothing is, it is refused in words. */
export function correctContact(
  personId: string,
  before: ResidentDetails | undefined,
  { email, phone, address, reason }: Corrected,
  { keep }: Making,
): CommandOf<'CorrectContact'> {
  const lines = address.split(/\r?\n/).map(line => line.trim());
  const now: Record<ContactDetail, string> = {
    email: email === '' ? '' : asEmail(email),
    phone: phone === '' ? '' : asPhone(phone),
    address: lines.filter(line => line !== '').join('\n'),
  };
  const then: Record<ContactDetail, string> = {
    email: before?.email ?? '',
    phone: before?.phone ?? '',
    address: before?.addressLines.join('\n') ?? '',
  };
  const kinds = (['email', 'phone', 'address'] as const).filter(kind => now[kind] !== then[kind]);
  const details = kinds.map(kind => ({ kind, text: keep(now[kind], residentClasses[kind], personId) }));
  return { type: 'CorrectContact', personId, details, reason: keep(reason, 'note') };
}
