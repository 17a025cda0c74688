-- titre: Niveau d’études demandé par métier
-- title: Education asked by role
-- description: Distribution of the lowest level asked, in years after the bac, by title role.
SELECT title_role, education_years_min, COUNT(*) AS vacancies,
  ROUND(1.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY title_role), 3) AS share_of_stated
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid') AND education_years_min IS NOT NULL
GROUP BY title_role, education_years_min
ORDER BY title_role, education_years_min;
