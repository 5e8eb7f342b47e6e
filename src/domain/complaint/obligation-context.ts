import type { Calendar } from '../calendar/working-days.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClockRules } from './clock-rules.ts';

/** What obligations are derived with besides the case: the policy it is under, the Code, both's clocks, and the calendar. */
export type ObligationContext = { policy: Policy; code: Policy; rules: ClockRules; calendar: Calendar };
