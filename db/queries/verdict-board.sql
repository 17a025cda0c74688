-- titre: Les verdicts du dernier relevé
-- title: The verdicts of the newest snapshot
-- description: Each claim of the articles with its verdict, figure, interval and band.
-- param snapshot (snapshot): snapshot id; empty for the newest
SELECT article_id, claim_id, statement_fr, verdict, value, low, high, unit, band_low, band_high, vacancy_count,
  employer_count, is_fragile, caveats_json
FROM v_verdict
WHERE snapshot_id = COALESCE(NULLIF(:snapshot, ''), (SELECT snapshot_id FROM snapshot ORDER BY as_of_date DESC, length(snapshot_id) DESC, snapshot_id DESC LIMIT 1))
ORDER BY article_id, claim_id;
