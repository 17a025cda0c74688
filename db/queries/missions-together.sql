-- titre: Missions demandées ensemble
-- title: Missions asked together
-- description: Which missions stand in the same ads as a given one, by title role?
-- param mission (mission): mission code; empty for `strategy`
SELECT other.title_role, other.code, COUNT(*) AS vacancies
FROM v_vacancy_term one
JOIN v_vacancy_term other ON other.vacancy_id = one.vacancy_id AND other.kind = 'mission' AND other.code <> one.code
WHERE one.kind = 'mission' AND one.code = COALESCE(NULLIF(:mission, ''), 'strategy') AND one.title_role IN ('cm', 'smm')
GROUP BY other.title_role, other.code
ORDER BY other.title_role, vacancies DESC;
