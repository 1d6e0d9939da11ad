package semblance.indexer.catalog;

/// Which catalog a view was made from.
///
/// @param id    of the catalog, made with it
/// @param epoch another number after the catalog was restored from a backup
public record CatalogIdentity(String id, long epoch) {
}
