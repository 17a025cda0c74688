-- No version ever filled this column: the report lies beside the database as a file.
ALTER TABLE snapshot DROP COLUMN report_json;
DELETE FROM data_dictionary WHERE table_name = 'snapshot' AND column_name = 'report_json';
UPDATE data_dictionary SET description = 'The vacancies behind each verdict with their values: enough to compute it again outside. Kept for the three snapshots made last and the last of each month.'
WHERE table_name = 'verdict_vacancy' AND column_name = '';
