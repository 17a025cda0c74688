-- titre: Tarifs journaliers des indépendants
-- title: Freelance day rates
-- description: Quartiles of the day rates (TJM) offered in freelance ads, by title role.
WITH ranked AS (
  SELECT title_role, day_rate_eur AS value,
    ROW_NUMBER() OVER (PARTITION BY title_role ORDER BY day_rate_eur) AS place,
    COUNT(*) OVER (PARTITION BY title_role) AS vacancies
  FROM (
    SELECT title_role, (COALESCE(amount_min, amount_max) + COALESCE(amount_max, amount_min)) / 2.0 AS day_rate_eur
    FROM v_vacancy
    WHERE title_role IN ('cm', 'smm', 'hybrid') AND period = 'day' AND currency_code = 'EUR' AND contract = 'freelance'
  )
)
SELECT title_role, vacancies,
  MAX(CASE WHEN place = (vacancies + 3) / 4 THEN value END) AS q25,
  MAX(CASE WHEN place = (vacancies + 1) / 2 THEN value END) AS median,
  MAX(CASE WHEN place = (3 * vacancies + 3) / 4 THEN value END) AS q75,
  ROUND(AVG(value)) AS mean
FROM ranked
GROUP BY title_role
ORDER BY title_role;
