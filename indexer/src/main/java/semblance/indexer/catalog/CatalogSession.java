package semblance.indexer.catalog;

import java.time.Clock;
import java.time.ZoneId;

import semblance.indexer.metadata.CaptureTimeRules;

/// The catalog's tables within one transaction. Valid only inside the call that hands it out; methods that write need a
/// session from [Catalog#write].
public final class CatalogSession {
    private final Database database;
    private final Clock clock;
    private final RevisionLog log;

    CatalogSession(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.log = new RevisionLog(database);
    }

    public FolderTable folders() {
        return new FolderTable(database, log, clock);
    }

    public FileTable files() {
        return new FileTable(database);
    }

    public FailureTable failures() {
        return new FailureTable(database, clock);
    }

    public PhotoTable photos() {
        return new PhotoTable(database, log, clock);
    }

    public PhotoFiles photoFiles() {
        return new PhotoFiles(database, photos(), sidecars());
    }

    public AlikeTable alike() {
        return new AlikeTable(database);
    }

    public PhotoListing listing() {
        return new PhotoListing(database);
    }

    public TimelineTable timeline() {
        return new TimelineTable(database);
    }

    public EmbeddingTable embeddings() {
        return new EmbeddingTable(database, log);
    }

    public TagTable tags() {
        return new TagTable(database, log, clock);
    }

    public CrashTable crashes() {
        return new CrashTable(database, clock);
    }

    public DepartureTable departures() {
        return new DepartureTable(database, log, clock);
    }

    public TaggingLog tagging() {
        return new TaggingLog(database);
    }

    public CatalogAudit audit() {
        return new CatalogAudit(database, embeddings());
    }

    public MountTable mounts() {
        return new MountTable(database);
    }

    public ExclusionTable exclusions() {
        return new ExclusionTable(database);
    }

    public ModelTable models() {
        return new ModelTable(database, clock);
    }

    public MissingFiles missing() {
        return new MissingFiles(database);
    }

    public TextTable texts() {
        return new TextTable(database, log);
    }

    /// How the library stands.
    public LibraryCounts counts() {
        return database
                .one("""
                     SELECT COUNT(*) FILTER (WHERE state = 'indexed'), COUNT(*) FILTER (WHERE state = 'failed'),
                            COUNT(*) FILTER (WHERE state = 'pending'), COUNT(*) FILTER (WHERE state = 'skipped'),
                            COUNT(*) FILTER (WHERE state <> 'skipped' AND (
                                folder_id IN (SELECT id FROM folder WHERE state = 'offline')
                                OR EXISTS (SELECT 1 FROM mount m WHERE m.state = 'offline'
                                    AND m.folder_id = file.folder_id AND (m.directory = file.directory
                                        OR m.directory || '/' = SUBSTR(file.directory, 1, LENGTH(m.directory) + 1))))),
                            COUNT(*) FILTER (WHERE state = 'indexed' AND photo_id IN (SELECT p.id FROM photo p
                                JOIN content c ON c.id = p.content_id WHERE c.whole = 0))
                     FROM file WHERE companion = 0""",
                        row -> new LibraryCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                                row.getLong(5), row.getLong(6)))
                .orElseThrow();
    }

    /// What the filters of queries leave of the library.
    ///
    /// @param zone where the user is
    public PhotoFilters filters(ZoneId zone) {
        return new PhotoFilters(database, clock, zone);
    }

    public MetadataTable metadata() {
        return new MetadataTable(database, log, new CaptureTimeRules(clock, ZoneId.systemDefault()));
    }

    public UnreadTable unread() {
        return new UnreadTable(database);
    }

    public SidecarFiles sidecars() {
        return new SidecarFiles(database, metadata());
    }

    public RevisionLog log() {
        return log;
    }
}
