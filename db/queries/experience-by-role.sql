-- titre: Expérience demandée par métier
-- title: Experience asked by role
-- description: Is the social media manager a confirmed professional? Share of ads by least experience asked.
SELECT title_role, COUNT(*) AS vacancies, SUM(experience_years_min IS NOT NULL) AS stated,
  ROUND(AVG(experience_years_min), 2) AS mean_years,
  ROUND(1.0 * SUM(experience_years_min >= 3) / NULLIF(SUM(experience_years_min IS NOT NULL), 0), 3) AS share_3_or_more,
  ROUND(1.0 * SUM(experience_years_min >= 5) / NULLIF(SUM(experience_years_min IS NOT NULL), 0), 3) AS share_5_or_more
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role
ORDER BY title_role;
