-- The columns that an article needs, row by row in the order of the file. $1 is the path, $2 the names of the columns.
SELECT COLUMNS(lambda name: list_contains($2, name)) FROM read_parquet($1, hive_partitioning = false);
