-- titre: Contrats proposés par métier
-- title: Contracts by role
-- description: Are permanent contracts rare and internships plentiful? Share of each contract by title role.
SELECT title_role, contract, COUNT(*) AS vacancies,
  ROUND(1.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY title_role), 3) AS share
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role, contract
ORDER BY title_role, vacancies DESC;
