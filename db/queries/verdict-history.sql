-- titre: Les verdicts au fil des relevés
-- title: Verdicts over the snapshots
-- description: How the verdict and the figure of each claim moved from snapshot to snapshot.
-- param claim: claim id; empty for all
SELECT claim_id, as_of_date, verdict, LAG(verdict) OVER (PARTITION BY claim_id ORDER BY as_of_date, snapshot_id) AS verdict_before,
  value, low, high, unit, vacancy_count
FROM v_verdict
WHERE (NULLIF(:claim, '') IS NULL OR claim_id = :claim)
ORDER BY claim_id, as_of_date, snapshot_id;
