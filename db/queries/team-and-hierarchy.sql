-- titre: Équipe et hiérarchie
-- title: Team and hierarchy
-- description: Who leads a team, and to whom does each role report?
SELECT title_role, COALESCE(reports_to, 'not stated') AS reports_to, COUNT(*) AS vacancies,
  SUM(team_size_count IS NOT NULL) AS naming_a_team, ROUND(AVG(team_size_count), 1) AS mean_team_size
FROM v_vacancy
WHERE title_role IN ('cm', 'smm', 'hybrid')
GROUP BY title_role, COALESCE(reports_to, 'not stated')
ORDER BY title_role, vacancies DESC;
