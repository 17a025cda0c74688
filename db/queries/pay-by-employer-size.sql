-- titre: Salaires proposés selon la taille de l’employeur
-- title: Advertised pay by employer size
-- description: Quartiles of gross annual pay of community and social media managers by employer size.
WITH ranked AS (
  SELECT employer_size, salary_gross_annual_eur_mid AS value,
    ROW_NUMBER() OVER (PARTITION BY employer_size ORDER BY salary_gross_annual_eur_mid) AS place,
    COUNT(*) OVER (PARTITION BY employer_size) AS vacancies
  FROM v_pay WHERE title_role IN ('cm', 'smm') AND employer_size IS NOT NULL
)
SELECT employer_size, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY employer_size
ORDER BY CASE employer_size WHEN 'tpe' THEN 1 WHEN 'pme' THEN 2 WHEN 'mid' THEN 3 ELSE 4 END;
