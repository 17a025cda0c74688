-- titre: Les deux métiers en un selon la taille
-- title: Both jobs in one, by employer size
-- description: Do the two jobs merge in small companies? Share of hybrid content by employer size.
SELECT COALESCE(employer_size, 'not stated') AS employer_size, COUNT(*) AS vacancies,
  ROUND(AVG(role = 'hybrid'), 3) AS share_hybrid_content, ROUND(AVG(title_role = 'hybrid'), 3) AS share_hybrid_title
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY COALESCE(employer_size, 'not stated')
ORDER BY vacancies DESC;
