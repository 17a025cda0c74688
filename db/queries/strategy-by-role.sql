-- titre: Qui décide de la stratégie ?
-- title: Who owns the strategy?
-- description: Share of vacancies that ask to define the strategy or to contribute to it, by title role and employer size.
SELECT title_role, COALESCE(employer_size, 'not stated') AS employer_size, COUNT(*) AS vacancies,
  ROUND(AVG(strategy_level IS 'define'), 3) AS share_define,
  ROUND(AVG(strategy_level IS 'contribute'), 3) AS share_contribute
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role, COALESCE(employer_size, 'not stated')
ORDER BY title_role, vacancies DESC;
