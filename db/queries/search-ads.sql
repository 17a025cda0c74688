-- titre: Chercher dans les offres
-- title: Search the ads
-- description: Full-text search over titles and descriptions, accents ignored; best matches first.
-- param words (words): words to search, FTS5 syntax; empty for an example
-- param limit (count): number of rows; empty for 50
SELECT p.posting_id, t.title, p.hiring_organization, p.job_location, p.first_seen_on_date,
  snippet(posting_fts, 1, '', '', '…', 24) AS excerpt, p.url
FROM posting_fts
JOIN posting_text t ON t.text_id = posting_fts.rowid
JOIN posting p ON p.posting_id = t.posting_id AND p.current_text_id = t.text_id
WHERE posting_fts MATCH COALESCE(NULLIF(:words, ''), 'community OR social')
ORDER BY bm25(posting_fts, 4.0, 1.0)
LIMIT COALESCE(NULLIF(:limit, ''), 50);
