-- titre: Salaires contradictoires entre copies d’une offre
-- title: Copies of one ad that state different pay
-- description: Vacancies whose postings state pay more than 5 % apart; the first speaker’s is counted.
-- param limit (count): number of rows; empty for 50
SELECT source_id, ref, message, noted_at
FROM issue
WHERE code = 'pay-conflict'
ORDER BY source_id, ref
LIMIT COALESCE(NULLIF(:limit, ''), 50);
