-- titre: Offres regroupées
-- title: Merged ads
-- description: Vacancies behind several postings, with why and how alike they are; for reviewing the de-duplication.
-- param least (count): least number of postings; empty for 4
-- param limit (count): number of rows; empty for 50
SELECT m.vacancy_id, m.posting_id, m.dedup_method, m.similarity, p.source_id, t.title, p.hiring_organization,
  p.job_location, p.first_seen_on_date, p.url
FROM vacancy v
JOIN vacancy_posting m ON m.vacancy_id = v.vacancy_id
JOIN posting p ON p.posting_id = m.posting_id
LEFT JOIN posting_text t ON t.text_id = p.current_text_id
WHERE v.posting_count >= COALESCE(NULLIF(:least, ''), 4)
ORDER BY v.posting_count DESC, m.vacancy_id, m.posting_id
LIMIT COALESCE(NULLIF(:limit, ''), 50);
