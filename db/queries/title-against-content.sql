-- titre: Titre contre contenu
-- title: Title against content
-- description: How often the title says one role and the content another: the two titles confused?
SELECT title_role, role, COUNT(*) AS vacancies, SUM(is_mismatch) AS clear_mismatches,
  ROUND(1.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY title_role), 3) AS share_of_title
FROM v_vacancy
GROUP BY title_role, role
ORDER BY title_role, vacancies DESC;
