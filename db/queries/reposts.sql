-- titre: Offres republiées
-- title: Reposted vacancies
-- description: Vacancies published again by the same source after a pause.
-- param limit (count): number of rows; empty for 50
SELECT v.vacancy_id, v.title, v.employer_name, COUNT(*) AS postings, MIN(p.first_seen_on_date) AS first_seen_on_date,
  MAX(p.last_seen_on_date) AS last_seen_on_date
FROM vacancy_posting m
JOIN v_vacancy v ON v.vacancy_id = m.vacancy_id
JOIN posting p ON p.posting_id = m.posting_id
WHERE m.dedup_method = 'repost'
GROUP BY v.vacancy_id
ORDER BY postings DESC, v.vacancy_id
LIMIT COALESCE(NULLIF(:limit, ''), 50);
