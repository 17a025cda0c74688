-- titre: Durée de vie des offres
-- title: Lifetime of ads
-- description: Days from first sight to disappearance of the vacancies that are gone, by title role.
WITH ranked AS (
  SELECT title_role, days AS value,
    ROW_NUMBER() OVER (PARTITION BY title_role ORDER BY days) AS place,
    COUNT(*) OVER (PARTITION BY title_role) AS vacancies
  FROM (
    SELECT title_role, julianday(gone_on_date) - julianday(first_seen_on_date) AS days
    FROM v_vacancy
    WHERE title_role IN ('cm', 'smm', 'hybrid') AND gone_on_date IS NOT NULL AND first_seen_on_date IS NOT NULL
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
