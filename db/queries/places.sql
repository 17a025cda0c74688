-- titre: Où sont les offres ?
-- title: Where are the ads?
-- description: Vacancies by département of work.
-- param limit (count): number of rows; empty for 50
SELECT region_code, department_code, COUNT(*) AS vacancies, SUM(title_role = 'cm') AS cm, SUM(title_role = 'smm') AS smm
FROM v_vacancy
WHERE department_code IS NOT NULL
GROUP BY region_code, department_code
ORDER BY vacancies DESC, department_code
LIMIT COALESCE(NULLIF(:limit, ''), 50);
