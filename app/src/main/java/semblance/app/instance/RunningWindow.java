package semblance.app.instance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window that is open already, seen from a second start.
public final class RunningWindow {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWindow.class);

    private final SocketAddressFile socket;

    /// @param dataDirectory of the library
    public RunningWindow(Path dataDirectory) {
        this.socket = SocketAddressFile.of(dataDirectory);
    }

    /// Hands a request to the window.
    ///
    /// @return whether there is a window and it took the request
    public boolean accepts(StartRequest request) {
        try (SocketChannel channel = SocketChannel.open(socket.address());
                Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            out.write(new JsonMapper().writeValueAsString(RequestDocument.of(request)) + "\n");
            out.flush();
            return WindowDoor.TAKEN.equals(in.readLine());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("no window answers", e);
            return false;
        }
    }
}
