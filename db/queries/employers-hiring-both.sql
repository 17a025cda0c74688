-- titre: Employeurs qui recrutent les deux métiers
-- title: Employers that hire both roles
-- description: Where a social media manager is hired, is a community manager there or sought?
-- param limit (count): number of rows; empty for 50
SELECT employer_name, SUM(title_role = 'cm') AS cm_vacancies, SUM(title_role = 'smm') AS smm_vacancies,
  MIN(first_seen_on_date) AS first_seen_on_date, MAX(last_seen_on_date) AS last_seen_on_date
FROM v_vacancy
WHERE title_role IN ('cm', 'smm') AND employer_name IS NOT NULL
GROUP BY employer_name
HAVING SUM(title_role = 'smm') > 0 AND SUM(title_role = 'cm') > 0
ORDER BY cm_vacancies + smm_vacancies DESC, employer_name
LIMIT COALESCE(NULLIF(:limit, ''), 50);
