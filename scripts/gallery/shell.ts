import { html } from '../../src/web/html.ts';
import type { ColourScheme } from '../../src/web/layouts/document.ts';
import type { StaffShell } from '../../src/web/layouts/staff-page.ts';

/** The landlord, people and homes of the gallery are invented. */
export function galleryShell(colourScheme: ColourScheme, here: string): StaffShell {
  return {
    landlordName: 'Riverside Vale Homes',
    accent: '#1c4d5b',
    person: { name: 'Priya Shah', role: 'Complaint officer' },
    colourScheme,
    here,
    demo: {
      text: 'You are here as Priya Shah.',
      action: html`<a href="/sign-in">Come in as somebody else</a>`,
    },
  };
}

export const galleryCounts = { 'my-work': { text: '2', means: 'late' }, unassigned: { text: '4', means: 'waiting' } };
