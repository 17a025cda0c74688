-- titre: Nouvelles offres par mois
-- title: New vacancies by month
-- description: Vacancies first seen each month, by title role; undated ones apart.
SELECT COALESCE(substr(first_seen_on_date, 1, 7), 'no date') AS month, COUNT(*) AS vacancies,
  SUM(title_role = 'cm') AS cm, SUM(title_role = 'smm') AS smm, SUM(title_role = 'hybrid') AS hybrid,
  SUM(posting_count) AS postings
FROM v_vacancy
GROUP BY COALESCE(substr(first_seen_on_date, 1, 7), 'no date')
ORDER BY month;
