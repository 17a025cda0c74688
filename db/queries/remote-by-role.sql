-- titre: Télétravail par métier
-- title: Remote work by role
-- description: Share of vacancies with partial or full remote work among those that say.
SELECT title_role, COUNT(*) AS vacancies, SUM(remote IS NOT NULL) AS stated,
  ROUND(1.0 * SUM(remote = 'partial') / NULLIF(SUM(remote IS NOT NULL), 0), 3) AS share_partial,
  ROUND(1.0 * SUM(remote = 'full') / NULLIF(SUM(remote IS NOT NULL), 0), 3) AS share_full
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role
ORDER BY title_role;
