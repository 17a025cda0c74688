-- titre: Offres dont le titre trompe
-- title: Ads whose title misleads
-- description: Vacancies whose content clearly is another role than their title says, newest first.
-- param role (role): title role (`cm`, `smm`, `hybrid`, `other`); empty for all
-- param limit (count): number of rows; empty for 50
SELECT vacancy_id, title, employer_name, title_role, role, first_seen_on_date, url
FROM v_vacancy
WHERE is_mismatch = 1 AND (NULLIF(:role, '') IS NULL OR title_role = :role)
ORDER BY first_seen_on_date DESC, vacancy_id
LIMIT COALESCE(NULLIF(:limit, ''), 50);
