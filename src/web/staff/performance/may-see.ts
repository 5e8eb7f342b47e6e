/** Who sees the landlord's figures, and what everybody else is told. */
import { holds } from '../../../domain/access/permissions.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { html } from '../../html.ts';
import type { Answer, Visit } from '../../visit.ts';

export function maySeePerformance({ viewer, landlord, scope }: Visit): boolean {
  return scope.kind === 'all' || holds(viewer.roles, 'see-figures', landlord.policy);
}

export function notYours(visit: Visit): Answer {
  const panel = refusalPanel({
    title: 'This page is not for your role',
    sentence: 'Your role does not see the figures of the whole landlord.',
    allowed: 'What you have to do yourself is in My work. Whoever looks after roles can change what yours may see.',
  });
  return {
    status: 403,
    html: visit.page({
      title: 'Performance',
      content: html`<h1 class="govuk-heading-l">Performance</h1>${panel}`,
      nav: { current: 'performance' },
    }),
  };
}
