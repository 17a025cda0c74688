-- titre: Ce que les offres disent et taisent
-- title: What ads say and leave out
-- description: Share of vacancies that state each item, by source: what is missing weighs on every figure.
SELECT source_id, COUNT(*) AS vacancies, ROUND(AVG(employer_name IS NOT NULL), 3) AS employer,
  ROUND(AVG(salary_kind IS 'stated'), 3) AS pay, ROUND(AVG(contract <> 'unknown'), 3) AS contract,
  ROUND(AVG(education_years_min IS NOT NULL), 3) AS education,
  ROUND(AVG(experience_years_min IS NOT NULL), 3) AS experience, ROUND(AVG(department_code IS NOT NULL), 3) AS place,
  ROUND(AVG(employer_size IS NOT NULL), 3) AS employer_size, ROUND(AVG(first_seen_on_date IS NOT NULL), 3) AS date
FROM v_vacancy
GROUP BY source_id
ORDER BY vacancies DESC;
