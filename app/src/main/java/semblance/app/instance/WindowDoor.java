package semblance.app.instance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where later starts come in with their requests, for as long as the window's program runs.
public final class WindowDoor implements AutoCloseable {
    static final String TAKEN = "taken";

    private static final Logger LOG = LoggerFactory.getLogger(WindowDoor.class);

    private final SocketAddressFile socket;
    private final ServerSocketChannel channel;
    private final Predicate<StartRequest> visitors;
    private final JsonMapper mapper = new JsonMapper();

    private WindowDoor(SocketAddressFile socket, ServerSocketChannel channel, Predicate<StartRequest> visitors) {
        this.socket = socket;
        this.channel = channel;
        this.visitors = visitors;
    }

    /// Opens the door. Only the holder of the library's lock does this, so that no living door is replaced.
    ///
    /// @param thread   waits at the door until it is closed
    /// @param visitors called on that thread with each request; says whether it takes it
    /// @throws IOException if there can be no socket
    public static WindowDoor open(Path dataDirectory, Executor thread, Predicate<StartRequest> visitors)
            throws IOException {
        SocketAddressFile socket = SocketAddressFile.of(dataDirectory);
        socket.prepare();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(socket.address());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        WindowDoor door = new WindowDoor(socket, channel, visitors);
        thread.execute(door::serve);
        return door;
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel visitor = channel.accept()) {
                receive(visitor);
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("a second start could not hand over what it wanted", e);
            }
        }
    }

    private void receive(SocketChannel visitor) throws IOException {
        try (BufferedReader in = new BufferedReader(Channels.newReader(visitor, StandardCharsets.UTF_8));
                Writer out = Channels.newWriter(visitor, StandardCharsets.UTF_8)) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            if (visitors.test(mapper.readValue(line, RequestDocument.class).request())) {
                out.write(TAKEN + "\n");
                out.flush();
            }
        } catch (JsonProcessingException | InvalidPathException e) {
            LOG.warn("a second start wants something that cannot be understood", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(socket.path());
    }
}
