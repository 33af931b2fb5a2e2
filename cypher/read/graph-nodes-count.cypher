// How many nodes the whole graph or some labels have.
// @param labels List<String> Count nodes with any of these labels; null counts all.
// @returns count
MATCH (n)
WHERE $labels IS NULL OR any(label IN labels(n) WHERE label IN $labels)
RETURN count(n) AS count
