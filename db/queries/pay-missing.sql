-- titre: Offres sans salaire
-- title: Ads without pay
-- description: Share of vacancies that state no readable pay, by title role and contract.
SELECT title_role, contract, COUNT(*) AS vacancies,
  SUM(salary_kind IS 'stated') AS stated, SUM(salary_kind IS 'unreadable') AS unreadable,
  ROUND(1.0 - AVG(salary_kind IS 'stated'), 3) AS share_missing
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role, contract
ORDER BY title_role, vacancies DESC;
