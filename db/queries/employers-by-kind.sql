-- titre: Types d’employeurs par métier
-- title: Kinds of employers by role
-- description: Brands, agencies, schools, recruiters, public bodies: who hires each role?
SELECT title_role, employer_kind, COUNT(*) AS vacancies, COUNT(DISTINCT cluster_key) AS employers,
  ROUND(1.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY title_role), 3) AS share
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role, employer_kind
ORDER BY title_role, vacancies DESC;
