/** `/performance`: the policy's indicators, month by month, each number opening the cases it counts (MGL-41). */
import { recordedReviews } from '../../../application/policy-reviews.ts';
import { corrections } from '../../../application/queries/corrections.ts';
import { performance } from '../../../application/queries/performance.ts';
import { can } from '../../../domain/access/scope.ts';
import { policyReview } from '../../../domain/policy/policy-review.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes, Visit } from '../../visit.ts';
import { performanceView } from './view.ts';

export function performanceRoutes(routes: StaffRoutes): void {
  routes.get(paths.performance.pattern, async (visit, tx) => {
    if (!maySee(visit)) return notYours(visit);
    const { viewer, landlord, today } = visit;
    const [duties, reviews, corrected] = await Promise.all([
      performance(tx, viewer.landlordId, landlord.policy, today),
      recordedReviews(tx, viewer.landlordId),
      corrections(tx, viewer.landlordId, today),
    ]);
    const review = policyReview(landlord.policy, today, reviews);
    const opens = visit.scope.kind === 'all';
    return visit.page({
      title: 'Performance',
      content: performanceView({ duties, review, corrections: corrected, today, opens }),
      nav: { current: 'performance' },
    });
  });
}

function maySee({ viewer, landlord, scope }: Visit): boolean {
  return scope.kind === 'all' || can(viewer.roles, 'see-performance', landlord.policy);
}

function notYours(visit: Visit) {
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
