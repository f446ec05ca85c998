-- Söylenenler: kim, kim hakkında ne dedi. (Who said what, about whom.)
-- One row per statement, the newest first. :kind is direct, indirect or mixed.

-- name: of
SELECT told.* FROM statement_parties AS party CROSS JOIN told_statements AS told ON told.n = party.n
WHERE party.party = :of AND party.role = 'speaker'
  AND party.day BETWEEN :from AND :until AND (party.day, party.n) < (:before_day, :before_n)
  AND (:kind IS NULL OR told.kind = :kind)
ORDER BY party.day DESC, party.n DESC LIMIT :limit;

-- name: about
SELECT told.* FROM statement_parties AS party CROSS JOIN told_statements AS told ON told.n = party.n
WHERE party.party = :about AND party.role = 'about'
  AND party.day BETWEEN :from AND :until AND (party.day, party.n) < (:before_day, :before_n)
  AND (:kind IS NULL OR told.kind = :kind)
ORDER BY party.day DESC, party.n DESC LIMIT :limit;

-- name: of about
SELECT told.* FROM statement_dyads AS dyad CROSS JOIN told_statements AS told ON told.n = dyad.n
WHERE dyad.one = :of AND dyad.other = :about
  AND dyad.day BETWEEN :from AND :until AND (dyad.day, dyad.n) < (:before_day, :before_n)
  AND (:kind IS NULL OR told.kind = :kind)
ORDER BY dyad.day DESC, dyad.n DESC LIMIT :limit;

-- Words are looked for in what was said, among the last two thousand statements that hold them.
-- name: words
SELECT told.*
FROM (SELECT rowid AS n FROM statement_search WHERE statement_search MATCH :words ORDER BY rowid DESC LIMIT 2000) AS hit
CROSS JOIN told_statements AS told ON told.n = hit.n
WHERE told.day BETWEEN :from AND :until AND (told.day, told.n) < (:before_day, :before_n)
  AND (:kind IS NULL OR told.kind = :kind)
ORDER BY told.day DESC, told.n DESC LIMIT :limit;

-- name: of words
SELECT told.*
FROM (
    SELECT statement_search.rowid AS n FROM statement_search WHERE statement_search MATCH :words
    INTERSECT
    SELECT n FROM statement_parties WHERE party = :of AND role = 'speaker' AND day BETWEEN :from AND :until
    ORDER BY n DESC LIMIT 2000
) AS hit
CROSS JOIN told_statements AS told ON told.n = hit.n
WHERE (told.day, told.n) < (:before_day, :before_n) AND (:kind IS NULL OR told.kind = :kind)
ORDER BY told.day DESC, told.n DESC LIMIT :limit;
