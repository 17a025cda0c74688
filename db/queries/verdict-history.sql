-- titre: Les verdicts au fil des relevés
-- title: Verdicts over the snapshots
-- description: How the verdict and the figure of each claim moved from snapshot to snapshot over as long a window (`window_days`, empty for all); snapshots without a vacancy are left out.
-- param claim (claim): claim id; empty for all
WITH dated AS (
  SELECT v.*, CAST(julianday(n.as_of_date) - julianday(n.window_from_date) + 1 AS INTEGER) AS window_days
  FROM v_verdict v
  JOIN snapshot n ON n.snapshot_id = v.snapshot_id
  JOIN stat_cell s ON s.snapshot_id = v.snapshot_id AND s.stat = 'vacancies' AND s.group_key = 'all'
  WHERE s.vacancy_count > 0
)
SELECT claim_id, as_of_date, window_days, verdict,
  LAG(verdict) OVER (PARTITION BY claim_id, window_days ORDER BY as_of_date, length(snapshot_id), snapshot_id) AS verdict_before,
  value, low, high, unit, vacancy_count
FROM dated
WHERE (NULLIF(:claim, '') IS NULL OR claim_id = :claim)
ORDER BY claim_id, as_of_date, length(snapshot_id), snapshot_id;
