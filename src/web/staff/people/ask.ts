/** A page about one person that asks for one thing and does it, with a proof where the last one is old. */
import type { Refused } from '../../../application/accounts/as-administrator.ts';
import type { Landlord } from '../../../application/landlord.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { proofInput, proven } from '../prove-again.ts';

/** Somebody who works for the landlord, or has. */
export type Member = Landlord['staff'][number];

export type Asking = {
  title: (person: Member) => string;
  hint: (person: Member) => HtmlContent;
  action: (parts: { person: string }) => string;
  fields?: (visit: Visit, form: FormView, person: Member) => Html;
  first?: (person: Member) => FormView;
  submit: string;
  warning?: true;
  /** Reads the form and does it; a form is what is wrong with it. */
  act: (visit: Visit, person: Member) => Promise<Answer | Refused | FormView>;
};

function memberIn({ landlord, params }: Visit): Member | undefined {
  return landlord.staff.find(one => one.personId === params['person']);
}

/** The two halves of such a page. */
export function askAbout(asking: Asking) {
  const page = (visit: Visit, person: Member, form: FormView): Html => {
    const content = formPage({
      title: asking.title(person),
      hint: asking.hint(person),
      action: asking.action({ person: person.personId }),
      seal: visit.seal(),
      fields: html`${asking.fields?.(visit, form, person)}${proofInput(visit, form)}`,
      submit: asking.submit,
      submitKind: asking.warning === true ? 'warning' : undefined,
      cancelHref: paths.person({ person: person.personId }),
    });
    return visit.page({ title: asking.title(person), content, width: 'reading', errors: form.summary() });
  };
  return {
    show(visit: Visit): Answer {
      const person = memberIn(visit);
      return person === undefined ? null : page(visit, person, asking.first?.(person) ?? newForm());
    },
    async send(visit: Visit): Promise<Answer> {
      const person = memberIn(visit);
      if (person === undefined) return null;
      const raw = asking.fields === undefined ? newForm() : new FormView(rawForm(visit.body), []);
      const proof = await proven(visit, raw);
      if (!proof.ok) return { status: 422, html: page(visit, person, proof.form) };
      const answer = await asking.act(visit, person);
      if (answer instanceof FormView) return { status: 422, html: page(visit, person, answer) };
      if (answer !== null && 'kind' in answer) {
        const form = new FormView(raw.raw, [{ field: answer.field, text: answer.sentence }]);
        return { status: 422, html: page(visit, person, form) };
      }
      return answer;
    },
  };
}
