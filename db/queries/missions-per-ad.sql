-- titre: Nombre de missions par offre
-- title: Missions per ad
-- description: Can one person do it all? How many missions each vacancy asks, by title role.
SELECT title_role, missions, COUNT(*) AS vacancies
FROM (
  SELECT v.vacancy_id, v.title_role, COUNT(t.code) AS missions
  FROM v_vacancy v
  LEFT JOIN term_reading t ON t.posting_id = v.posting_id AND t.kind = 'mission'
  WHERE v.title_role IN ('cm', 'smm', 'hybrid')
  GROUP BY v.vacancy_id
)
GROUP BY title_role, missions
ORDER BY title_role, missions;
