-- Fetch pages as they are read. Otherwise a row group would be fetched whole, which is often 100,000 articles.
SET disable_parquet_prefetching = true;
