"""Many articles: who is the same, what is told twice, who contradicts whom. Pure: nothing here touches a disk."""
