package semblance.indexer.testing;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// The real file system, counting what is asked of it, and refusing what a test wants to be refused: permissions cannot
/// do that where tests run as root. Paths made by [#watch] lead through it.
public final class WatchedFiles extends FileSystemProvider {
    /// How often each file was looked at, by its name.
    public final Map<String, Integer> stats = new TreeMap<>();
    /// How often each file was opened, by its name.
    public final Map<String, Integer> opens = new TreeMap<>();
    /// Directories whose listing is refused.
    public final Map<String, IOException> refusedListings = new HashMap<>();
    /// Directories whose listing breaks off at its first entry.
    public final Map<String, IOException> brokenListings = new HashMap<>();
    public final Map<String, IOException> refusedStats = new HashMap<>();
    /// Happens when a file has just been opened.
    public Consumer<Path> onOpen = _ -> {
    };

    private final FileSystem real = Path.of("").getFileSystem();
    private final FileSystem watched = new Watched();

    /// The same path, watched.
    public Path watch(Path path) {
        return (Path) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Path.class, Wrapped.class},
                new Handler(path));
    }

    private interface Wrapped {
        Path unwrapped();
    }

    /// Differs from the real one in its provider.
    private final class Watched extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return WatchedFiles.this;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return watch(real.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            return real.getPathMatcher(pattern);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return real.newWatchService();
        }
    }

    private static Path unwrap(Path path) {
        return path instanceof Wrapped wrapped ? wrapped.unwrapped() : path;
    }

    private final class Handler implements InvocationHandler {
        private final Path path;

        Handler(Path path) {
            this.path = path;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("unwrapped")) {
                return path;
            }
            if (method.getName().equals("getFileSystem")) {
                return watched;
            }
            Object[] given = arguments == null ? new Object[0] : arguments.clone();
            for (int i = 0; i < given.length; i++) {
                given[i] = given[i] instanceof Path argument ? unwrap(argument) : given[i];
            }
            try {
                Object result = method.invoke(path, given);
                return result instanceof Path made ? watch(made) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void refuse(Map<String, IOException> refusals, Path path) throws IOException {
        IOException refusal = refusals.get(name(path));
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        refuse(refusedListings, dir);
        IOException breaking = brokenListings.get(name(dir));
        DirectoryStream<Path> entries = real.provider().newDirectoryStream(unwrap(dir), filter);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> iterator = entries.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        if (breaking != null) {
                            throw new DirectoryIteratorException(breaking);
                        }
                        return iterator.hasNext();
                    }

                    @Override
                    public Path next() {
                        return watch(iterator.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        stats.merge(name(path), 1, Integer::sum);
        refuse(refusedStats, path);
        return real.provider().readAttributes(unwrap(path), type, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        opens.merge(name(path), 1, Integer::sum);
        SeekableByteChannel channel = real.provider().newByteChannel(unwrap(path), options, attributes);
        onOpen.accept(unwrap(path));
        return channel;
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return watched;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public void delete(Path path) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public void setAttribute(Path path, String attribute, @Nullable Object value, LinkOption... options) {
        throw new UnsupportedOperationException("only for reading");
    }

    @Override
    public boolean isSameFile(Path path, Path path2) throws IOException {
        return real.provider().isSameFile(unwrap(path), unwrap(path2));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.provider().isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.provider().getFileStore(unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.provider().checkAccess(unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(Path path, Class<V> type,
            LinkOption... options) {
        return real.provider().getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.provider().readAttributes(unwrap(path), attributes, options);
    }
}
