-- titre: Les sources et leur dernier passage
-- title: Sources and their newest run
-- description: Each source with its kind, permission, newest run, stock and what is live.
SELECT source_id, name, kind, permission, outcome, explanation, last_run_at, posting_count, live_posting_count
FROM v_source
ORDER BY posting_count DESC, source_id;
