-- titre: Doublons par source
-- title: Duplicates by source
-- description: How many postings of each source say something no other source says: unique against total.
SELECT p.source_id, s.kind, COUNT(*) AS postings, COUNT(DISTINCT m.vacancy_id) AS vacancies,
  SUM(m.dedup_method = 'single') AS alone, SUM(m.dedup_method IN ('same-reference', 'same-text')) AS same,
  SUM(m.dedup_method = 'near-text') AS near, SUM(m.dedup_method = 'repost') AS reposted
FROM vacancy_posting m
JOIN posting p ON p.posting_id = m.posting_id
JOIN source s ON s.source_id = p.source_id
GROUP BY p.source_id
ORDER BY postings DESC;
