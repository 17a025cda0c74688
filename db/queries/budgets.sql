-- titre: Budgets confiés
-- title: Budgets entrusted
-- description: Budgets that ads name, largest first.
-- param role (role): title role (`cm`, `smm`, `hybrid`, `other`); empty for all
-- param limit (count): number of rows; empty for 50
SELECT b.budget_eur, v.title_role, v.title, v.employer_name, v.url
FROM budget_reading b
JOIN v_vacancy v ON v.posting_id = b.posting_id
WHERE (NULLIF(:role, '') IS NULL OR v.title_role = :role)
ORDER BY b.budget_eur DESC, v.vacancy_id
LIMIT COALESCE(NULLIF(:limit, ''), 50);
