-- Extensions
extension btree_gin in public
extension pg_trgm in public

-- Columns
access_head.head_hash bytea not null
access_head.landlord_id uuid not null
access_head.version bigint not null
access_log.case_id uuid
access_log.hash bytea not null
access_log.landlord_id uuid not null
access_log.person_id uuid not null
access_log.previous_hash bytea
access_log.seen_at timestamp(3) with time zone not null
access_log.version bigint not null
access_log.what text not null collate C
account.app_last_step bigint not null
account.app_secret bytea not null
account.app_set_at timestamp(3) with time zone not null
account.landlord_id uuid not null
account.password_hash text not null
account.password_set_at timestamp(3) with time zone not null
account.person_id uuid not null
account.signed_in_at timestamp(3) with time zone
account_change.actor text not null collate C
account_change.change_id uuid not null
account_change.changed_at timestamp(3) with time zone not null
account_change.details text[] collate C
account_change.kind text not null collate C
account_change.landlord_id uuid not null
account_change.person_id uuid not null
account_change.roles text[] collate C
building.address text
building.building_id uuid not null
building.height_cm integer
building.homes integer
building.landlord_id uuid not null
building.name text not null
building.reference text not null collate C
building.storeys smallint
building.version integer not null
calendar_holiday.holiday_on date not null
calendar_holiday.landlord_id uuid not null
calendar_holiday.name text not null
calendar_holiday.revision integer not null
calendar_recount.case_id uuid not null
calendar_recount.from_revision integer not null
calendar_recount.landlord_id uuid not null
calendar_recount.moved boolean
calendar_recount.revision integer not null
calendar_revision.actor text not null collate C
calendar_revision.first_on date not null
calendar_revision.landlord_id uuid not null
calendar_revision.last_on date not null
calendar_revision.reason text not null
calendar_revision.recorded_at timestamp(3) with time zone not null
calendar_revision.revision integer not null
calendar_revision.source text not null
case_closed_to.case_id uuid not null
case_closed_to.landlord_id uuid not null
case_closed_to.person_id uuid not null
case_index.acknowledged_2_on date
case_index.acknowledged_on date
case_index.address text
case_index.adjustments text
case_index.answered_1_on date
case_index.answered_2_on date
case_index.answered_on date
case_index.case_id uuid not null
case_index.category text collate C
case_index.cause text collate C
case_index.changed_at timestamp(3) with time zone not null
case_index.closed_on date
case_index.complainant_id uuid
case_index.complainant_name text not null
case_index.complainant_type text collate C
case_index.contractor text collate C
case_index.escalated_on date
case_index.handler_id uuid
case_index.home_id uuid
case_index.landlord_id uuid not null
case_index.logged_by uuid
case_index.logged_on date
case_index.long_stop_on date
case_index.next_by_refusal boolean not null default false
case_index.next_due_at timestamp(3) with time zone
case_index.next_due_on date
case_index.next_due_order timestamp(3) without time zone not null generated as COALESCE((next_due_at AT TIME ZONE 'Europe/London'::text), (next_due_on + '23:59:59.999'::time without time zone), 'infinity'::timestamp without time zone)
case_index.next_kind text collate C
case_index.outcome text collate C
case_index.points smallint not null default 0
case_index.policy_id text collate C
case_index.priority boolean not null default false
case_index.received_on date not null
case_index.reference text not null collate C
case_index.refused_on date
case_index.representative_id uuid
case_index.restricted boolean not null default false
case_index.safe_contact text[] not null default '{}'::text[]
case_index.service_area text collate C
case_index.sort_name text not null collate C
case_index.stage smallint not null
case_index.suspended_on date
case_index.team text collate C
case_index.version integer not null
case_index.window_closes_on date
case_index.withdrawn_on date
case_link.case_id uuid not null
case_link.landlord_id uuid not null
case_link.other_case_id uuid not null
case_link.why text not null collate C
case_restriction.case_id uuid not null
case_restriction.landlord_id uuid not null
case_restriction.people uuid[] not null
case_restriction.roles text[] not null collate C
case_stream.case_id uuid not null
case_stream.head_hash bytea not null
case_stream.landlord_id uuid not null
case_stream.version integer not null
case_viewer.case_id uuid not null
case_viewer.landlord_id uuid not null
case_viewer.next_due_order timestamp(3) without time zone not null
case_viewer.person_id uuid not null
checkpoint.access_hash bytea
checkpoint.access_version bigint not null
checkpoint.frontier bytea not null
checkpoint.hash bytea not null
checkpoint.key_id text not null collate C
checkpoint.landlord_id uuid not null
checkpoint.leaves bigint not null
checkpoint.number integer not null
checkpoint.previous_hash bytea
checkpoint.recorded_at timestamp(3) with time zone not null
checkpoint.root bytea not null
checkpoint.signature bytea not null
checkpoint_leaf.case_id uuid not null
checkpoint_leaf.head_hash bytea not null
checkpoint_leaf.landlord_id uuid not null
checkpoint_leaf.number integer not null
checkpoint_leaf.position bigint not null
checkpoint_leaf.version integer not null
command_receipt.command_id uuid not null
command_receipt.landlord_id uuid not null
command_receipt.payload jsonb
command_receipt.payload_hash bytea not null
command_receipt.received_at timestamp(3) with time zone not null
command_receipt.result jsonb
contact.became_case uuid
contact.became_record uuid
contact.category text collate C
contact.channel text not null collate C
contact.danger boolean not null
contact.feedback_kind text collate C
contact.landlord_id uuid not null
contact.logged_on date not null
contact.outcome text collate C
contact.record_id uuid not null
contact.recorded_by uuid not null
contact.service_area text collate C
contact.theme text collate C
contact.told_on date not null
contact.triaged_by uuid
contact.triaged_on date
contact.version integer not null
contact.words_id uuid not null
contact_suggestion.followed boolean not null
contact_suggestion.hint text not null collate C
contact_suggestion.landlord_id uuid not null
contact_suggestion.record_id uuid not null
contact_suggestion.suggests text not null collate C
contact_suggestion.triaged_on date not null
dissatisfaction.answer text collate C
dissatisfaction.answered_on date
dissatisfaction.became_case uuid
dissatisfaction.channel text not null collate C
dissatisfaction.confirmed_on date
dissatisfaction.landlord_id uuid not null
dissatisfaction.name text not null
dissatisfaction.offered_on date
dissatisfaction.person_id uuid not null
dissatisfaction.record_id uuid not null
dissatisfaction.recorded_by uuid not null
dissatisfaction.reviewed_on date
dissatisfaction.sampled_on date
dissatisfaction.settled_on date
dissatisfaction.source text not null collate C
dissatisfaction.told_on date not null
dissatisfaction.verdict text collate C
dissatisfaction.version integer not null
document.landlord_id uuid not null
document.media_type text not null
document.sha256 text not null collate C
document.size bigint not null
document.stored_at timestamp(3) with time zone not null
document_chunk.bytes bytea not null storage e
document_chunk.landlord_id uuid not null
document_chunk.number integer not null
document_chunk.sha256 text not null collate C
draft.case_id uuid
draft.draft_id uuid not null
draft.fields jsonb not null
draft.form text not null collate C
draft.landlord_id uuid not null
draft.person_id uuid not null
draft.updated_at timestamp(3) with time zone not null
draft.version_seen integer
event.actor text not null collate C
event.body text not null
event.body_json jsonb not null generated as (body)::jsonb
event.case_id uuid not null
event.hash bytea not null
event.landlord_id uuid not null
event.occurred_on date not null
event.pack_hash bytea
event.previous_hash bytea
event.recorded_at timestamp(3) with time zone not null
event.schema smallint not null
event.type text not null collate C
event.version integer not null
file_scan.found text
file_scan.landlord_id uuid not null
file_scan.scanned_at timestamp(3) with time zone
file_scan.sha256 text not null collate C
home.address text not null
home.building text collate C
home.home_id uuid not null
home.landlord_id uuid not null
home.look text not null generated as ((' '::text || plain_words((address ||
CASE
    WHEN ((postcode IS NULL) OR (POSITION((postcode) IN (address)) > 0)) THEN ''::text
    ELSE (' '::text || postcode)
END))) || ' '::text) collate C
home.postcode text collate C
home.property_reference text collate C
home.relevant_stock boolean
home.tenancy_from date
home.tenancy_until date
home.tenure text collate C
home.uprn text collate C
import_row.changes jsonb
import_row.faults jsonb
import_row.fields jsonb not null
import_row.import_id uuid not null
import_row.landlord_id uuid not null
import_row.line integer not null
import_row.subject uuid
import_row.verdict text not null collate C
import_run.added integer not null
import_run.applied_at timestamp(3) with time zone
import_run.applied_by text collate C
import_run.changed integer not null
import_run.columns text[] not null collate C
import_run.file_name text not null
import_run.import_id uuid not null
import_run.kind text not null collate C
import_run.landlord_id uuid not null
import_run.left_out text[] not null
import_run.made_at timestamp(3) with time zone not null
import_run.made_by text not null collate C
import_run.rejected integer not null
import_run.sha256 bytea not null
import_run.unchanged integer not null
information_request.answered_on date
information_request.asked_by uuid
information_request.asked_of uuid
information_request.asked_on date not null
information_request.case_id uuid not null
information_request.due_on date not null
information_request.ended_on date
information_request.landlord_id uuid not null
information_request.outsider_name uuid
information_request.outsider_organisation uuid
information_request.request_id text not null collate C
information_request.service_area text not null collate C
information_request.stage smallint not null
information_request.working_days integer
invitation.app_secret bytea
invitation.expires_at timestamp(3) with time zone not null
invitation.landlord_id uuid not null
invitation.made_at timestamp(3) with time zone not null
invitation.password_hash text
invitation.person_id uuid not null
invitation.token_hash bytea not null
invitation.used_at timestamp(3) with time zone
known_device.device_hash bytea not null
known_device.landlord_id uuid not null
known_device.person_id uuid not null
known_device.seen_at timestamp(3) with time zone not null
landlord.created_at timestamp(3) with time zone not null
landlord.demonstration boolean not null default false
landlord.facts uuid not null default gen_random_uuid()
landlord.landlord_id uuid not null
landlord.name text not null
landlord.policy_id text not null collate C
landlord.provider_name text
landlord.slug text not null collate C
landlord_details.actor text not null collate C
landlord_details.address text
landlord_details.email text
landlord_details.landlord_id uuid not null
landlord_details.none text[] not null collate C
landlord_details.phone text
landlord_details.recorded_at timestamp(3) with time zone not null
landlord_details.revision integer not null
landlord_details.web text
letter.cancelled_on date
letter.case_id uuid not null
letter.dated date not null
letter.held text collate C
letter.how text collate C
letter.issued_at timestamp(3) with time zone not null
letter.issued_by text not null collate C
letter.kind text not null collate C
letter.landlord_id uuid not null
letter.letter_id uuid not null
letter.return_why text collate C
letter.returned_on date
letter.sent_on date
letter.sha256 text not null collate C
letter.stage smallint
letter.to_person uuid not null
migration.hash text not null
migration.name text not null
migration.number integer not null
migration.run_at timestamp(3) with time zone not null default now()
month_figures.figures jsonb not null
month_figures.landlord_id uuid not null
month_figures.month date not null
month_figures.worked_out_at timestamp(3) with time zone not null
month_mark.landlord_id uuid not null
month_mark.mark_id uuid not null
month_mark.month date not null
obligation.by_refusal boolean not null default false
obligation.cannot_judge boolean not null default false
obligation.case_id uuid not null
obligation.clause text collate C
obligation.date_moved boolean not null generated as (first_due_on IS DISTINCT FROM due_on)
obligation.discharged_on date
obligation.due_at timestamp(3) with time zone
obligation.due_on date
obligation.due_order timestamp(3) without time zone not null generated as COALESCE((due_at AT TIME ZONE 'Europe/London'::text), (COALESCE(work_on, due_on) + '23:59:59.999'::time without time zone), 'infinity'::timestamp without time zone)
obligation.fell_due_month date generated as (date_trunc('month'::text, (due_on)::timestamp without time zone))::date
obligation.first_due_on date
obligation.from_event text collate C
obligation.from_on date
obligation.kind text not null collate C
obligation.landlord_id uuid not null
obligation.lapsed_on date
obligation.long_stop_on date
obligation.obligation_id text not null collate C
obligation.owed_to uuid
obligation.owner_person uuid
obligation.owner_team text collate C
obligation.priority boolean not null default false
obligation.rule text
obligation.stage smallint
obligation.starts_on date
obligation.text_id uuid
obligation.with_needs boolean not null default false
obligation.work_on date
pack.bytes bytea not null
pack.landlord_id uuid not null
pack.loaded_at timestamp(3) with time zone not null
pack.pack_hash text not null collate C
pack.policy_id text not null collate C
pack.version text not null collate C
person.created_at timestamp(3) with time zone not null
person.email text collate C
person.job_title text
person.landlord_id uuid not null
person.left_on date
person.manager_id uuid
person.name text not null
person.person_id uuid not null
person.sort_name text not null collate C
person.team text collate C
person_role.landlord_id uuid not null
person_role.person_id uuid not null
person_role.role text not null collate C
personal_text.class text not null collate C
personal_text.disposed_on date
personal_text.landlord_id uuid not null
personal_text.salt bytea
personal_text.subject uuid not null
personal_text.text_id uuid not null
personal_text.value text
policy_read.landlord_id uuid not null
policy_read.person_id uuid not null
policy_read.policy_id text not null collate C
policy_read.read_on date not null
policy_read.version text not null collate C
provider_identity.bound_at timestamp(3) with time zone not null
provider_identity.issuer text not null collate C
provider_identity.landlord_id uuid not null
provider_identity.person_id uuid not null
provider_identity.signed_in_at timestamp(3) with time zone
provider_identity.subject text not null collate C
question_link.case_id uuid not null
question_link.landlord_id uuid not null
question_link.made_at timestamp(3) with time zone not null
question_link.request_id text not null collate C
question_link.token_hash bytea not null
question_link.until date not null
record_index.address text
record_index.adjustments text
record_index.kind text not null collate C
record_index.landlord_id uuid not null
record_index.name text not null
record_index.owner_id uuid
record_index.person_id uuid
record_index.record_id uuid not null
record_index.recorded_by uuid
recovery_code.code_hash bytea not null
recovery_code.landlord_id uuid not null
recovery_code.person_id uuid not null
recovery_code.used_at timestamp(3) with time zone
referral.case_id uuid not null
referral.close_by timestamp with time zone not null
referral.closed_at timestamp with time zone
referral.duty_person uuid not null
referral.landlord_id uuid not null
referral.made_at timestamp with time zone not null
referral.made_by uuid not null
referral.pass_on_by timestamp with time zone not null
referral.passed_on_at timestamp with time zone
referral.referral_id uuid not null
referral.version integer not null
resident.email text collate C
resident.home_id uuid
resident.landlord_id uuid not null
resident.look text not null generated as ((' '::text || plain_words(name)) || ' '::text) collate C
resident.name text not null
resident.person_reference text collate C
resident.phone text collate C
resident.resident_id uuid not null
search_text.case_id uuid not null
search_text.landlord_id uuid not null
search_text.look text not null collate C
search_text.words tsvector not null
service_request.address text
service_request.asked_on date not null
service_request.contractor text
service_request.ended_how text collate C
service_request.ended_on date
service_request.health_and_safety boolean not null
service_request.home_id uuid
service_request.housing_reference text
service_request.housing_system text
service_request.landlord_id uuid not null
service_request.name text not null
service_request.next_due_on date
service_request.owner_person uuid
service_request.person_id uuid not null
service_request.recorded_by uuid not null
service_request.request_id uuid not null
service_request.reviewed_on date
service_request.service_area text not null collate C
service_request.version integer not null
service_request_link.case_id uuid not null
service_request_link.landlord_id uuid not null
service_request_link.request_id uuid not null
service_request_link.why text not null collate C
session.by_provider boolean not null default false
session.created_at timestamp(3) with time zone not null
session.device text
session.expires_at timestamp(3) with time zone not null
session.landlord_id uuid not null
session.person_id uuid not null
session.proven_at timestamp(3) with time zone
session.seen_at timestamp(3) with time zone not null
session.session_id uuid not null default gen_random_uuid()
session.token_hash bytea not null
sign_in_failure.count integer not null
sign_in_failure.lane bytea not null
sign_in_failure.last_at timestamp(3) with time zone not null
sign_in_name.landlord_id uuid not null
sign_in_name.name text not null collate C
sign_in_name.person_id uuid not null
sign_in_provider.actor text not null collate C
sign_in_provider.client_secret bytea
sign_in_provider.landlord_id uuid not null
sign_in_provider.revision integer not null
sign_in_provider.set_at timestamp(3) with time zone not null
sign_in_provider.settings jsonb
staff_absence.absence_id uuid not null
staff_absence.cover_id uuid
staff_absence.from_on date not null
staff_absence.kind text not null collate C
staff_absence.landlord_id uuid not null
staff_absence.person_id uuid not null
staff_absence.to_on date
staff_absence.until_on date not null generated as COALESCE(to_on, 'infinity'::date)
staff_training.done_on date not null
staff_training.expires_on date
staff_training.landlord_id uuid not null
staff_training.person_id uuid not null
staff_training.training text not null collate C
unanchored.case_id uuid not null
unanchored.landlord_id uuid not null
unanchored.version integer not null

-- Keys and checks
access_head access_head_head_hash_check: CHECK ((octet_length(head_hash) = 32))
access_head access_head_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
access_head access_head_pkey: PRIMARY KEY (landlord_id)
access_log access_log_hash_check: CHECK ((octet_length(hash) = 32))
access_log access_log_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
access_log access_log_pkey: PRIMARY KEY (landlord_id, version)
access_log access_log_previous_hash_check: CHECK ((octet_length(previous_hash) = 32))
access_log access_log_version_check: CHECK ((version >= 1))
account account_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
account account_pkey: PRIMARY KEY (landlord_id, person_id)
account_change account_change_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
account_change account_change_pkey: PRIMARY KEY (landlord_id, change_id)
building building_height_cm_check: CHECK ((height_cm > 0))
building building_homes_check: CHECK ((homes >= 0))
building building_landlord_id_building_id_fkey: FOREIGN KEY (landlord_id, building_id) REFERENCES case_stream(landlord_id, case_id)
building building_landlord_id_reference_key: UNIQUE (landlord_id, reference)
building building_pkey: PRIMARY KEY (landlord_id, building_id)
building building_storeys_check: CHECK ((storeys > 0))
calendar_holiday calendar_holiday_landlord_id_revision_fkey: FOREIGN KEY (landlord_id, revision) REFERENCES calendar_revision(landlord_id, revision)
calendar_holiday calendar_holiday_pkey: PRIMARY KEY (landlord_id, revision, holiday_on)
calendar_recount calendar_recount_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
calendar_recount calendar_recount_pkey: PRIMARY KEY (landlord_id, case_id)
calendar_revision calendar_revision_check: CHECK ((first_on <= last_on))
calendar_revision calendar_revision_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
calendar_revision calendar_revision_pkey: PRIMARY KEY (landlord_id, revision)
calendar_revision calendar_revision_revision_check: CHECK ((revision >= 1))
case_closed_to case_closed_to_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
case_closed_to case_closed_to_pkey: PRIMARY KEY (landlord_id, person_id, case_id)
case_index case_index_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
case_index case_index_landlord_id_handler_id_fkey: FOREIGN KEY (landlord_id, handler_id) REFERENCES person(landlord_id, person_id)
case_index case_index_landlord_id_home_id_fkey: FOREIGN KEY (landlord_id, home_id) REFERENCES home(landlord_id, home_id)
case_index case_index_landlord_id_reference_key: UNIQUE (landlord_id, reference)
case_index case_index_pkey: PRIMARY KEY (landlord_id, case_id)
case_index case_index_stage_check: CHECK ((stage = ANY (ARRAY[1, 2])))
case_link case_link_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
case_link case_link_pkey: PRIMARY KEY (landlord_id, case_id, other_case_id, why)
case_restriction case_restriction_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
case_restriction case_restriction_pkey: PRIMARY KEY (landlord_id, case_id)
case_stream case_stream_head_hash_check: CHECK ((octet_length(head_hash) = 32))
case_stream case_stream_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
case_stream case_stream_pkey: PRIMARY KEY (landlord_id, case_id)
case_stream case_stream_version_check: CHECK ((version >= 1))
case_viewer case_viewer_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
case_viewer case_viewer_pkey: PRIMARY KEY (landlord_id, case_id, person_id)
checkpoint checkpoint_access_hash_check: CHECK ((octet_length(access_hash) = 32))
checkpoint checkpoint_hash_check: CHECK ((octet_length(hash) = 32))
checkpoint checkpoint_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
checkpoint checkpoint_leaves_check: CHECK ((leaves >= 0))
checkpoint checkpoint_number_check: CHECK ((number >= 1))
checkpoint checkpoint_pkey: PRIMARY KEY (landlord_id, number)
checkpoint checkpoint_previous_hash_check: CHECK ((octet_length(previous_hash) = 32))
checkpoint checkpoint_root_check: CHECK ((octet_length(root) = 32))
checkpoint_leaf checkpoint_leaf_head_hash_check: CHECK ((octet_length(head_hash) = 32))
checkpoint_leaf checkpoint_leaf_landlord_id_number_fkey: FOREIGN KEY (landlord_id, number) REFERENCES checkpoint(landlord_id, number)
checkpoint_leaf checkpoint_leaf_pkey: PRIMARY KEY (landlord_id, "position")
checkpoint_leaf checkpoint_leaf_position_check: CHECK (("position" >= 0))
command_receipt command_receipt_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
command_receipt command_receipt_payload_hash_check: CHECK ((octet_length(payload_hash) = 32))
command_receipt command_receipt_pkey: PRIMARY KEY (landlord_id, command_id)
contact contact_landlord_id_record_id_fkey: FOREIGN KEY (landlord_id, record_id) REFERENCES case_stream(landlord_id, case_id)
contact contact_landlord_id_recorded_by_fkey: FOREIGN KEY (landlord_id, recorded_by) REFERENCES person(landlord_id, person_id)
contact contact_landlord_id_triaged_by_fkey: FOREIGN KEY (landlord_id, triaged_by) REFERENCES person(landlord_id, person_id)
contact contact_pkey: PRIMARY KEY (landlord_id, record_id)
contact_suggestion contact_suggestion_landlord_id_record_id_fkey: FOREIGN KEY (landlord_id, record_id) REFERENCES contact(landlord_id, record_id) ON DELETE CASCADE
contact_suggestion contact_suggestion_pkey: PRIMARY KEY (landlord_id, record_id, hint)
dissatisfaction dissatisfaction_landlord_id_record_id_fkey: FOREIGN KEY (landlord_id, record_id) REFERENCES case_stream(landlord_id, case_id)
dissatisfaction dissatisfaction_landlord_id_recorded_by_fkey: FOREIGN KEY (landlord_id, recorded_by) REFERENCES person(landlord_id, person_id)
dissatisfaction dissatisfaction_pkey: PRIMARY KEY (landlord_id, record_id)
document document_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
document document_pkey: PRIMARY KEY (landlord_id, sha256)
document document_sha256_check: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
document document_size_check: CHECK ((size >= 0))
document_chunk document_chunk_landlord_id_sha256_fkey: FOREIGN KEY (landlord_id, sha256) REFERENCES document(landlord_id, sha256)
document_chunk document_chunk_number_check: CHECK ((number >= 0))
document_chunk document_chunk_pkey: PRIMARY KEY (landlord_id, sha256, number)
draft draft_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
draft draft_pkey: PRIMARY KEY (landlord_id, draft_id)
event event_check: CHECK (((version = 1) = (previous_hash IS NULL)))
event event_hash_check: CHECK ((octet_length(hash) = 32))
event event_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
event event_pack_hash_check: CHECK ((octet_length(pack_hash) = 32))
event event_pkey: PRIMARY KEY (landlord_id, case_id, version)
event event_previous_hash_check: CHECK ((octet_length(previous_hash) = 32))
event event_schema_check: CHECK ((schema >= 1))
event event_version_check: CHECK ((version >= 1))
file_scan file_scan_check: CHECK (((found IS NULL) OR (scanned_at IS NOT NULL)))
file_scan file_scan_landlord_id_sha256_fkey: FOREIGN KEY (landlord_id, sha256) REFERENCES document(landlord_id, sha256)
file_scan file_scan_pkey: PRIMARY KEY (landlord_id, sha256)
home home_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
home home_pkey: PRIMARY KEY (landlord_id, home_id)
home home_uprn_check: CHECK ((uprn ~ '^[1-9][0-9]{0,11}$'::text))
import_row import_row_check: CHECK (((verdict = 'rejected'::text) = (subject IS NULL)))
import_row import_row_landlord_id_import_id_fkey: FOREIGN KEY (landlord_id, import_id) REFERENCES import_run(landlord_id, import_id) ON DELETE CASCADE
import_row import_row_pkey: PRIMARY KEY (landlord_id, import_id, verdict, line)
import_row import_row_verdict_check: CHECK ((verdict = ANY (ARRAY['new'::text, 'changed'::text, 'rejected'::text])))
import_run import_run_check: CHECK (((applied_by IS NULL) = (applied_at IS NULL)))
import_run import_run_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
import_run import_run_pkey: PRIMARY KEY (landlord_id, import_id)
import_run import_run_sha256_check: CHECK ((octet_length(sha256) = 32))
information_request information_request_check: CHECK (((asked_of IS NULL) = (outsider_name IS NOT NULL)))
information_request information_request_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
information_request information_request_pkey: PRIMARY KEY (landlord_id, case_id, request_id)
information_request information_request_stage_check: CHECK ((stage = ANY (ARRAY[1, 2])))
invitation invitation_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
invitation invitation_pkey: PRIMARY KEY (token_hash)
invitation invitation_token_hash_check: CHECK ((octet_length(token_hash) = 32))
known_device known_device_device_hash_check: CHECK ((octet_length(device_hash) = 32))
known_device known_device_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
known_device known_device_pkey: PRIMARY KEY (landlord_id, person_id, device_hash)
landlord landlord_pkey: PRIMARY KEY (landlord_id)
landlord landlord_slug_key: UNIQUE (slug)
landlord_details landlord_details_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
landlord_details landlord_details_pkey: PRIMARY KEY (landlord_id, revision)
landlord_details landlord_details_revision_check: CHECK ((revision >= 1))
letter letter_held_check: CHECK ((held = ANY (ARRAY['died'::text, 'moved'::text])))
letter letter_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
letter letter_landlord_id_sha256_fkey: FOREIGN KEY (landlord_id, sha256) REFERENCES document(landlord_id, sha256)
letter letter_pkey: PRIMARY KEY (landlord_id, letter_id)
letter letter_stage_check: CHECK ((stage = ANY (ARRAY[1, 2])))
migration migration_pkey: PRIMARY KEY (number)
month_figures month_figures_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
month_figures month_figures_month_check: CHECK ((EXTRACT(day FROM month) = (1)::numeric))
month_figures month_figures_pkey: PRIMARY KEY (landlord_id, month)
month_mark month_mark_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
month_mark month_mark_month_check: CHECK ((EXTRACT(day FROM month) = (1)::numeric))
month_mark month_mark_pkey: PRIMARY KEY (landlord_id, month, mark_id)
obligation obligation_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
obligation obligation_landlord_id_owner_person_fkey: FOREIGN KEY (landlord_id, owner_person) REFERENCES person(landlord_id, person_id)
obligation obligation_pkey: PRIMARY KEY (landlord_id, case_id, obligation_id)
obligation obligation_stage_check: CHECK ((stage = ANY (ARRAY[1, 2])))
pack pack_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
pack pack_landlord_id_policy_id_version_key: UNIQUE (landlord_id, policy_id, version)
pack pack_pack_hash_check: CHECK ((pack_hash ~ '^[0-9a-f]{64}$'::text))
pack pack_pkey: PRIMARY KEY (landlord_id, pack_hash)
person person_landlord_id_email_key: UNIQUE (landlord_id, email)
person person_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
person person_landlord_id_manager_id_fkey: FOREIGN KEY (landlord_id, manager_id) REFERENCES person(landlord_id, person_id)
person person_pkey: PRIMARY KEY (landlord_id, person_id)
person_role person_role_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
person_role person_role_pkey: PRIMARY KEY (landlord_id, person_id, role)
personal_text personal_text_check1: CHECK (((value IS NULL) = (disposed_on IS NOT NULL)))
personal_text personal_text_check: CHECK (((value IS NULL) = (salt IS NULL)))
personal_text personal_text_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
personal_text personal_text_pkey: PRIMARY KEY (landlord_id, text_id)
personal_text personal_text_salt_check: CHECK ((octet_length(salt) = 32))
policy_read policy_read_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
policy_read policy_read_pkey: PRIMARY KEY (landlord_id, policy_id, version, person_id)
provider_identity provider_identity_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
provider_identity provider_identity_landlord_id_person_id_key: UNIQUE (landlord_id, person_id)
provider_identity provider_identity_pkey: PRIMARY KEY (landlord_id, issuer, subject)
provider_identity provider_identity_subject_check: CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
question_link question_link_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
question_link question_link_pkey: PRIMARY KEY (token_hash)
question_link question_link_token_hash_check: CHECK ((octet_length(token_hash) = 32))
record_index record_index_landlord_id_owner_id_fkey: FOREIGN KEY (landlord_id, owner_id) REFERENCES person(landlord_id, person_id)
record_index record_index_landlord_id_record_id_fkey: FOREIGN KEY (landlord_id, record_id) REFERENCES case_stream(landlord_id, case_id)
record_index record_index_landlord_id_recorded_by_fkey: FOREIGN KEY (landlord_id, recorded_by) REFERENCES person(landlord_id, person_id)
record_index record_index_pkey: PRIMARY KEY (landlord_id, record_id)
recovery_code recovery_code_code_hash_check: CHECK ((octet_length(code_hash) = 32))
recovery_code recovery_code_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
recovery_code recovery_code_pkey: PRIMARY KEY (landlord_id, person_id, code_hash)
referral referral_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
referral referral_landlord_id_duty_person_fkey: FOREIGN KEY (landlord_id, duty_person) REFERENCES person(landlord_id, person_id)
referral referral_landlord_id_made_by_fkey: FOREIGN KEY (landlord_id, made_by) REFERENCES person(landlord_id, person_id)
referral referral_landlord_id_referral_id_fkey: FOREIGN KEY (landlord_id, referral_id) REFERENCES case_stream(landlord_id, case_id)
referral referral_pkey: PRIMARY KEY (landlord_id, referral_id)
resident resident_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
resident resident_landlord_id_home_id_fkey: FOREIGN KEY (landlord_id, home_id) REFERENCES home(landlord_id, home_id)
resident resident_pkey: PRIMARY KEY (landlord_id, resident_id)
search_text search_text_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
search_text search_text_pkey: PRIMARY KEY (landlord_id, case_id)
service_request service_request_landlord_id_home_id_fkey: FOREIGN KEY (landlord_id, home_id) REFERENCES home(landlord_id, home_id)
service_request service_request_landlord_id_owner_person_fkey: FOREIGN KEY (landlord_id, owner_person) REFERENCES person(landlord_id, person_id)
service_request service_request_landlord_id_recorded_by_fkey: FOREIGN KEY (landlord_id, recorded_by) REFERENCES person(landlord_id, person_id)
service_request service_request_landlord_id_request_id_fkey: FOREIGN KEY (landlord_id, request_id) REFERENCES case_stream(landlord_id, case_id)
service_request service_request_pkey: PRIMARY KEY (landlord_id, request_id)
service_request_link service_request_link_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id) DEFERRABLE INITIALLY DEFERRED
service_request_link service_request_link_landlord_id_request_id_fkey: FOREIGN KEY (landlord_id, request_id) REFERENCES case_stream(landlord_id, case_id)
service_request_link service_request_link_pkey: PRIMARY KEY (landlord_id, request_id, case_id)
session session_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
session session_pkey: PRIMARY KEY (token_hash)
session session_token_hash_check: CHECK ((octet_length(token_hash) = 32))
sign_in_failure sign_in_failure_count_check: CHECK ((count >= 0))
sign_in_failure sign_in_failure_lane_check: CHECK ((octet_length(lane) = 32))
sign_in_failure sign_in_failure_pkey: PRIMARY KEY (lane)
sign_in_name sign_in_name_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
sign_in_name sign_in_name_landlord_id_person_id_key: UNIQUE (landlord_id, person_id)
sign_in_name sign_in_name_name_check: CHECK (((name = lower(name)) AND ((length(name) >= 3) AND (length(name) <= 254))))
sign_in_name sign_in_name_pkey: PRIMARY KEY (name)
sign_in_provider sign_in_provider_landlord_id_fkey: FOREIGN KEY (landlord_id) REFERENCES landlord(landlord_id)
sign_in_provider sign_in_provider_pkey: PRIMARY KEY (landlord_id, revision)
sign_in_provider sign_in_provider_revision_check: CHECK ((revision > 0))
staff_absence staff_absence_landlord_id_cover_id_fkey: FOREIGN KEY (landlord_id, cover_id) REFERENCES person(landlord_id, person_id)
staff_absence staff_absence_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
staff_absence staff_absence_pkey: PRIMARY KEY (landlord_id, absence_id)
staff_training staff_training_landlord_id_person_id_fkey: FOREIGN KEY (landlord_id, person_id) REFERENCES person(landlord_id, person_id)
staff_training staff_training_pkey: PRIMARY KEY (landlord_id, person_id, training)
unanchored unanchored_landlord_id_case_id_fkey: FOREIGN KEY (landlord_id, case_id) REFERENCES case_stream(landlord_id, case_id)
unanchored unanchored_pkey: PRIMARY KEY (landlord_id, case_id, version)

-- Indexes
CREATE INDEX access_log_by_case ON public.access_log USING btree (landlord_id, case_id, seen_at)
CREATE INDEX account_change_by_person ON public.account_change USING btree (landlord_id, person_id, changed_at)
CREATE INDEX calendar_recount_by_revision ON public.calendar_recount USING btree (landlord_id, revision, moved)
CREATE INDEX calendar_recount_waiting ON public.calendar_recount USING btree (landlord_id, case_id) WHERE (moved IS NULL)
CREATE INDEX case_closed_to_by_case ON public.case_closed_to USING btree (landlord_id, case_id)
CREATE INDEX case_index_by_category ON public.case_index USING btree (landlord_id, category, next_due_order, case_id)
CREATE INDEX case_index_by_cause ON public.case_index USING btree (landlord_id, cause, next_due_order, case_id) WHERE (cause IS NOT NULL)
CREATE INDEX case_index_by_changed ON public.case_index USING btree (landlord_id, changed_at, case_id)
CREATE INDEX case_index_by_complainant ON public.case_index USING btree (landlord_id, complainant_id, received_on)
CREATE INDEX case_index_by_contact ON public.case_index USING btree (landlord_id, handler_id, closed_on) WHERE (next_kind IS NULL)
CREATE INDEX case_index_by_contractor ON public.case_index USING btree (landlord_id, lower(contractor), service_area, received_on) WHERE (contractor IS NOT NULL)
CREATE INDEX case_index_by_due ON public.case_index USING btree (landlord_id, next_due_order, case_id)
CREATE INDEX case_index_by_handler ON public.case_index USING btree (landlord_id, handler_id, next_due_order, case_id)
CREATE INDEX case_index_by_home ON public.case_index USING btree (landlord_id, home_id, received_on)
CREATE INDEX case_index_by_logger ON public.case_index USING btree (landlord_id, logged_by) WHERE (logged_by IS NOT NULL)
CREATE INDEX case_index_by_name ON public.case_index USING btree (landlord_id, sort_name, case_id)
CREATE INDEX case_index_by_received ON public.case_index USING btree (landlord_id, received_on, case_id)
CREATE INDEX case_index_by_representative ON public.case_index USING btree (landlord_id, representative_id) WHERE (representative_id IS NOT NULL)
CREATE INDEX case_index_by_stage ON public.case_index USING btree (landlord_id, stage, next_due_order, case_id)
CREATE INDEX case_index_by_window ON public.case_index USING btree (landlord_id, window_closes_on, case_id) WHERE (window_closes_on IS NOT NULL)
CREATE INDEX case_index_not_closed ON public.case_index USING btree (landlord_id, next_due_order, case_id) WHERE (closed_on IS NULL)
CREATE INDEX case_index_unassigned ON public.case_index USING btree (landlord_id, received_on, case_id) WHERE ((handler_id IS NULL) AND (closed_on IS NULL))
CREATE INDEX case_index_uncommon ON public.case_index USING btree (landlord_id, next_due_order, case_id) WHERE ((withdrawn_on IS NOT NULL) OR (refused_on IS NOT NULL) OR (suspended_on IS NOT NULL) OR (escalated_on IS NOT NULL))
CREATE INDEX case_index_with_needs ON public.case_index USING btree (landlord_id, next_due_order, case_id) WHERE (adjustments IS NOT NULL)
CREATE INDEX case_link_by_other ON public.case_link USING btree (landlord_id, other_case_id)
CREATE INDEX case_viewer_by_due ON public.case_viewer USING btree (landlord_id, person_id, next_due_order, case_id)
CREATE INDEX checkpoint_leaf_by_case ON public.checkpoint_leaf USING btree (landlord_id, case_id, version)
CREATE INDEX command_receipt_by_age ON public.command_receipt USING btree (landlord_id, received_at)
CREATE INDEX contact_by_case ON public.contact USING btree (landlord_id, became_case) WHERE (became_case IS NOT NULL)
CREATE INDEX contact_by_recorder ON public.contact USING btree (landlord_id, recorded_by, logged_on, record_id)
CREATE INDEX contact_feedback ON public.contact USING btree (landlord_id, triaged_on, record_id) WHERE (feedback_kind IS NOT NULL)
CREATE INDEX contact_feedback_by_kind ON public.contact USING btree (landlord_id, feedback_kind, triaged_on, record_id) WHERE (feedback_kind IS NOT NULL)
CREATE INDEX contact_judged ON public.contact USING btree (landlord_id, triaged_on, record_id) WHERE (triaged_on IS NOT NULL)
CREATE INDEX contact_suggestion_by_day ON public.contact_suggestion USING btree (landlord_id, triaged_on, hint, suggests, followed)
CREATE INDEX dissatisfaction_by_day ON public.dissatisfaction USING btree (landlord_id, told_on, record_id)
CREATE INDEX dissatisfaction_open ON public.dissatisfaction USING btree (landlord_id, told_on, record_id) WHERE (settled_on IS NULL)
CREATE INDEX dissatisfaction_sample ON public.dissatisfaction USING btree (landlord_id, sampled_on, record_id) WHERE (sampled_on IS NOT NULL)
CREATE INDEX draft_by_person ON public.draft USING btree (landlord_id, person_id, form, case_id)
CREATE INDEX event_corrections ON public.event USING btree (landlord_id, occurred_on DESC) WHERE (type = ANY (ARRAY['ReceivedDateCorrected'::text, 'RecordCorrected'::text]))
CREATE INDEX file_scan_waiting ON public.file_scan USING btree (landlord_id, sha256) WHERE (scanned_at IS NULL)
CREATE INDEX home_by_block ON public.home USING btree (landlord_id, postcode, regexp_replace(regexp_replace(btrim(regexp_replace(lower(address), '[[:space:],.]+'::text, ' '::text, 'g'::text)), ' [a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$'::text, ''::text), '^((flat|apartment|apt|unit|room|maisonette|studio) )?[0-9]+[a-z]? '::text, ''::text))
CREATE INDEX home_by_building ON public.home USING btree (landlord_id, building) WHERE (building IS NOT NULL)
CREATE INDEX home_by_look ON public.home USING gin (landlord_id, look gin_trgm_ops) WITH (fastupdate='on', gin_pending_list_limit='256')
CREATE INDEX home_by_postcode ON public.home USING btree (landlord_id, postcode)
CREATE INDEX home_by_property_reference ON public.home USING btree (landlord_id, property_reference)
CREATE INDEX import_run_by_time ON public.import_run USING btree (landlord_id, made_at, import_id)
CREATE INDEX information_request_asked ON public.information_request USING btree (landlord_id, asked_on, service_area) INCLUDE (due_on, answered_on, ended_on, working_days)
CREATE INDEX information_request_awaited_by ON public.information_request USING btree (landlord_id, asked_by, due_on) WHERE ((answered_on IS NULL) AND (ended_on IS NULL))
CREATE INDEX information_request_awaited_of ON public.information_request USING btree (landlord_id, asked_of, due_on) WHERE ((answered_on IS NULL) AND (ended_on IS NULL))
CREATE INDEX information_request_of_area ON public.information_request USING btree (landlord_id, service_area, asked_on, case_id, request_id)
CREATE INDEX invitation_by_expiry ON public.invitation USING btree (expires_at)
CREATE INDEX invitation_by_person ON public.invitation USING btree (landlord_id, person_id)
CREATE INDEX landlord_with_provider ON public.landlord USING btree (name) WHERE (provider_name IS NOT NULL)
CREATE INDEX letter_by_case ON public.letter USING btree (landlord_id, case_id, issued_at)
CREATE INDEX letter_came_back ON public.letter USING btree (landlord_id, returned_on, letter_id) WHERE (returned_on IS NOT NULL)
CREATE INDEX letter_gone ON public.letter USING btree (landlord_id, sent_on DESC, letter_id) WHERE (sent_on IS NOT NULL)
CREATE INDEX letter_to_send ON public.letter USING btree (landlord_id, issued_at, letter_id) WHERE (sent_on IS NULL)
CREATE INDEX obligation_by_month ON public.obligation USING btree (landlord_id, fell_due_month, kind, stage) INCLUDE (due_on, first_due_on, discharged_on, lapsed_on, cannot_judge)
CREATE INDEX obligation_by_owner ON public.obligation USING btree (landlord_id, owner_person, case_id) WHERE (owner_person IS NOT NULL)
CREATE INDEX obligation_moved_from ON public.obligation USING btree (landlord_id, first_due_on) WHERE ((kind = 'respond'::text) AND date_moved)
CREATE INDEX obligation_moved_to ON public.obligation USING btree (landlord_id, fell_due_month) WHERE ((kind = 'respond'::text) AND date_moved)
CREATE INDEX obligation_open ON public.obligation USING btree (landlord_id, due_order, case_id, obligation_id) WHERE ((discharged_on IS NULL) AND (lapsed_on IS NULL))
CREATE INDEX obligation_open_by_person ON public.obligation USING btree (landlord_id, owner_person, priority DESC, due_order, case_id, obligation_id) WHERE ((discharged_on IS NULL) AND (lapsed_on IS NULL))
CREATE INDEX obligation_open_by_person_with_needs ON public.obligation USING btree (landlord_id, owner_person, priority DESC, due_order, case_id, obligation_id) WHERE ((discharged_on IS NULL) AND (lapsed_on IS NULL) AND with_needs)
CREATE INDEX obligation_open_by_team ON public.obligation USING btree (landlord_id, owner_team, priority DESC, due_order, case_id, obligation_id) WHERE ((discharged_on IS NULL) AND (lapsed_on IS NULL))
CREATE INDEX obligation_open_by_team_with_needs ON public.obligation USING btree (landlord_id, owner_team, priority DESC, due_order, case_id, obligation_id) WHERE ((discharged_on IS NULL) AND (lapsed_on IS NULL) AND with_needs)
CREATE INDEX person_by_manager ON public.person USING btree (landlord_id, manager_id) WHERE (manager_id IS NOT NULL)
CREATE INDEX person_by_team ON public.person USING btree (landlord_id, team, sort_name)
CREATE INDEX person_role_by_role ON public.person_role USING btree (landlord_id, role)
CREATE INDEX personal_text_by_contact ON public.personal_text USING btree (landlord_id, class, value) WHERE (class = ANY (ARRAY['resident-phone'::text, 'resident-email'::text]))
CREATE INDEX personal_text_by_subject ON public.personal_text USING btree (landlord_id, subject, class)
CREATE INDEX policy_read_by_person ON public.policy_read USING btree (landlord_id, person_id)
CREATE INDEX question_link_by_end ON public.question_link USING btree (until)
CREATE INDEX question_link_by_request ON public.question_link USING btree (landlord_id, case_id, request_id)
CREATE INDEX record_index_by_person ON public.record_index USING btree (landlord_id, person_id) WHERE (person_id IS NOT NULL)
CREATE INDEX referral_by_case ON public.referral USING btree (landlord_id, case_id)
CREATE INDEX referral_open ON public.referral USING btree (landlord_id, made_at, referral_id) WHERE (closed_at IS NULL)
CREATE INDEX resident_by_email ON public.resident USING btree (landlord_id, email) WHERE (email IS NOT NULL)
CREATE INDEX resident_by_home ON public.resident USING btree (landlord_id, home_id) WHERE (home_id IS NOT NULL)
CREATE INDEX resident_by_look ON public.resident USING gin (landlord_id, look gin_trgm_ops) WITH (fastupdate='on', gin_pending_list_limit='256')
CREATE INDEX resident_by_phone ON public.resident USING btree (landlord_id, phone) WHERE (phone IS NOT NULL)
CREATE INDEX search_text_by_look ON public.search_text USING gin (landlord_id, look gin_trgm_ops) WITH (fastupdate=off)
CREATE INDEX search_text_by_words ON public.search_text USING gin (landlord_id, words) WITH (fastupdate=off)
CREATE INDEX service_request_at_home ON public.service_request USING btree (landlord_id, home_id)
CREATE INDEX service_request_by_contractor ON public.service_request USING btree (landlord_id, lower(contractor), service_area, asked_on) WHERE (contractor IS NOT NULL)
CREATE INDEX service_request_by_housing_reference ON public.service_request USING btree (landlord_id, housing_reference) WHERE (housing_reference IS NOT NULL)
CREATE INDEX service_request_ended ON public.service_request USING btree (landlord_id, ended_on, request_id) WHERE (ended_on IS NOT NULL)
CREATE INDEX service_request_ended_of_area ON public.service_request USING btree (landlord_id, service_area, ended_on, request_id) WHERE (ended_on IS NOT NULL)
CREATE INDEX service_request_link_of_case ON public.service_request_link USING btree (landlord_id, case_id)
CREATE INDEX service_request_of_area ON public.service_request USING btree (landlord_id, service_area, next_due_on, request_id) WHERE (ended_on IS NULL)
CREATE INDEX service_request_of_owner ON public.service_request USING btree (landlord_id, owner_person, next_due_on, request_id) WHERE (ended_on IS NULL)
CREATE INDEX service_request_of_person ON public.service_request USING btree (landlord_id, person_id)
CREATE INDEX service_request_of_recorder ON public.service_request USING btree (landlord_id, recorded_by, next_due_on, request_id)
CREATE INDEX service_request_open ON public.service_request USING btree (landlord_id, next_due_on, request_id) WHERE (ended_on IS NULL)
CREATE INDEX service_request_queue ON public.service_request USING btree (landlord_id, next_due_on, request_id) WHERE ((ended_on IS NULL) AND (owner_person IS NULL))
CREATE INDEX session_by_expiry ON public.session USING btree (expires_at)
CREATE INDEX session_by_person ON public.session USING btree (landlord_id, person_id)
CREATE INDEX sign_in_failure_by_age ON public.sign_in_failure USING btree (last_at)
CREATE INDEX staff_absence_by_end ON public.staff_absence USING btree (landlord_id, until_on)
CREATE INDEX staff_absence_by_person ON public.staff_absence USING btree (landlord_id, person_id)
CREATE UNIQUE INDEX home_by_uprn ON public.home USING btree (landlord_id, uprn) WHERE (uprn IS NOT NULL)
CREATE UNIQUE INDEX resident_by_reference ON public.resident USING btree (landlord_id, person_reference) WHERE (person_reference IS NOT NULL)
CREATE UNIQUE INDEX session_by_id ON public.session USING btree (session_id)

-- Row-level security
access_head enabled, forced
access_log enabled, forced
account enabled, forced
account_change enabled, forced
building enabled, forced
calendar_holiday enabled, forced
calendar_recount enabled, forced
calendar_revision enabled, forced
case_closed_to enabled, forced
case_index enabled, forced
case_link enabled, forced
case_restriction enabled, forced
case_stream enabled, forced
case_viewer enabled, forced
checkpoint enabled, forced
checkpoint_leaf enabled, forced
command_receipt enabled, forced
contact enabled, forced
contact_suggestion enabled, forced
dissatisfaction enabled, forced
document enabled, forced
document_chunk enabled, forced
draft enabled, forced
event enabled, forced
file_scan enabled, forced
home enabled, forced
import_row enabled, forced
import_run enabled, forced
information_request enabled, forced
invitation off
known_device enabled, forced
landlord enabled, forced
landlord_details enabled, forced
letter enabled, forced
migration off
month_figures enabled, forced
month_mark enabled, forced
obligation enabled, forced
pack enabled, forced
person enabled, forced
person_role enabled, forced
personal_text enabled, forced
policy_read enabled, forced
provider_identity enabled, forced
question_link off
record_index enabled, forced
recovery_code enabled, forced
referral enabled, forced
resident enabled, forced
search_text enabled, forced
service_request enabled, forced
service_request_link enabled, forced
session off
sign_in_failure off
sign_in_name off
sign_in_provider enabled, forced
staff_absence enabled, forced
staff_training enabled, forced
unanchored enabled, forced

-- Policies
access_head by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
access_log by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
account by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
account_change by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
building by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
calendar_holiday by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
calendar_recount by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
calendar_revision by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_closed_to by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_index by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_link by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_restriction by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_stream by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
case_viewer by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
checkpoint by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
checkpoint_leaf by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
command_receipt by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
contact by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
contact_suggestion by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
dissatisfaction by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
document by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
document_chunk by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
draft by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
event by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
file_scan by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
home by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
home search_functions_filter_themselves permissive for select to redress_search using (true)
import_row by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
import_run by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
information_request by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
known_device by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
landlord anybody_may_list permissive for select to public using (true)
landlord by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
landlord_details by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
letter by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
month_figures by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
month_mark by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
obligation by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
pack by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
person by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
person_role by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
personal_text by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
policy_read by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
provider_identity by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
record_index by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
recovery_code by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
referral by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
resident by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
resident search_functions_filter_themselves permissive for select to redress_search using (true)
search_text by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
search_text search_functions_filter_themselves permissive for select to redress_search using (true)
service_request by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
service_request_link by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
sign_in_provider by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
staff_absence by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
staff_training by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))
unanchored by_landlord permissive for all to public using ((landlord_id = (NULLIF(current_setting('redress.landlord'::text, true), ''::text))::uuid))

-- Triggers
CREATE TRIGGER access_log_is_forever BEFORE DELETE OR UPDATE ON public.access_log FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER access_log_is_not_emptied BEFORE TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER account_change_is_forever BEFORE DELETE OR UPDATE ON public.account_change FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER calendar_holiday_is_forever BEFORE DELETE OR UPDATE ON public.calendar_holiday FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER calendar_revision_is_forever BEFORE DELETE OR UPDATE ON public.calendar_revision FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER checkpoint_is_forever BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER checkpoint_is_not_emptied BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER checkpoint_leaf_is_forever BEFORE DELETE OR UPDATE ON public.checkpoint_leaf FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER checkpoint_leaf_is_not_emptied BEFORE TRUNCATE ON public.checkpoint_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER event_is_forever BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.calendar_revision FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.landlord_details FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.pack FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.person_role FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.staff_absence FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed AFTER INSERT OR DELETE OR UPDATE ON public.staff_training FOR EACH ROW EXECUTE FUNCTION facts_changed()
CREATE TRIGGER facts_changed BEFORE UPDATE ON public.landlord FOR EACH ROW EXECUTE FUNCTION own_facts_changed()
CREATE TRIGGER landlord_details_is_forever BEFORE DELETE OR UPDATE ON public.landlord_details FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER pack_is_forever BEFORE DELETE OR UPDATE ON public.pack FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER personal_text_is_only_disposed BEFORE UPDATE ON public.personal_text FOR EACH ROW EXECUTE FUNCTION refuse_rewording()

-- Functions
facts_changed() returns trigger volatile: 7a8058470dd61930a320d654aa79fd2d221aabb268913a49b8f1e0ce6427276e
find_homes(sought text, most integer) returns TABLE(home_id uuid) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp, enable_seqscan=off: 2496ce3d87586cca5682170dfdc61ab35eea3dc48bf1dd9d02cb94f2ea9facab
find_residents(sought text, most integer) returns TABLE(resident_id uuid) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp, enable_seqscan=off: 8b68c6037ce986ec21dac18eaf00b5460ff2aa1fca08f6c3ae71ef27f9eeada8
find_residents_at(name_sought text, home_sought text, most integer) returns TABLE(resident_id uuid) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp, enable_seqscan=off: dbf820c75bcde94591e2319cf772c03aa27b4c83a5b51a095d0b312655a2189a
find_residents_like(sought text, most integer) returns TABLE(resident_id uuid) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp, pg_trgm.word_similarity_threshold=0.6, enable_seqscan=off: f30c83258afb41114d4a61006a9405cca3061b039ca829321332e97e6acb57a6
jobs.queue(task text, payload json, key text, run_at timestamp with time zone) returns void volatile security definer set search_path=pg_catalog, pg_temp: 7fa655d02da610a61a680f9db17d39aba1ad1d141f376fe53511c255a7d72ee2
own_facts_changed() returns trigger volatile: e8b42debd95460ad76a4046377c425a5637912b6210758c1b3984b2c4726fd00
plain_words(given text) returns text immutable: e3a9fc05cf7c5a5ac1916e18e7592a22c87ccb1b94264409c3712f89e287ca2f
refuse_change() returns trigger volatile set search_path=pg_catalog, public, pg_temp: ba6b4dc4b70ce72f42d03dba0725c6e9c016d7a6d3783b3229e83d0b29e44001
refuse_rewording() returns trigger volatile set search_path=pg_catalog, public, pg_temp: 6f4bcb69671261a515d6e0bc95a12f82344f1c16267b2ec4272b65dcf9338ebd
register_patterns(sought text) returns text[] immutable: 15a8a0fdd72a60d0258fb1ef44a8b23fb8ed9604bc8a33cba50c61e6210493fa
search_by_likeness(sought text, most integer) returns TABLE(case_id uuid, likeness real) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp, pg_trgm.word_similarity_threshold=0.5: a2ac420a6906372a8bc370c121d746fd6af4697404e23461e8ea55493f242f6e
search_by_look(sought text, most integer) returns TABLE(case_id uuid, likeness real) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp: a174c2fd8c272fffcffec1c181c92fb521704298f1ad5ad99d7e4bfcc4b23ad2
search_by_words(sought text, most integer) returns TABLE(case_id uuid, likeness real) stable security definer as redress_search set search_path=pg_catalog, public, pg_temp: 63521463e4848dba43f4237c773090c3512a1fbd37c8e457464e40361ff54bf6

-- Grants on schemas
usage to everybody on public
usage to redress_rows on jobs
usage to redress_rows on public
usage to redress_search on public

-- Grants on tables
delete, insert, select to redress_rows on account
delete, insert, select to redress_rows on command_receipt
delete, insert, select to redress_rows on document
delete, insert, select to redress_rows on document_chunk
delete, insert, select to redress_rows on file_scan
delete, insert, select to redress_rows on invitation
delete, insert, select to redress_rows on known_device
delete, insert, select to redress_rows on person_role
delete, insert, select to redress_rows on policy_read
delete, insert, select to redress_rows on provider_identity
delete, insert, select to redress_rows on question_link
delete, insert, select to redress_rows on recovery_code
delete, insert, select to redress_rows on sign_in_failure
delete, insert, select to redress_rows on sign_in_name
delete, insert, select to redress_rows on staff_absence
delete, insert, select to redress_rows on staff_training
delete, insert, select to redress_rows on unanchored
delete, insert, select, update to redress_rows on building
delete, insert, select, update to redress_rows on calendar_recount
delete, insert, select, update to redress_rows on case_closed_to
delete, insert, select, update to redress_rows on case_index
delete, insert, select, update to redress_rows on case_link
delete, insert, select, update to redress_rows on case_restriction
delete, insert, select, update to redress_rows on case_viewer
delete, insert, select, update to redress_rows on contact
delete, insert, select, update to redress_rows on contact_suggestion
delete, insert, select, update to redress_rows on dissatisfaction
delete, insert, select, update to redress_rows on draft
delete, insert, select, update to redress_rows on home
delete, insert, select, update to redress_rows on import_row
delete, insert, select, update to redress_rows on import_run
delete, insert, select, update to redress_rows on information_request
delete, insert, select, update to redress_rows on letter
delete, insert, select, update to redress_rows on month_figures
delete, insert, select, update to redress_rows on month_mark
delete, insert, select, update to redress_rows on obligation
delete, insert, select, update to redress_rows on record_index
delete, insert, select, update to redress_rows on referral
delete, insert, select, update to redress_rows on search_text
delete, insert, select, update to redress_rows on service_request
delete, insert, select, update to redress_rows on service_request_link
delete, insert, select, update to redress_rows on session
insert, select to redress_rows on access_head
insert, select to redress_rows on access_log
insert, select to redress_rows on account_change
insert, select to redress_rows on calendar_holiday
insert, select to redress_rows on calendar_revision
insert, select to redress_rows on case_stream
insert, select to redress_rows on checkpoint
insert, select to redress_rows on checkpoint_leaf
insert, select to redress_rows on event
insert, select to redress_rows on landlord
insert, select to redress_rows on landlord_details
insert, select to redress_rows on pack
insert, select to redress_rows on personal_text
insert, select to redress_rows on sign_in_provider
insert, select, update to redress_rows on person
insert, select, update to redress_rows on resident
select to redress_rows on migration

-- Grants on columns
select to redress_search on home.home_id
select to redress_search on home.landlord_id
select to redress_search on home.look
select to redress_search on resident.home_id
select to redress_search on resident.landlord_id
select to redress_search on resident.look
select to redress_search on resident.resident_id
select to redress_search on search_text.case_id
select to redress_search on search_text.landlord_id
select to redress_search on search_text.look
select to redress_search on search_text.words
update to redress_rows on access_head.head_hash
update to redress_rows on access_head.version
update to redress_rows on account.app_last_step
update to redress_rows on account.app_secret
update to redress_rows on account.app_set_at
update to redress_rows on account.password_hash
update to redress_rows on account.password_set_at
update to redress_rows on account.signed_in_at
update to redress_rows on case_stream.head_hash
update to redress_rows on case_stream.version
update to redress_rows on command_receipt.result
update to redress_rows on file_scan.found
update to redress_rows on file_scan.scanned_at
update to redress_rows on invitation.app_secret
update to redress_rows on invitation.password_hash
update to redress_rows on invitation.used_at
update to redress_rows on known_device.seen_at
update to redress_rows on landlord.facts
update to redress_rows on landlord.name
update to redress_rows on landlord.policy_id
update to redress_rows on landlord.provider_name
update to redress_rows on landlord.slug
update to redress_rows on personal_text.disposed_on
update to redress_rows on personal_text.salt
update to redress_rows on personal_text.value
update to redress_rows on provider_identity.signed_in_at
update to redress_rows on recovery_code.used_at
update to redress_rows on sign_in_failure.count
update to redress_rows on sign_in_failure.last_at
update to redress_rows on sign_in_provider.client_secret

-- Grants on functions
execute to redress_rows on find_homes(text,integer)
execute to redress_rows on find_residents(text,integer)
execute to redress_rows on find_residents_at(text,text,integer)
execute to redress_rows on find_residents_like(text,integer)
execute to redress_rows on jobs.queue(text,json,text,timestamp with time zone)
execute to redress_rows on plain_words(text)
execute to redress_rows on register_patterns(text)
execute to redress_rows on search_by_likeness(text,integer)
execute to redress_rows on search_by_look(text,integer)
execute to redress_rows on search_by_words(text,integer)
execute to redress_search on find_homes(text,integer)
execute to redress_search on find_residents(text,integer)
execute to redress_search on find_residents_at(text,text,integer)
execute to redress_search on find_residents_like(text,integer)
execute to redress_search on plain_words(text)
execute to redress_search on register_patterns(text)
execute to redress_search on search_by_likeness(text,integer)
execute to redress_search on search_by_look(text,integer)
execute to redress_search on search_by_words(text,integer)
