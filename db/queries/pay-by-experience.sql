-- titre: Salaires proposés selon l’expérience demandée
-- title: Advertised pay by experience asked
-- description: Quartiles of gross annual pay by title role and years of experience asked (lower figure).
WITH ranked AS (
  SELECT title_role, experience, salary_gross_annual_eur_mid AS value,
    ROW_NUMBER() OVER (PARTITION BY title_role, experience ORDER BY salary_gross_annual_eur_mid) AS place,
    COUNT(*) OVER (PARTITION BY title_role, experience) AS vacancies
  FROM (
    SELECT title_role, salary_gross_annual_eur_mid,
      CASE WHEN experience_years_min IS NULL THEN 'not stated' WHEN experience_years_min < 3 THEN '0-2'
        WHEN experience_years_min < 5 THEN '3-4' WHEN experience_years_min < 8 THEN '5-7' ELSE '8+' END AS experience
    FROM v_pay WHERE title_role IN ('cm', 'smm', 'hybrid')
  )
)
SELECT title_role, experience, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY title_role, experience
ORDER BY title_role, experience;
