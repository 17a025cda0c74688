-- titre: L’entonnoir des collectes
-- title: The funnel of the runs
-- description: What went in, came out and was left out at each stage of the newest runs; is_balanced must be 1.
-- param limit (count): number of rows; empty for 50
SELECT run_id, seen_on_date, source_id, outcome, stage, in_count, out_count, skipped_count, skipped_json, is_balanced
FROM v_accounting
ORDER BY run_id DESC, source_id, stage
LIMIT COALESCE(NULLIF(:limit, ''), 50);
