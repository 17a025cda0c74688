-- titre: Recalculer un verdict
-- title: Recompute a verdict
-- description: Count, mean and employers of the vacancies behind a claim, straight from their values; older snapshots keep none.
-- param claim (claim): claim id; empty for all
-- param limit (count): number of rows; empty for 50
SELECT snapshot_id, claim_id, side, COUNT(*) AS vacancies, COUNT(value) AS with_value, AVG(value) AS mean,
  COUNT(DISTINCT cluster_key) AS employers
FROM verdict_vacancy
WHERE (NULLIF(:claim, '') IS NULL OR claim_id = :claim)
GROUP BY snapshot_id, claim_id, side
ORDER BY (SELECT as_of_date FROM snapshot n WHERE n.snapshot_id = verdict_vacancy.snapshot_id) DESC,
  length(snapshot_id) DESC, snapshot_id DESC, claim_id, side
LIMIT COALESCE(NULLIF(:limit, ''), 50);
