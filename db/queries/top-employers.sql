-- titre: Employeurs qui recrutent le plus
-- title: Employers with most vacancies
-- description: Employers with their vacancies by title role; a share of one employer above a tenth weighs on every figure.
-- param limit (count): number of rows; empty for 50
SELECT cluster_key, MIN(employer_name) AS employer_name, MIN(employer_kind) AS employer_kind, COUNT(*) AS vacancies,
  SUM(title_role = 'cm') AS cm_vacancies, SUM(title_role = 'smm') AS smm_vacancies, SUM(is_live) AS live
FROM v_vacancy
GROUP BY cluster_key
ORDER BY vacancies DESC, cluster_key
LIMIT COALESCE(NULLIF(:limit, ''), 50);
