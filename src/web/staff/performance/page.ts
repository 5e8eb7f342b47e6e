/** `/performance`: the policy's indicators, month by month, each number opening the cases it counts (MGL-41). */
import { recordedReviews } from '../../../application/policy-reviews.ts';
import { corrections } from '../../../application/queries/corrections.ts';
import { performance } from '../../../application/queries/performance.ts';
import { turnaround } from '../../../application/queries/turnaround.ts';
import { policyReview } from '../../../domain/policy/policy-review.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { showQuestions } from './questions.ts';
import { performanceView } from './view.ts';

export function performanceRoutes(routes: StaffRoutes): void {
  routes.get(paths.performanceQuestions.pattern, showQuestions);
  routes.get(paths.performance.pattern, async (visit, tx) => {
    const { viewer, landlord, today } = visit;
    const [duties, reviews, corrected, answers] = await Promise.all([
      performance(tx, viewer.landlordId, landlord.policy, today),
      recordedReviews(tx, viewer.landlordId),
      corrections(tx, viewer.landlordId, visit.scope, today),
      turnaround(tx, viewer.landlordId, today),
    ]);
    const review = policyReview(landlord.policy, today, reviews);
    const opens = visit.scope.kind === 'all';
    const areas = landlord.policy.serviceAreas;
    return visit.page({
      title: 'Performance',
      content: performanceView({ duties, review, corrections: corrected, turnaround: answers, areas, today, opens }),
      nav: { current: 'performance' },
    });
  });
}
