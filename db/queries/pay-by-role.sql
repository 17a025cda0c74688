-- titre: Salaires proposés par métier
-- title: Advertised pay by role
-- description: Quartiles and mean of the gross annual pay offered, by title role; one value per vacancy, salaried contracts, full time, EUR.
WITH ranked AS (
  SELECT title_role, salary_gross_annual_eur_mid AS value,
    ROW_NUMBER() OVER (PARTITION BY title_role ORDER BY salary_gross_annual_eur_mid) AS place,
    COUNT(*) OVER (PARTITION BY title_role) AS vacancies
  FROM v_pay WHERE title_role IN ('cm', 'smm', 'hybrid')
)
SELECT title_role, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY title_role
ORDER BY title_role;
