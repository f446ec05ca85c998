-- Which columns a Parquet file has. $1 is the path. What the folders above it are called makes no column.
DESCRIBE SELECT * FROM read_parquet($1, hive_partitioning = false);
