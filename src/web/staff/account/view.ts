import type { OwnAccount } from '../../../application/accounts/own-account.ts';
import type { Instant } from '../../../domain/calendar/dates.ts';
import { button } from '../../components/govuk/button.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { sayMoment } from '../say-moment.ts';

export type AccountProps = {
  own: OwnAccount;
  name: string;
  sessionId: string;
  seal: FormSeal;
  /** What their landlord's people call its sign-in provider. */
  provider: string | null;
};

/** How one signs in, and where one is signed in. */
export function accountView({ own, name, sessionId, seal, provider }: AccountProps): Html {
  const ownWay = own.account !== null || own.throughProviderSince !== null;
  return html`<h1 class="govuk-heading-l">Your account</h1>
${own.throughProviderSince !== null && throughProvider(own.throughProviderSince, provider)}
${own.account !== null && signingIn(own.account, name)}
${!ownWay && nothingToProve(name)}
<h2 class="govuk-heading-m">Where you are signed in</h2>
${sessionTable(own, sessionId, seal, ownWay)}
${
  ownWay &&
  own.sessions.length > 1 &&
  html`<form method="post" action="${paths.accountSessions()}">${sealFields(seal)}
${button({ text: 'End all my other sessions', name: 'session', value: 'others', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}`;
}

function throughProvider(since: Instant, provider: string | null): Html {
  const name = provider ?? 'your landlord’s sign-in';
  return html`<p class="govuk-body">You come in through ${name}, since ${sayMoment(since)}. Your password and second factor are looked after there.</p>`;
}

function nothingToProve(name: string): Html {
  return html`<p class="govuk-body">In the demonstration nobody has a password: you came in as ${name} by choosing them. With real complaints each person signs in with a password and a code from an app.</p>`;
}

function signingIn(account: NonNullable<OwnAccount['account']>, name: string): Html {
  const change = (href: string, text: string, what: string) => ({
    items: [{ href, text, visuallyHiddenText: what }],
  });
  const left = account.recoveryCodesLeft;
  return summaryList({
    rows: [
      { key: 'Name', value: name },
      { key: 'Email address', value: account.email },
      {
        key: 'Password',
        value: `Set ${sayMoment(account.passwordSetAt)}`,
        actions: change(paths.accountPassword(), 'Change', 'your password'),
      },
      {
        key: 'App for codes',
        value: `Set up ${sayMoment(account.appSetAt)}`,
        actions: change(paths.accountApp(), 'Change', 'the app for codes'),
      },
      {
        key: 'Recovery codes',
        value: left === 0 ? html`<strong>None left</strong>` : `${left} left`,
        actions: change(paths.accountCodes(), 'Make new ones', 'recovery codes'),
      },
    ],
  });
}

type Row = OwnAccount['sessions'][number];

function sessionTable({ sessions }: OwnAccount, sessionId: string, seal: FormSeal, mayEnd: boolean): Html {
  const ending = (row: Row): Html => {
    if (row.sessionId === sessionId) return html`<span class="rd-quiet-text">You are here</span>`;
    const words = html`End<span class="govuk-visually-hidden"> the session of ${row.device ?? 'another browser'} from ${sayMoment(row.createdAt)}</span>`;
    return html`<form method="post" action="${paths.accountSessions()}">${sealFields(seal)}<button class="rd-link-button" name="session" value="${row.sessionId}">${words}</button></form>`;
  };
  return dataTable<Row>({
    caption: 'Sessions that have not ended',
    captionHidden: true,
    columns: [
      { heading: 'Device', isRowHeader: true, cell: row => row.device ?? 'A browser' },
      { heading: 'Since', cell: row => sayMoment(row.createdAt) },
      { heading: 'Last seen', cell: row => sayMoment(row.seenAt) },
      ...(!mayEnd ? [] : [{ heading: 'End', headingHidden: true, cell: ending }]),
    ],
    rows: sessions,
  });
}
