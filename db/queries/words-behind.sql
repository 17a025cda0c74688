-- titre: Les mots derrière une lecture
-- title: The words behind a reading
-- description: The words that a reading rests on, e.g. `mission:animation`, `tool:canva`, `salary`, counted.
-- param reading (reading): what was read; empty for `mission:animation`
-- param limit (count): number of rows; empty for 50
SELECT lower(quoted) AS words, COUNT(*) AS times, COUNT(DISTINCT posting_id) AS postings, MIN(posting_id) AS example_posting_id
FROM evidence
WHERE reading = COALESCE(NULLIF(:reading, ''), 'mission:animation') AND quoted IS NOT NULL
GROUP BY lower(quoted)
ORDER BY times DESC, words
LIMIT COALESCE(NULLIF(:limit, ''), 50);
