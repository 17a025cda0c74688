-- titre: Outils cités par métier
-- title: Tools named by role
-- description: Share of vacancies that name each tool, by title role, and the difference.
WITH total AS (
  SELECT title_role, COUNT(*) AS vacancies FROM v_vacancy WHERE title_role IN ('cm', 'smm') GROUP BY title_role
), counted AS (
  SELECT code, SUM(title_role = 'cm') AS cm, SUM(title_role = 'smm') AS smm
  FROM v_vacancy_term
  WHERE kind = 'tool' AND title_role IN ('cm', 'smm')
  GROUP BY code
)
SELECT code, cm AS cm_vacancies, smm AS smm_vacancies,
  ROUND(1.0 * cm / (SELECT vacancies FROM total WHERE title_role = 'cm'), 3) AS cm_share,
  ROUND(1.0 * smm / (SELECT vacancies FROM total WHERE title_role = 'smm'), 3) AS smm_share,
  ROUND(1.0 * smm / (SELECT vacancies FROM total WHERE title_role = 'smm')
    - 1.0 * cm / (SELECT vacancies FROM total WHERE title_role = 'cm'), 3) AS smm_minus_cm
FROM counted
ORDER BY cm + smm DESC, code;
