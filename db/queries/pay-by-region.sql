-- titre: Salaires proposés par région
-- title: Advertised pay by region
-- description: Quartiles of gross annual pay by region of work.
-- param role (role): title role (`cm`, `smm`, `hybrid`, `other`); empty for all
WITH ranked AS (
  SELECT region_code, salary_gross_annual_eur_mid AS value,
    ROW_NUMBER() OVER (PARTITION BY region_code ORDER BY salary_gross_annual_eur_mid) AS place,
    COUNT(*) OVER (PARTITION BY region_code) AS vacancies
  FROM v_pay WHERE (NULLIF(:role, '') IS NULL OR title_role = :role) AND region_code IS NOT NULL
)
SELECT region_code, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY region_code
ORDER BY vacancies DESC;
