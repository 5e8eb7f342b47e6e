-- Corrections of records are reported: found without reading every event.
create index event_corrections on event (landlord_id, occurred_on desc)
  where type in ('ReceivedDateCorrected', 'RecordCorrected');
