-- titre: Salaire du titre contre salaire du contenu
-- title: Pay of the title against pay of the content
-- description: Does an SMM title hide a CM’s job at a CM’s pay? Quartiles of pay by title role and content role.
WITH ranked AS (
  SELECT title_role, role, salary_gross_annual_eur_mid AS value,
    ROW_NUMBER() OVER (PARTITION BY title_role, role ORDER BY salary_gross_annual_eur_mid) AS place,
    COUNT(*) OVER (PARTITION BY title_role, role) AS vacancies
  FROM v_pay WHERE title_role IN ('cm', 'smm', 'hybrid')
)
SELECT title_role, role, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY title_role, role
ORDER BY title_role, role;
