/** `/policy`: what complaints here are handled by, and how far that is what the Code asks (MGL-45, MAG-61). */
import { recordedReviews } from '../../../application/policy-reviews.ts';
import { loadedVersions } from '../../../application/queries/policy-versions.ts';
import { whyNotReview } from '../../../domain/landlord/record-review.ts';
import { checkPolicy } from '../../../domain/policy/check.ts';
import { policyReview } from '../../../domain/policy/policy-review.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { detailsRoutes, landlordDetails } from './details.ts';
import { confirmPages, ownReading, showReaders } from './read.ts';
import { reviewPages } from './review.ts';
import { codeView, policyView } from './view.ts';
import { whoCanHelp } from './who-can-help.ts';

export function policyRoutes(routes: StaffRoutes): void {
  detailsRoutes(routes);
  routes.get(paths.policy.pattern, async (visit, tx) => {
    const { landlord, today, viewer } = visit;
    const { policy, code, rules, hash } = landlord;
    const nav = { current: 'policy' } as const;
    if (visit.query['of'] === 'code') return visit.page({ title: 'The Code', content: codeView(code), nav });
    const content = policyView({
      details: landlordDetails(visit),
      whoCanHelp: whoCanHelp(policy, today),
      reading: await ownReading(visit, tx),
      staff: landlord.staff,
      roles: viewer.roles,
      policy,
      rules,
      hash,
      findings: checkPolicy(policy, code, today),
      review: policyReview(policy, today, await recordedReviews(tx, landlord.landlordId)),
      mayReview: whyNotReview({ policy, roles: viewer.roles }) === null,
      loaded: await loadedVersions(tx, landlord.landlordId, policy.id),
    });
    return visit.page({ title: 'Policy', content, done: done[visit.query['done'] ?? ''], nav });
  });
  routes.get(paths.policyConfirm.pattern, async visit => confirmPages.show(visit));
  routes.post(paths.policyConfirm.pattern, confirmPages.send);
  routes.get(paths.policyReaders.pattern, showReaders);
  routes.get(paths.policyReview.pattern, reviewPages.show);
  routes.post(paths.policyReview.pattern, reviewPages.send);
}

const done: Readonly<Record<string, string>> = {
  read: 'Your confirmation is recorded.',
  review: 'The review is recorded.',
  details: 'The details for letters are saved.',
};
